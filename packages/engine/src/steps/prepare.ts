/** Runs a rubric's steps over the indicators, keeping what each left behind. */
import type { Step } from '@tumstock/rubric/contract'
import type { Data } from '../score/data.ts'
import type { Plan } from '../score/plan.ts'
import { denominate } from './denominate.ts'
import type { Changed, Given, StepFault, YearData } from './given.ts'
import { imputeColumn } from './impute-column.ts'
import { imputeRegression } from './impute-regression.ts'
import { imputeRow } from './impute-row.ts'
import { imputeYears } from './impute-years.ts'
import { type Reading, readingsOf } from './readings.ts'
import { type Screened, screen, screening } from './screen.ts'
import { type Treatment, treat } from './treat.ts'

/** One step done. `screening` and `treatments` say what a step of those kinds found. */
export type Stage = {
  step: Step
  /** As the step left it. Columns that it did not touch are those of the stage before. */
  data: Data
  faults: readonly StepFault[]
  screening?: readonly Screened[]
  treatments?: readonly Treatment[]
}

export type Prepared = {
  /** The plan whose steps were run. */
  plan: Plan
  readings: readonly Reading[]
  year: number
  /** As it was before any step. */
  raw: Data
  stages: readonly Stage[]
  /** For each step, the data of all years as the steps before left them. */
  years: readonly (readonly YearData[])[]
  /** What is scored. */
  data: Data
  /** What relative rules compare it with: itself, or with `years: 'pooled'` the data of all years. */
  among: readonly Data[]
  faults: readonly StepFault[]
}

/**
 * Runs all steps of a plan on one year's data.
 *
 * What goes wrong with an indicator is not thrown: it stands in `faults`, and makes the criteria that read it fail.
 *
 * @returns the data to be scored, with what each step left; the data given are not changed
 * @throws RubricError `unknown-read` when a step names something that is no indicator
 */
export const prepare = (plan: Plan, data: Data): Prepared =>
  prepareYears(plan, [{ year: 0, data }])[0] as Prepared

/**
 * Runs all steps on the data of several years, step by step, so that imputing over years sees what the steps before made of
 * each. Every other step stays within its year.
 *
 * @param years in any order, each year once
 * @returns one for each, in the order given
 */
export const prepareYears = (plan: Plan, years: readonly YearData[]): Prepared[] => {
  const readings = readingsOf(plan)
  const nothing = { stages: [], years: [], faults: [], among: [] }
  const fresh = years.map(({ year, data }) => ({ ...nothing, plan, readings, year, raw: data, data }))
  const prepared = run(fresh, plan.steps, 0)
  const all = prepared.map(({ data }) => data)
  return prepared.map(one => ({ ...one, among: plan.years === 'pooled' ? all : [one.data] }))
}

/**
 * Runs the steps from one of them on again, with others in their place: what the ones before left is used as it is. For
 * many alternatives of one step, at the cost of that step and those after it.
 *
 * @param prepared by `prepare`, of one year, not changed
 * @param steps all steps; those before `from` are taken to be the ones that were run
 * @param from index of the first that is run again, at most as many as were run
 */
export const replay = (prepared: Prepared, steps: readonly Step[], from: number): Prepared => {
  const stages = prepared.stages.slice(0, from)
  const back: Prepared = {
    ...prepared,
    plan: { ...prepared.plan, steps },
    stages,
    years: prepared.years.slice(0, from),
    data: stages.at(-1)?.data ?? prepared.raw,
    faults: stages.flatMap(stage => stage.faults),
  }
  const again = run([back], steps, from)[0] as Prepared
  return { ...again, among: [again.data] }
}

const run = (before: readonly Prepared[], steps: readonly Step[], from: number): Prepared[] => {
  let now = [...before]
  for (let at = from; at < steps.length; at++) {
    const years = now.map(({ year, data }) => ({ year, data })).sort((a, b) => a.year - b.year)
    now = now.map(prepared => {
      const { plan, readings, data, year } = prepared
      const stage = stageOf(steps[at] as Step, { plan, readings, step: at, data, year, years })
      return {
        ...prepared,
        data: stage.data,
        stages: [...prepared.stages, stage],
        years: [...prepared.years, years],
        faults: [...prepared.faults, ...stage.faults],
      }
    })
  }
  return now
}

const stageOf = (step: Step, given: Given): Stage => {
  if (step.do === 'screen') {
    const rows = screening(step, given)
    const { leftOut, ...changed } = screen(step, given, rows)
    const { data, faults } = stageFrom(given, changed)
    return { step, data: { ...data, leftOut }, faults, screening: rows }
  }
  if (step.do === 'treat') {
    const { table, ...changed } = treat(step, given)
    return { step, ...stageFrom(given, changed), treatments: table }
  }
  return {
    step,
    ...stageFrom(given, step.do === 'denominate' ? denominate(step, given) : impute(step, given)),
  }
}

const stageFrom = ({ data }: Given, { columns, faults }: Changed): Pick<Stage, 'data' | 'faults'> => ({
  data: { ...data, columns: { ...data.columns, ...columns } },
  faults,
})

const impute = (step: Extract<Step, { do: 'impute' }>, given: Given): Changed => {
  switch (step.by) {
    case 'mean':
    case 'median':
      return imputeColumn(step, given)
    case 'rowMean':
    case 'rowMedian':
      return imputeRow(step, given)
    case 'regression':
      return imputeRegression(step, given)
    default:
      return imputeYears(step, given)
  }
}
