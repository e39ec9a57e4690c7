import { RubricError } from '@tumstock/rubric/error'
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { TIE } from '../score/places.ts'
import { deviation, mean, sum } from '../score/statistics.ts'
import type { NumberColumn, Table } from './table.ts'

export type Component = {
  /** Variance along it, of k in all, and its share. */
  variance: number
  share: number
  /** Unit vector, one loading per column of the table. */
  loadings: readonly number[]
}

export type Components = {
  ids: readonly string[]
  /** Entries with a number in every column: the only ones that count. */
  n: number
  /** By column, over those entries; what the columns were standardised by. */
  mean: readonly number[]
  sd: readonly number[]
  /** By falling variance. */
  components: readonly Component[]
}

/**
 * Principal components of standardised columns: eigenvectors of their correlation matrix R v = λ v over the entries that
 * have all numbers, λ the variance along v. A component points either way; here its loadings sum to above 0, or the first
 * is where they sum to 0.
 * Source: OECD & JRC, Handbook on Constructing Composite Indicators (2008), §4.1; R's `prcomp(scale. = TRUE)`.
 *
 * @throws RubricError `too-few` without columns or below 3 complete entries; `zero-range` naming the columns that have the
 * same number in all of those, to 1e-12
 */
export const components = (table: Table): Components => {
  const { columns, entries, rubric } = table
  const complete = entries.flatMap((_, e) =>
    columns.every(({ values }) => !Number.isNaN(values[e])) ? [e] : [],
  )
  const n = complete.length
  if (columns.length === 0 || n < 3)
    throw new RubricError({
      code: 'too-few',
      rubric,
      says: `${n} entries have a number for each of ${listed(columns)}. Components need at least 3.`,
    })
  const taken = columns.map(({ values }) => Float64Array.from(complete, e => values[e] as number))
  const flat = columns.filter((_, i) => isFlat(taken[i] as Float64Array))
  if (flat.length > 0)
    throw new RubricError({
      code: 'zero-range',
      rubric,
      says: `${listed(flat)} have the same number in all ${n} complete entries. Leave them out.`,
    })
  const means = taken.map(mean)
  const sds = taken.map(deviation)
  const standard = taken.map((values, i) =>
    values.map(value => (value - (means[i] as number)) / (sds[i] as number)),
  )
  return {
    ids: columns.map(({ id }) => id),
    n,
    mean: means,
    sd: sds,
    components: componentsOf(
      standard.map(a => standard.map(b => sum(a.map((x, e) => x * (b[e] as number))) / (n - 1))),
    ),
  }
}

/** Nothing but rounding between its numbers: components of that would be noise. */
const isFlat = (values: Float64Array): boolean => {
  const first = values[0] as number
  return values.every(value => Math.abs(value - first) <= TIE * Math.max(Math.abs(value), Math.abs(first)))
}

const componentsOf = (correlations: readonly (readonly number[])[]): Component[] => {
  const matrix = new Matrix(correlations.map(row => [...row]))
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  })
  const k = correlations.length
  return realEigenvalues
    .map((variance, i) => ({
      variance: Math.max(0, variance),
      share: Math.max(0, variance) / k,
      loadings: pointed(eigenvectorMatrix.getColumn(i)),
    }))
    .sort((a, b) => b.variance - a.variance)
}

const pointed = (loadings: readonly number[]): number[] => {
  const total = sum(loadings)
  const way = Math.abs(total) > TIE ? total : (loadings.find(loading => Math.abs(loading) > TIE) ?? 1)
  return loadings.map(loading => (way < 0 ? -loading : loading))
}

const listed = (columns: readonly NumberColumn[]): string =>
  columns.length === 0 ? 'no column' : columns.map(({ id }) => `"${id}"`).join(', ')
