import { describe, expect, test } from 'vitest'
import { type GoldenTable, golden, goldenIsAbsent } from '../golden/golden.fixture.ts'
import { farthest } from './golden-tables.fixture.ts'
import { annualGrowth, interpolated, percentChange, type Series } from './trends.ts'

type Trends = Record<'uCode' | 'iCode', readonly string[]> &
  Record<'CAGR' | 'prc_change' | 'Avail' | 't_first' | 't_latest', readonly (number | null)[]>
type Panel = {
  trends_CAGR: Trends
  trends_prc_change: Trends
  impute_panel_linear: GoldenTable
  panel_with_holes: GoldenTable
}

const seriesIn = (table: GoldenTable, unit: string, indicator: string): Series =>
  table.uCode.flatMap((id, row) =>
    id === unit
      ? [{ year: table.Time?.[row] as number, value: (table[indicator]?.[row] ?? null) as number | null }]
      : [],
  )

describe.skipIf(goldenIsAbsent)('as in COINr', () => {
  test.each([
    ['trends_CAGR', 'CAGR', annualGrowth],
    ['trends_prc_change', 'prc_change', percentChange],
  ] as const)('%s', (name, column, of) => {
    const { iData_panel } = golden<{ iData_panel: GoldenTable }>('input-panel.json')
    const theirs = golden<Panel>('panel.json')[name]
    const pairs = theirs.uCode.flatMap((unit, i) => {
      const code = theirs.iCode[i] as string
      const ours = of(seriesIn(iData_panel, unit, code))
      return [
        [ours.change, theirs[column][i] ?? null] as const,
        [ours.available, theirs.Avail[i] ?? null] as const,
        [ours.first, theirs.t_first[i] ?? null] as const,
        [ours.last, theirs.t_latest[i] ?? null] as const,
      ]
    })
    expect(farthest(pairs)).toBeLessThan(1e-12)
  })

  test('lines between the numbers of a panel with holes', () => {
    const { panel_with_holes: holes, impute_panel_linear: filled } = golden<Panel>('panel.json')
    const pairs = [...new Set(holes.uCode)].flatMap(unit => {
      const given = seriesIn(holes, unit, 'LPI')
      const theirs = seriesIn(filled, unit, 'LPI')
      // The reference goes on flat beyond the ends; here nothing is said of those years.
      return interpolated(given).flatMap(({ year, value }) =>
        value === null ? [] : [[value, theirs.find(point => point.year === year)?.value ?? null] as const],
      )
    })
    expect(pairs.length).toBeGreaterThan(200)
    expect(farthest(pairs)).toBeLessThan(1e-12)
  })
})
