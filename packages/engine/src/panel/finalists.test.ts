import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finalists } from './finalists.ts'
import type { Mark } from './marks.ts'
import { marksOf } from './panel.fixture.ts'

test('unanimous jurors: the winner stands out', () => {
  const { winner, entries, tiedWithWinner } = finalists(
    marksOf({ a: [5, 4, 1], b: [6, 4, 2], c: [5, 3, 1] }),
    {
      seed: 1,
      draws: 500,
    },
  )
  expect([winner, tiedWithWinner]).toEqual(['e00', []])
  expect(entries.map(({ entry, place, first, behind }) => [entry, place, first, behind])).toEqual([
    ['e00', 1, 1, null],
    ['e01', 2, 0, 1],
    ['e02', 3, 0, 1],
  ])
})

test('two jurors against one, by hand: 27 panels', () => {
  // Means 4⅔ and 4⅓. Each juror prefers by: a +2, b +2, c −3. Of the 27 equally likely panels the first leads in those with
  // no c (8) or one c (12): 2+2−3 > 0; with two or three c it trails (7).
  const { winner, entries, tiedWithWinner } = finalists(marksOf({ a: [6, 4], b: [6, 4], c: [2, 5] }), {
    seed: 3,
    draws: 20_000,
  })
  expect([winner, tiedWithWinner]).toEqual(['e00', ['e01']])
  expect(entries[0]?.mean).toBeCloseTo(14 / 3, 14)
  expect(entries[0]?.first).toBeCloseTo(20 / 27, 2)
  expect(entries[1]?.first).toBeCloseTo(7 / 27, 2)
  expect(entries[1]?.behind).toBe(entries[0]?.first)
  // A mean of 2 takes three times c: 1/27 > 2.5 %.
  expect([entries[0]?.low, entries[0]?.high]).toEqual([2, 6])
})

test('an exact tie at the top is a tie, whatever the draws say', () => {
  const { winner, tiedWithWinner, entries } = finalists(marksOf({ a: [3, 3, 1], b: [4, 4, 1] }), {
    seed: 1,
    draws: 50,
  })
  expect([winner, tiedWithWinner]).toEqual(['e00', ['e01']])
  expect(entries.map(({ place, first }) => [place, first])).toEqual([
    [1, 1],
    [1, 1],
    [3, 0],
  ])
})

test('criteria are weighed alike, however many marked each', () => {
  const mark = (assessor: string, criterion: string, value: number): Mark => ({
    assessor,
    entry: 'x',
    criterion,
    mark: value,
  })
  const marks = [
    mark('a', 'plan', 4),
    mark('b', 'plan', 2),
    mark('a', 'effect', 5),
    ...marksOf({ a: [1], b: [1] }),
  ]
  const { entries, redrawn } = finalists(marks, { seed: 1, draws: 100 })
  expect(entries[0]).toMatchObject({ entry: 'x', mean: 4 })
  // Without a there is no mark for the effect: a quarter of the panels, so that 100 are left of about 133.
  expect(redrawn).toBeGreaterThan(15)
  expect(redrawn).toBeLessThan(60)
})

test('the same seed gives the same answer, another seed another', () => {
  const marks = marksOf({ a: [6, 4, 5], b: [6, 4, 5], c: [2, 5, 5], d: [5, 5, 4] })
  const run = (seed: number) => finalists(marks, { seed, draws: 200 })
  expect(run(7)).toEqual(run(7))
  expect(run(7).entries.map(({ first }) => first)).not.toEqual(run(8).entries.map(({ first }) => first))
})

test('what cannot be redrawn is refused', () => {
  expect(() => finalists(marksOf({ a: [1, 2] }), { seed: 1, draws: 9 })).toThrow(
    '1 assessors, 2 entries. Needed: at least 2 of each.',
  )
  const two = marksOf({ a: [1, 2], b: [2, 2] })
  expect(() => finalists(two, { seed: 1, draws: 2.5 })).toThrow('2.5 draws. Needed: a whole number from 2.')
  expect(() => finalists(two, { seed: -1, draws: 9 })).toThrow('-1 is no seed.')
  const alone = Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6].map(a => [`a${a}`, [0, 1, 2, 3, 4, 5, 6].map(i => (i === a ? 3 : null))]),
  )
  expect(() => finalists(marksOf(alone), { seed: 1, draws: 20 })).toThrow(
    'e00 has 1 marks. Needed: several assessors for each.',
  )
})

const tables = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 5,
})

test('chances are chances, and neither the scale nor the order of the marks matters', () => {
  fc.assert(
    fc.property(tables, table => {
      const marks = marksOf(Object.fromEntries(table.map((column, a) => [`a${a}`, column])))
      const fit = finalists(marks, { seed: 5, draws: 60 })
      const share = (entry: { first: number }) => entry.first
      expect(fit.entries.map(share).reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(1 - 1e-12)
      for (const { low, high, first } of fit.entries) {
        expect(low).toBeLessThanOrEqual(high)
        expect(first >= 0 && first <= 1).toBe(true)
      }
      expect(finalists(marks.toReversed(), { seed: 5, draws: 60 })).toEqual(fit)
      const doubled = finalists(
        marks.map(mark => ({ ...mark, mark: 4 * mark.mark })),
        { seed: 5, draws: 60 },
      )
      expect(doubled.entries.map(share)).toEqual(fit.entries.map(share))
      expect(doubled.tiedWithWinner).toEqual(fit.tiedWithWinner)
    }),
    { numRuns: 50 },
  )
})
