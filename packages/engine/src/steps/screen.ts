import { ANSWERED, type Data, NOT_APPLICABLE, UNANSWERED } from '../score/data.ts'
import type { LeftOut } from './change.ts'
import {
  type Changed,
  everyEntry,
  type Given,
  type NumberColumn,
  numbersOf,
  type StepFault,
  type StepOf,
  stepError,
} from './given.ts'

/** How complete an entry is over the indicators that criteria read and that apply to it. */
export type Screened = {
  missing: number
  zero: number
  /** Share with a number; 1 where nothing applies. */
  available: number
  /** Share of the numbers that are not zero; 1 where there is none. */
  nonZero: number
  /** Null = it stays. */
  leftOut: LeftOut | null
}

/** Shares that are meant to be equal may differ by a rounding of the last digit. */
const SLACK = 1e-12

/**
 * Counts numbers and zeros: available = 1 − missing/n, nonZero = 1 − zero/(n − missing), n the indicators that apply. An
 * entry is left out below either threshold or when `drop` names it, never when `keep` does. COINr 1.1.14, `Screen`.
 *
 * @returns one row per entry, in their order
 */
export const screening = (step: StepOf<'screen'>, given: Given): Screened[] => {
  const { data, readings } = given
  const columns = readings.map(({ id, appliesIn }) => ({ column: numbersOf(given, id), appliesIn }))
  return data.ids.map((id, entry) => {
    let n = 0
    let missing = 0
    let zero = 0
    for (const { column, appliesIn } of columns) {
      if (appliesIn && appliesIn[data.category[entry] as number] !== 1) continue
      if (column.gaps[entry] === NOT_APPLICABLE) continue
      n++
      if (column.gaps[entry] !== ANSWERED) missing++
      else if (column.values[entry] === 0) zero++
    }
    const available = n === 0 ? 1 : 1 - missing / n
    const nonZero = n === missing ? 1 : 1 - zero / (n - missing)
    const leftOut = data.leftOut?.[entry] ? null : verdictOn(step, id, available, nonZero)
    return { missing, zero, available, nonZero, leftOut }
  })
}

const verdictOn = (
  { available: enough, nonZero: enoughNonZero, keep, drop }: StepOf<'screen'>,
  id: string,
  available: number,
  nonZero: number,
): LeftOut | null => {
  if (keep?.includes(id)) return null
  if (drop?.includes(id)) return 'named'
  if (enough !== undefined && available < enough - SLACK) return 'available'
  if (enoughNonZero !== undefined && nonZero < enoughNonZero - SLACK) return 'nonZero'
  return null
}

/**
 * Leaves out what the screening says: those entries' indicators lose their numbers, and no criterion applies to them.
 * A name in `keep` or `drop` that no entry has is the fault `unknown-entry`, for every entry: a ranking with the wrong
 * entries in it is wrong for all of them.
 */
export const screen = (
  step: StepOf<'screen'>,
  given: Given,
  rows: readonly Screened[],
): Changed & { leftOut: Uint8Array } => {
  const { data, readings } = given
  const leftOut = data.leftOut?.slice() ?? new Uint8Array(data.ids.length)
  rows.forEach((row, entry) => {
    if (row.leftOut) leftOut[entry] = 1
  })
  const ids = readings.map(reading => reading.id)
  const columns = Object.fromEntries(ids.map(id => [id, without(numbersOf(given, id), leftOut)]))
  return { columns, leftOut, faults: strangers(step, given, ids) }
}

const without = (column: NumberColumn, leftOut: Uint8Array): NumberColumn => ({
  ...column,
  values: column.values.map((value, e) => (leftOut[e] ? Number.NaN : value)),
  gaps: column.gaps.map((gap, e) => (leftOut[e] && gap === ANSWERED ? UNANSWERED : gap)),
})

const strangers = (
  { keep = [], drop = [] }: StepOf<'screen'>,
  given: Given,
  indicators: readonly string[],
): StepFault[] => {
  const known = new Set(idsOfAll(given))
  const stray = [...keep, ...drop].find(id => !known.has(id))
  if (stray === undefined) return []
  const says = `no entry "${stray}" to keep or drop. Name entries that are scored.`
  return [{ indicators, entries: everyEntry(given.data), error: stepError(given, 'unknown-entry', says) }]
}

/** An entry may be named that is there in another year only. */
const idsOfAll = ({ years }: Given): string[] => years.flatMap(({ data }: { data: Data }) => [...data.ids])
