import { expect, test } from 'vitest'
import { byYear, profiled, takerOf } from './history.ts'

const row = (year: number, kind: 'round' | 'synthetic', value: number | null) => ({
  round: { year, kind },
  profile: { GOV: value },
})

test('rounds of one year stand together, newest first', () => {
  const [a, b, c] = [row(2011, 'round', 1), row(2014, 'round', 1), row(2011, 'synthetic', 1)]
  expect(byYear([a, b, c])).toEqual([
    { year: 2014, rounds: [b] },
    { year: 2011, rounds: [a, c] },
  ])
})

test('the profile comes from the newest round that measured something, made-up data last', () => {
  const [old, made, empty, fresh] = [
    row(2011, 'round', 0.5),
    row(2020, 'synthetic', 0.5),
    row(2021, 'round', null),
    row(2014, 'round', 0),
  ]
  expect(profiled([old, made, empty, fresh])).toEqual([fresh, old, made])
})

test('a round of a unit that is no more is shown under its own name', () => {
  const known = {
    unit: { id: 'NO-3020', name: 'Nordre Follo' },
    predecessors: [{ id: 'NO-0213', name: 'Ski' }],
  }
  expect(['NO-3020', 'NO-0213', 'NO-0217'].map(id => takerOf(known, id))).toEqual([
    'Nordre Follo',
    'Ski',
    'NO-0217',
  ])
})
