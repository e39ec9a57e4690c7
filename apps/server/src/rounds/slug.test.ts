import { expect, it } from 'vitest'
import { freeSlug, slugOf } from './slug.ts'

it.each([
  ['Årets e-kommune 2015', 'arets-e-kommune-2015'],
  ['  Sveriges Digitaliseringskommun – 2019! ', 'sveriges-digitaliseringskommun-2019'],
  ['Þingvallasveit', 'thingvallasveit'],
  ['日本', 'round'],
  ['Walkable towns 2026 record', 'walkable-towns-2026-record-round'],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('%s', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

it('takes the next number that is free', () => {
  expect(freeSlug('a', new Set())).toBe('a')
  expect(freeSlug('a', new Set(['a', 'a-2', 'a-4']))).toBe('a-3')
})
