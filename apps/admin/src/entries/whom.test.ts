import { expect, test } from 'vitest'
import { whomOf } from './whom.ts'

const nothing = { country: 'NO', classes: [], county: '', some: [], listed: [] }

test('means all of a kind, and else nobody until somebody is chosen', () => {
  expect(whomOf({ ...nothing, how: 'municipality' })).toEqual({ country: 'NO', kind: 'municipality' })
  expect(whomOf({ ...nothing, how: 'county' })).toEqual({ country: 'NO', kind: 'county' })
  for (const how of ['classes', 'inCounty', 'some', 'list'] as const)
    expect(whomOf({ ...nothing, how })).toBe(null)
})

test('means what is chosen in the way that is open', () => {
  const chosen = {
    ...nothing,
    classes: ['small'],
    county: 'NO-05',
    some: [{ id: 'NO-0511', name: 'Dovre' }],
    listed: [{ unit: 'NO-0514', contact: null }],
  }
  expect(whomOf({ ...chosen, how: 'classes' })).toEqual({ categories: ['small'] })
  expect(whomOf({ ...chosen, how: 'inCounty' })).toEqual({ county: 'NO-05' })
  expect(whomOf({ ...chosen, how: 'some' })).toEqual({ units: ['NO-0511'] })
  expect(whomOf({ ...chosen, how: 'list' })).toEqual({ units: ['NO-0514'] })
})
