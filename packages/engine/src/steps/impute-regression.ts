import { Matrix, QrDecomposition } from 'ml-matrix'
import { deviation, mean } from '../score/statistics.ts'
import {
  type Changed,
  everyEntry,
  filled,
  type Given,
  isOpen,
  type NumberColumn,
  namesOf,
  numbersOf,
  readingsFor,
  type StepFault,
  type StepOf,
  stepError,
} from './given.ts'

type Step = Extract<StepOf<'impute'>, { by: 'regression' }>

/**
 * Fills cells by ordinary least squares: y = b₀ + Σ bₖxₖ on the indicators `on`, from the entries that have y and all x,
 * by Householder QR on centred and scaled columns. An entry that lacks an x keeps its gap.
 *
 * Faults: `too-few` where the entries do not determine the coefficients, being no more than there are indicators, or where
 * one of the indicators is constant or a mixture of the others.
 *
 * @throws RubricError `unknown-read` for an id that is no indicator
 */
export const imputeRegression = (step: Step, given: Given): Changed => {
  const columns: Record<string, NumberColumn> = {}
  const faults: StepFault[] = []
  const on = step.on.map(id => numbersOf(given, id))
  const targets = readingsFor(given, step.of).filter(({ id }) => !step.on.includes(id))
  for (const reading of targets) {
    const column = numbersOf(given, reading.id)
    const open = everyEntry(given.data).filter(e => isOpen(given.data, column, reading, e))
    if (open.length === 0) continue
    const complete = completeEntries(given, column, on)
    const predict = fit(column, on, complete)
    if (predict === null) {
      const says = `"${reading.id}" cannot be estimated from ${step.on.join(', ')} for ${namesOf(given.data, open)}: ${complete.length} entries have them all and do not determine ${on.length + 1} coefficients.`
      const error = stepError(
        given,
        'too-few',
        `${says} Take fewer indicators, none of them a mixture of others.`,
      )
      faults.push({ indicators: [reading.id], entries: open, error })
      continue
    }
    const fills = open.map(e => [e, predict(e)] as const).filter(([, value]) => !Number.isNaN(value))
    columns[reading.id] = filled(column, new Map(fills))
  }
  return { columns, faults }
}

/** Entries that have all the numbers, in the order of their ids: the fit does not depend on the order of the data. */
export const completeEntries = (
  { data }: Given,
  column: NumberColumn,
  on: readonly NumberColumn[],
): number[] =>
  everyEntry(data)
    .filter(e => [column, ...on].every(({ values }) => !Number.isNaN(values[e])))
    .sort((a, b) => ((data.ids[a] as string) < (data.ids[b] as string) ? -1 : 1))

/** Null where the numbers do not determine the coefficients. */
const fit = (
  y: NumberColumn,
  on: readonly NumberColumn[],
  entries: readonly number[],
): ((entry: number) => number) | null => {
  if (entries.length <= on.length) return null
  const scales = on.map(column => scaleOf(column, entries))
  const middle = scaleOf(y, entries).mean
  const design = new Matrix(
    entries.map(e => on.map(({ values }, k) => scaled(values[e] as number, scales[k] as Scale))),
  )
  const qr = new QrDecomposition(design)
  if (scales.some(({ sd }) => !(sd > 0)) || !isDetermined(qr)) return null
  const coefficients = qr
    .solve(Matrix.columnVector(entries.map(e => (y.values[e] as number) - middle)))
    .to1DArray()
  return entry =>
    on.reduce(
      (sum, { values }, k) =>
        sum + (coefficients[k] as number) * scaled(values[entry] as number, scales[k] as Scale),
      middle,
    )
}

/** How small a column may become once the others are taken out of it, relative to the largest. */
const RANK = 1e-10

const isDetermined = (qr: QrDecomposition): boolean => {
  const sizes = qr.upperTriangularMatrix.diagonal().map(Math.abs)
  return Math.min(...sizes) > RANK * Math.max(...sizes)
}

type Scale = { mean: number; sd: number }

const scaleOf = ({ values }: NumberColumn, entries: readonly number[]): Scale => {
  const ascending = Float64Array.from(entries, e => values[e] as number).sort()
  return { mean: mean(ascending), sd: deviation(ascending) }
}

const scaled = (value: number, { mean: middle, sd }: Scale): number => (value - middle) / sd
