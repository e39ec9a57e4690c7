import { describe, expect, test } from 'vitest'
import { asemItems } from '../golden/asem.fixture.ts'
import { golden, goldenIsAbsent } from '../golden/golden.fixture.ts'
import { type Correlations, correlate, correlateTables } from './correlate.ts'
import type { Method } from './correlation.ts'
import { flagPairs, flagSizes } from './correlation-flags.ts'
import {
  codesAtLevel,
  farthest,
  goldenTable,
  indicatorCodes,
  tableOfGolden,
} from './golden-tables.fixture.ts'
import type { Table } from './table.ts'

type Matrix = {
  rows: readonly string[]
  cols: readonly string[]
  data: readonly (readonly (number | null)[])[]
}
type Reference = { corr: Record<string, Matrix>; pvals_normalised_pearson: Matrix } & Record<
  string,
  Record<string, readonly (string | number | null)[]>
>

const reference = () => golden<Reference>('multivariate.json')

const distance = ({ rows, columns, cells }: Correlations, theirs: Matrix, figure: 'r' | 'p'): number =>
  farthest(
    rows.flatMap((row, i) =>
      columns.map((column, j) => {
        const cell = theirs.data[theirs.rows.indexOf(row)]?.[theirs.cols.indexOf(column)]
        return [cells[i]?.[j]?.[figure] as number | null, cell as number | null] as const
      }),
    ),
  )

/** Numbers that count as ties here and not in COINr, moved so far apart that they are none here either. */
const pulledApart = (table: Table): Table => ({
  ...table,
  columns: table.columns.map(({ id, values }) => ({
    id,
    values: values.map(value =>
      values.some(other => other < value && value - other <= 1e-12 * value) ? value * (1 + 1e-9) : value,
    ),
  })),
})

describe.skipIf(goldenIsAbsent)('as in COINr', () => {
  test.each<[string, string, Method]>([
    ['normalised_pearson', 'Normalised', 'pearson'],
    ['normalised_spearman', 'Normalised', 'spearman'],
    ['normalised_kendall', 'Normalised', 'kendall'],
    ['raw_pearson_pairwise', 'Raw', 'pearson'],
    ['raw_spearman_pairwise', 'Raw', 'spearman'],
  ])('%s', (name, set, method) => {
    const given = goldenTable(set, indicatorCodes())
    const ours = correlate(method === 'pearson' ? given : pulledApart(given), method)
    expect(distance(ours, reference().corr[name] as Matrix, 'r')).toBeLessThan(1e-12)
  })

  test('only TolMin has other ranks than in COINr, which takes 3.4 and 3.4000000000000004 for two numbers', () => {
    const given = goldenTable('Raw', indicatorCodes())
    const [ours, theirs] = [given, pulledApart(given)].map(table => correlate(table, 'spearman').cells)
    const others = given.columns.flatMap(({ id }, i) =>
      ours?.[i]?.some(({ r }, j) => r !== theirs?.[i]?.[j]?.r && given.columns[j]?.id !== 'TolMin')
        ? [id]
        : [],
    )
    expect(others).toEqual(['TolMin'])
  })

  test('groups with each other and with indicators', () => {
    const groups = [2, 3, 4].flatMap(codesAtLevel)
    const { aggregates_pearson, indicators_vs_aggregates } = reference().corr
    const table = goldenTable('Aggregated', groups)
    expect(distance(correlate(table, 'pearson'), aggregates_pearson as Matrix, 'r')).toBeLessThan(1e-12)
    const with_ = correlateTables(goldenTable('Aggregated', indicatorCodes()), table, 'pearson')
    expect(distance(with_, indicators_vs_aggregates as Matrix, 'r')).toBeLessThan(1e-12)
  })

  test('every p-value of Pearson’s r, those above 0.05 too', () => {
    const ours = correlate(goldenTable('Normalised', indicatorCodes()), 'pearson')
    expect(distance(ours, reference().pvals_normalised_pearson, 'p')).toBeLessThan(1e-12)
  })

  const groups = () => new Map(asemItems().map(({ code, parent }) => [code, parent ?? '']))
  const inOrder = (pairs: readonly { group: string; a: string; b: string; r: number | null }[]) =>
    pairs.map(({ group, a, b, r }) => [group, ...[a, b].sort(), r?.toFixed(12)].join()).sort()

  test.each([
    ['corr_flags_raw_0.75', 'Raw', { above: 0.75, below: -2 }],
    ['corr_flags_low_m0.2', 'Normalised', { above: 2, below: -0.2 }],
  ])('pairs of one pillar that go together or against each other: %s', (name, set, limits) => {
    const { Group, Ind1, Ind2, Corr } = reference()[name] as Record<string, string[]>
    const theirs = (Group ?? []).map((group, i) => ({
      group,
      a: Ind1?.[i] as string,
      b: Ind2?.[i] as string,
      r: Number(Corr?.[i]),
    }))
    expect(inOrder(flagPairs(goldenTable(set, indicatorCodes()), groups(), limits))).toEqual(inOrder(theirs))
  })

  test('indicators that follow a denominator', () => {
    const { Ind, Denom, Corr } = reference()['denom_corr_raw_0.6'] as Record<string, string[]>
    const sizes = asemItems().flatMap(({ code, type }) => (type === 'Denominator' ? [code] : []))
    const raw = goldenTable('Raw', indicatorCodes())
    const { iData } = golden<{ iData: Parameters<typeof tableOfGolden>[0] }>('input.json')
    const ours = flagSizes(raw, tableOfGolden(iData, sizes), 0.6)
    const written = ours.map(({ indicator, size, r }) => [indicator, size, r?.toFixed(12)].join())
    const theirs = (Ind ?? []).map((id, i) => [id, Denom?.[i], Number(Corr?.[i]).toFixed(12)].join())
    expect(written.sort()).toEqual(theirs.sort())
  })
})
