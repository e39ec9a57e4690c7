/** Contests written down as rows, and any of them. */
import fc from 'fast-check'
import type { Contest } from './contest.ts'

/** @param rows one list of children per entry; null = no value */
export const contestOfRows = (
  rows: readonly (readonly (number | null)[])[],
  weights: readonly number[] = (rows[0] ?? []).map(() => 1),
): Contest => ({
  entries: Int32Array.from(rows.keys()),
  rows: Float64Array.from(rows.flat(), value => value ?? Number.NaN),
  weights: Float64Array.from(weights),
})

export type AnyContest = { rows: (number | null)[][]; weights: number[] }

/** Few different numbers and weights, so that ties and circles come up. */
export const anyContest = (entries: { min: number; max: number }, gaps: boolean): fc.Arbitrary<AnyContest> =>
  fc.integer({ min: 1, max: 5 }).chain(width =>
    fc.record({
      rows: fc.array(
        fc
          .array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: null, freq: gaps ? 5 : 1000 }), {
            minLength: width,
            maxLength: width,
          })
          .map(row => (row.every(value => value === null) || !gaps ? row.map(value => value ?? 1) : row)),
        { minLength: entries.min, maxLength: entries.max },
      ),
      weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: width, maxLength: width }),
    }),
  )

/** How the voters of four cities, which are the children, place the cities: the textbook example of a Condorcet winner. */
export const CITIES = {
  rows: [
    // Memphis, Nashville, Chattanooga, Knoxville as 42, 26, 15 and 17 per cent of the voters like them
    [4, 1, 1, 1],
    [3, 4, 2, 2],
    [2, 3, 4, 3],
    [1, 2, 3, 4],
  ],
  weights: [42, 26, 15, 17],
}
