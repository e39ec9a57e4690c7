import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RankSummary, rankSummaries } from './rank-summary.ts'
import { countRanks, emptyCounts, type RankCounts, type Tally, TOPS } from './tally.ts'

const summariesOf = (
  ranks: RankCounts,
  runs: readonly (readonly number[])[],
  nominees: number,
): RankSummary[] => {
  for (const [i, run] of runs.entries()) countRanks(ranks, Int32Array.from(run), { run: i, nominees })
  const tally: Tally = {
    units: (runs[0] as readonly number[]).length,
    runs: runs.length,
    ranks,
    before: null,
  }
  return rankSummaries(tally, nominees)
}

test('quantiles lie between neighbours as in R: quantile(c(1, 2, 3, 5), c(.05, .5, .95))', () => {
  const runs = [[5], [1], [3], [2]].map(run => [...run, 0, 0, 0, 0])
  const [unit] = summariesOf({ kind: 'cells', cells: new Uint32Array(25) }, runs, 2)
  expect(unit).toMatchObject({ ranked: 4, sum: 11, first: 1, nominee: 2, median: 2.5 })
  expect([unit?.low.toFixed(12), unit?.high.toFixed(12)]).toEqual(['1.150000000000', '4.700000000000'])
})

test('every rank, or how often each was met: the same summaries', () => {
  const units = 12
  const rank = fc.integer({ min: 0, max: units })
  const runs = fc.array(fc.array(rank, { minLength: units, maxLength: units }), {
    minLength: 1,
    maxLength: 60,
  })
  fc.assert(
    fc.property(runs, fc.integer({ min: 1, max: units }), (drawn, nominees) => {
      const rows: RankCounts = { kind: 'rows', rows: [new Int32Array(units * drawn.length)] }
      const cells: RankCounts = { kind: 'cells', cells: new Uint32Array(units * units) }
      const one: RankCounts = {
        kind: 'ranges',
        width: 1,
        perUnit: units,
        cells: new Uint32Array(units * units),
        sums: new Float64Array(units),
        tops: new Uint32Array(units * TOPS),
      }
      const expected = summariesOf(rows, drawn, nominees)
      expect(summariesOf(cells, drawn, nominees)).toEqual(expected)
      expect(summariesOf(one, drawn, nominees)).toEqual(expected)
    }),
  )
})

test('a range of ranks stands for its middle: right to half a range', () => {
  const ranges: RankCounts = {
    kind: 'ranges',
    width: 4,
    perUnit: 3,
    cells: new Uint32Array(36),
    sums: new Float64Array(12),
    tops: new Uint32Array(12 * TOPS),
  }
  const [unit] = summariesOf(
    ranges,
    [
      [2, ...new Array<number>(11).fill(0)],
      [11, ...new Array<number>(11).fill(0)],
    ],
    3,
  )
  expect(unit).toMatchObject({ ranked: 2, sum: 13, first: 0, nominee: 1, median: 6.5 })
})

test('whatever the number of runs and units, what is kept stays within a budget', () => {
  expect(emptyCounts(357, 10_000, 10).kind).toBe('cells')
  expect(emptyCounts(10_000, 1000, 10).kind).toBe('rows')
  const ranges = emptyCounts(90_000, 1000, 10)
  expect(ranges.kind === 'ranges' && [ranges.width, ranges.cells.length <= 2 ** 25]).toEqual([242, true])
})
