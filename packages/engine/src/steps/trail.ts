/** What the steps did to one cell, told step by step. */
import { ANSWERED } from '../score/data.ts'
import type { Change, Imputed, Screening } from './change.ts'
import type { Given, NumberColumn, StepOf } from './given.ts'
import { groupsOf } from './impute-column.ts'
import { completeEntries } from './impute-regression.ts'
import { sourcesFor } from './impute-row.ts'
import { fromYears, pointsFinder } from './impute-years.ts'
import type { Prepared, Stage } from './prepare.ts'

/**
 * Every change of one indicator's number for one entry, in the order of the steps; empty where none changed it.
 *
 * @param entry index into the data's `ids`
 */
export const trailOf = (prepared: Prepared, id: string, entry: number): Change[] =>
  prepared.stages.flatMap((stage, at) => {
    const given = givenAt(prepared, at)
    const before = given.data.columns[id]
    const after = stage.data.columns[id]
    if (before === after || before?.kind !== 'number' || after?.kind !== 'number') return []
    return changesOf(stage, given, { id, entry, before, after })
  })

/** Why an entry is left out; null = it is not. */
export const leftOutOf = ({ stages }: Pick<Prepared, 'stages'>, entry: number): Screening | null => {
  for (const { screening } of stages) {
    const row = screening?.[entry]
    if (row?.leftOut) return { why: row.leftOut, available: row.available, nonZero: row.nonZero }
  }
  return null
}

/** Indicators that a criterion reads and whose number for the entry was put there by a step, in the order of their ids. */
export const imputedAt = ({ data, readings }: Pick<Prepared, 'data' | 'readings'>, entry: number): string[] =>
  readings.flatMap(({ id }) => {
    const column = data.columns[id]
    return column?.kind === 'number' && column.imputed?.[entry] ? [id] : []
  })

/** The years that a step was given are known where it used them; see `Prepared.years`. */
const givenAt = ({ plan, readings, raw, stages, year, years }: Prepared, step: number): Given => {
  const data = stages[step - 1]?.data ?? raw
  return { plan, readings, step, data, year, years: years[step] ?? [{ year, data }] }
}

type Cell = { id: string; entry: number; before: NumberColumn; after: NumberColumn }

const changesOf = (stage: Stage, given: Given, cell: Cell): Change[] => {
  const { step } = stage
  const [from, to] = [numberAt(cell.before, cell.entry), numberAt(cell.after, cell.entry)]
  const base = { step: given.step, from, to }
  if (step.do === 'denominate') return divided(step, given, cell, base)
  if (step.do === 'treat') return treated(stage, step, cell, base)
  if (from === to) return []
  if (step.do === 'impute') return [{ ...base, did: 'imputed', ...basisOf(step, given, cell) }]
  const row = leftOutOf({ stages: [stage] }, cell.entry)
  return row ? [{ ...base, did: 'leftOut', ...row }] : []
}

type Base = Pick<Change, 'step' | 'from' | 'to'>

const numberAt = ({ values, gaps }: NumberColumn, entry: number): number | null =>
  gaps[entry] === ANSWERED ? (values[entry] as number) : null

const divided = (step: StepOf<'denominate'>, { data }: Given, { id, entry }: Cell, base: Base): Change[] => {
  const { by, per = 1 } = step.each[id] ?? {}
  const divisors = by === undefined ? undefined : data.columns[by]
  if (by === undefined || base.from === null || divisors?.kind !== 'number') return []
  return [{ ...base, did: 'divided', by, divisor: numberAt(divisors, entry), per }]
}

const treated = (
  stage: Stage,
  step: StepOf<'treat'>,
  { id }: Cell,
  { step: at, from, to }: Base,
): Change[] => {
  const row = stage.treatments?.find(treatment => treatment.id === id)
  if (!row || from === null) return []
  const test = step.test && { test: step.test }
  const changes: Change[] = []
  let now = from
  if (row.winsorised && (row.result === 'winsorised' || step.both)) {
    const { low, high, moved } = row.winsorised
    const set = Math.min(high, Math.max(low, from))
    const end = set < from ? 'high' : 'low'
    if (set !== from) changes.push({ step: at, from, to: set, did: 'winsorised', end, moved, ...test })
    now = set
  }
  if (row.result === 'transformed' && step.then)
    changes.push({ step: at, from: now, to, did: 'transformed', by: step.then, ...test })
  return changes
}

const basisOf = (step: StepOf<'impute'>, given: Given, { id, entry, before }: Cell): Imputed => {
  if (step.by === 'mean' || step.by === 'median') {
    const groups = groupsOf(given, step.within)
    const group = groups.of(entry) ?? 0
    const within = groups.nameOf(group)
    return { by: step.by, n: groups.numbers(before, group).length, ...(within !== undefined && { within }) }
  }
  if (step.by === 'rowMean' || step.by === 'rowMedian')
    return { by: step.by, n: sourcesOf(step, given, id, entry) }
  if (step.by === 'regression') {
    const on = step.on.map(other => given.data.columns[other]).filter(column => column?.kind === 'number')
    return { by: step.by, on: step.on, n: completeEntries(given, before, on).length }
  }
  return { by: step.by, years: fromYears(step.by, given.year, pointsFinder(given)(id, entry)).years }
}

const sourcesOf = (
  step: Extract<StepOf<'impute'>, { by: 'rowMean' | 'rowMedian' }>,
  { readings, data }: Given,
  id: string,
  entry: number,
): number => {
  const target = readings.find(reading => reading.id === id)
  if (!target) return 0
  return sourcesFor(
    step,
    target,
    readings.map(reading => ({ reading })),
  ).filter(({ reading }) => data.columns[reading.id]?.gaps[entry] === ANSWERED).length
}
