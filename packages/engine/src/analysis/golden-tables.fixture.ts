/** Tables and figures of the reference, by its codes. */
import { asemIndicators, asemItems } from '../golden/asem.fixture.ts'
import { apart, type GoldenTable, golden } from '../golden/golden.fixture.ts'
import { type Table, tableOf } from './table.ts'

type Pipeline = { data: Readonly<Record<string, GoldenTable>> }

/** Columns of a data set of `pipeline.json` as a table. */
export const goldenTable = (set: string, codes: readonly string[]): Table => {
  const table = golden<Pipeline>('pipeline.json').data[set] as GoldenTable
  return tableOfGolden(table, codes)
}

export const tableOfGolden = (table: GoldenTable, codes: readonly string[]): Table =>
  tableOf(
    'asem@1',
    table.uCode,
    codes.map(id => ({
      id,
      values: (table[id] as readonly (number | null)[]).map(value => value ?? Number.NaN),
    })),
  )

export const indicatorCodes = (): string[] => asemIndicators().map(({ code }) => code)

/** Indicators and groups right under one of the reference's groups. */
export const codesUnder = (parent: string): string[] =>
  asemItems().flatMap(item => (item.parent === parent && item.level !== null ? [item.code] : []))

export const codesAtLevel = (level: number): string[] =>
  asemItems().flatMap(item => (item.level === level ? [item.code] : []))

/** The largest of many distances; see `apart`. */
export const farthest = (pairs: Iterable<readonly [ours: number | null, theirs: number | null]>): number => {
  let most = 0
  for (const [ours, theirs] of pairs) most = Math.max(most, apart(ours, theirs))
  return most
}
