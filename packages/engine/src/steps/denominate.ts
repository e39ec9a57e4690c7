import { ANSWERED, UNANSWERED } from '../score/data.ts'
import {
  type Changed,
  type Given,
  type NumberColumn,
  namesOf,
  numbersOf,
  type StepFault,
  type StepOf,
  stepError,
} from './given.ts'

/**
 * Divides indicators by others: x / (divisor / per). Every divisor is taken as it was before the step. A cell without a
 * number on either side has none after; a divisor of 0 or below is the fault `not-positive` (COINr makes it ±Infinity).
 *
 * @param step `each` names the indicators that are divided; no other is touched
 * @returns new columns of those indicators, in the unit of the one per `per` units of the other
 * @throws RubricError `unknown-read` for an id that is no indicator
 */
export const denominate = (step: StepOf<'denominate'>, given: Given): Changed => {
  const columns: Record<string, NumberColumn> = {}
  const faults: StepFault[] = []
  for (const [id, { by, per = 1 }] of Object.entries(step.each)) {
    const divisors = numbersOf(given, by)
    const bad: number[] = []
    columns[id] = divided(numbersOf(given, id), divisors, per, bad)
    if (bad.length > 0) {
      const says = `"${id}" cannot be divided by "${by}", which is ${divisors.values[bad[0] as number]} for ${namesOf(given.data, bad)}. Allowed: above 0.`
      faults.push({ indicators: [id], entries: bad, error: stepError(given, 'not-positive', says) })
    }
  }
  return { columns, faults }
}

/** @param bad gets the entries whose divisor is not above 0 */
const divided = (column: NumberColumn, divisors: NumberColumn, per: number, bad: number[]): NumberColumn => {
  const n = column.values.length
  const values = new Float64Array(n).fill(Number.NaN)
  const gaps = column.gaps.slice()
  for (let e = 0; e < n; e++) {
    if (gaps[e] !== ANSWERED) continue
    const divisor = divisors.values[e] as number
    if (divisor > 0) values[e] = (column.values[e] as number) / (divisor / per)
    else {
      gaps[e] = UNANSWERED
      if (!Number.isNaN(divisor)) bad.push(e)
    }
  }
  const imputed = eitherOf(column.imputed, divisors.imputed)
  return { kind: 'number', values, gaps, ...(imputed && { imputed }) }
}

const eitherOf = (a: Uint8Array | undefined, b: Uint8Array | undefined): Uint8Array | undefined =>
  a && b ? a.map((flag, e) => flag | (b[e] as number)) : (a ?? b)
