import { expect, test } from 'vitest'
import { compareSearch, listed, listText, toggled } from './compare-search.ts'

test('what does not fit an address is left out, what fits is kept', () => {
  expect(compareSearch({ rounds: 'a,b', kind: 'country', band: 3, by: 'GOV' })).toEqual({
    rounds: 'a,b',
    by: 'GOV',
  })
})

test('lists go into the address and come back', () => {
  expect(listed(listText(['a', 'b']))).toEqual(['a', 'b'])
  expect(listed('a,,a,b')).toEqual(['a', 'b'])
  expect(listText([])).toBeUndefined()
})

test('a third highlight lets the oldest go; a second choice of one takes it away', () => {
  expect(toggled(['a', 'b'], 'c', 2)).toEqual(['b', 'c'])
  expect(toggled(['a', 'b'], 'a', 2)).toEqual(['b'])
})
