import type { Combine, Scoring, Step } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { asemData, asemPath, asemRubric, asemSteps } from '../golden/asem.fixture.ts'
import { apart, golden, goldenIsAbsent } from '../golden/golden.fixture.ts'
import type { Assumption } from './assumptions.ts'
import { counterOf } from './counter.ts'
import { modelOf } from './model.ts'
import { runWith } from './simulate.ts'

import { uncertaintyFrom } from './uncertainty.ts'

type Matrix = { rows: readonly string[]; cols: readonly string[]; data: readonly (readonly number[])[] }
type Analysis = {
  alt_index_1based: Matrix
  RankStats: Readonly<Record<'Mean' | 'Median' | 'Q5' | 'Q95' | 'Nominal', readonly number[]>> & {
    uCode: readonly string[]
  }
  Nominal: { uCode: readonly string[]; Score: readonly number[]; Rank: readonly number[] }
  Scores_units_by_run: Matrix
  Ranks_units_by_run: Matrix
}
type File = { specs: Readonly<Record<string, Matrix>>; UA: Analysis }

/** Replays every run of the reference; its own random numbers and weights, since R's generator is not ours. */
const replay = (
  { UA, specs }: File,
  assumptions: readonly Assumption[],
  { weights, columns }: { weights: string; columns: readonly string[] },
) => {
  const rubric = asemRubric({ steps: asemSteps() })
  const model = modelOf({ rubric, data: asemData(rubric) }, assumptions)
  const sets = specs[weights] as Matrix
  const paths = sets.cols.map(code => (code === 'Index' ? null : asemPath(code)))
  const weightsOf = (set: number) =>
    Object.fromEntries(
      (sets.data[set] as readonly number[]).flatMap((weight, i) => (paths[i] ? [[paths[i], weight]] : [])),
    )
  const request = { runs: UA.alt_index_1based.data.length, seed: 0 }
  const counter = counterOf(model.ids.length, request, request.runs)
  const runs = UA.alt_index_1based.data.map((chosen, place) => {
    const at = (column: string) => (chosen[UA.alt_index_1based.cols.indexOf(column)] as number) - 1
    const run = runWith(model, { alternatives: columns.map(at), weights: weightsOf(at('Weights')) })
    counter.count(run.ranks, place)
    return { scores: run.scores.slice(), ranks: run.ranks.slice() }
  })
  return { model, runs, result: uncertaintyFrom(model, request, counter.tally()) }
}

const compare = ({ UA }: File, { model, runs, result }: ReturnType<typeof replay>) => {
  const byCode = new Map(model.ids.map((id, i) => [id, i]))
  const codes = UA.Scores_units_by_run.rows
  expect([...byCode.keys()].sort()).toEqual([...codes].sort())
  let worst = 0
  let wrong = 0
  codes.forEach((code, row) => {
    const i = byCode.get(code) as number
    const scores = UA.Scores_units_by_run.data[row] as readonly number[]
    const ranks = UA.Ranks_units_by_run.data[row] as readonly number[]
    worst = Math.max(worst, apart((model.nominal.scores[i] as number) * 100, scores[0] as number))
    if (model.nominal.ranks[i] !== ranks[0]) wrong++
    runs.forEach((run, r) => {
      worst = Math.max(worst, apart((run.scores[i] as number) * 100, scores[r + 1] as number))
      if (run.ranks[i] !== ranks[r + 1]) wrong++
    })
  })
  expect(wrong).toBe(0)
  expect(worst).toBeLessThan(1e-12)
  const { uCode, Nominal, Mean, Median, Q5, Q95 } = UA.RankStats
  uCode.forEach((code, row) => {
    const unit = result.units[byCode.get(code) as number]
    expect([unit?.rank, unit?.median]).toEqual([Nominal[row], Median[row]])
    expect(apart(unit?.mean ?? null, Mean[row] as number)).toBeLessThan(1e-12)
    expect(apart(unit?.low ?? null, Q5[row] as number)).toBeLessThan(1e-12)
    expect(apart(unit?.high ?? null, Q95[row] as number)).toBeLessThan(1e-12)
  })
}

describe.skipIf(goldenIsAbsent)('the analyses of the reference, run by run', () => {
  test('weights of all levels, 1000 runs', () => {
    const file = golden<File>('uncertainty-weights.json')
    const options = { weights: 'weights_levels_1_2_3_noise_0.25', columns: ['Weights'] }
    compare(file, replay(file, [{ vary: 'weights', by: 0.25 }], options))
  })

  test('treatment, normalisation, weights and aggregation at once, 500 runs', () => {
    const file = golden<File>('uncertainty-4-assumptions.json')
    const steps = asemSteps()
    const at = steps.findIndex(step => step.do === 'treat')
    const treat = steps[at] as Extract<Step, { do: 'treat' }>
    const scorings: Scoring[] = [
      { by: 'minmax', range: [0.01, 1] },
      { by: 'zscore', open: { mean: 0.1, sd: 0.02 } },
    ]
    const combines: Combine[] = ['mean', 'geometric']
    const assumptions: Assumption[] = [
      { vary: 'step', at, among: [1, 2, 3, 4, 5].map(most => ({ ...treat, winsorise: { most } })) },
      { vary: 'scoring', among: scorings },
      { vary: 'weights', by: 0.25 },
      { vary: 'combine', among: combines },
    ]
    const columns = ['Winmax', 'Normalisation', 'Weights', 'Aggregation']
    compare(file, replay(file, assumptions, { weights: 'weights_levels_2_3_noise_0.25', columns }))
  })
})
