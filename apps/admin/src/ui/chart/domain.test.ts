import { expect, test } from 'vitest'
import { domainOf } from './domain.ts'

test('the scale runs from nothing to full, and as far beyond as anything lies', () => {
  expect(domainOf([80, 400], 400)).toEqual([0, 400])
  expect(domainOf([-52, null, 200], 400)).toEqual([-80, 400])
  expect(domainOf([0.5, 1.25], 1)).toEqual([0, 1.3])
  expect(domainOf([], 100)).toEqual([0, 100])
})
