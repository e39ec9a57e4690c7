import { expect, it } from 'vitest'
import { isStorable } from './storable.ts'

it.each([
  ['Sørum 😀', true],
  [{ title: 'a', list: [1, null, 'b'] }, true],
  ['a\0b', false],
  [{ texts: { title: ['\ud83d'] } }, false],
  [{ 'a\0': 1 }, false],
])('%j: %s', (value, storable) => {
  expect(isStorable(value)).toBe(storable)
})

it('looks into what is nested ever so deep', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}"a"${']'.repeat(100_000)}`)
  expect(isStorable(deep)).toBe(true)
})
