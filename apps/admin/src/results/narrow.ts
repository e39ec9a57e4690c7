import { type Band, bandsOf } from '@tumstock/engine/bands'
import { isFound } from '../ui/table-rows.ts'
import type { ResultRow } from './results.ts'

/** In inhabitants; the usual bounds of Nordic statistics on municipalities. */
const BOUNDS = [5000, 10_000, 20_000, 50_000, 100_000] as const

export const BANDS: readonly Band[] = bandsOf(BOUNDS)

export type Narrowing = {
  text?: string | undefined
  category?: string | undefined
  county?: string | undefined
  band?: string | undefined
}

type Placed = Pick<ResultRow, 'country' | 'county'>

/** The register's id of the county that a row lies in. */
export const countyOf = ({ country, county }: Placed): string | null =>
  county === null ? null : `${country}-${county}`

/** Stands for the rows that have no category. */
export const NO_CATEGORY = '-'

const isIn = (population: number | null, id: string): boolean => {
  const band = BANDS.find(one => one.id === id)
  return (
    band === undefined ||
    (population !== null && population >= (band.from ?? 0) && population < (band.below ?? Infinity))
  )
}

/** Positions in `rows` of those that fit, in their order. */
export const narrowed = (
  rows: readonly Pick<ResultRow, 'name' | 'category' | 'country' | 'county' | 'population'>[],
  { text = '', category, county, band }: Narrowing,
  countyName: (id: string) => string,
  locale: string,
): number[] =>
  rows.flatMap((row, at) => {
    const placed = countyOf(row)
    const named = [row.name, placed === null ? null : countyName(placed)]
    const fits =
      (text.trim() === '' || isFound(text.trim(), named, locale)) &&
      (category === undefined || (row.category ?? NO_CATEGORY) === category) &&
      (county === undefined || placed === county) &&
      (band === undefined || isIn(row.population, band))
    return fits ? [at] : []
  })
