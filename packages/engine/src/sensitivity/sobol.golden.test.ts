import type { Scoring, Step } from '@tumstock/rubric/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { quantile } from '../compare/profile.ts'
import { asemData, asemPath, asemRubric, asemSteps } from '../golden/asem.fixture.ts'
import { apart, golden, goldenIsAbsent } from '../golden/golden.fixture.ts'
import type { Assumption } from '../uncertainty/assumptions.ts'
import { type Model, modelOf } from '../uncertainty/model.ts'
import { runWith } from '../uncertainty/simulate.ts'
import { intervalsOf, resamplesOf } from './bootstrap.ts'
import { termsOfBlocks } from './function.fixture.ts'
import { type Indices, indicesOf } from './indices.ts'
import { changeOf } from './rank-change.ts'
import { sensitivity } from './sensitivity.ts'

type Matrix = { rows: readonly string[]; cols: readonly string[]; data: readonly (readonly number[])[] }

type ByUnit = { uCode: readonly string[] }

type File = {
  specs: { 'weights_levels_2_3_noise_0.25': Matrix }
  SA: {
    N: number
    alt_index_1based: Matrix
    Nominal: ByUnit & { Score: readonly number[]; Rank: readonly number[] }
    RankStats: ByUnit & Readonly<Record<'Mean' | 'Median' | 'Q5' | 'Q95', readonly number[]>>
    mean_abs_rank_change_per_run: readonly number[]
    Sensitivity: Readonly<Record<'Si' | 'STi' | 'Si_q5' | 'Si_q95' | 'STi_q5' | 'STi_q95', readonly number[]>>
    Scores_units_by_run: Matrix
    Ranks_units_by_run: Matrix
  }
}

const treats = (): Step[] => {
  const treat = asemSteps()[3] as Extract<Step, { do: 'treat' }>
  return [1, 2, 3, 4, 5].map(most => ({ ...treat, winsorise: { most } }))
}

const rules: Scoring[] = [
  { by: 'minmax', range: [0.01, 1] },
  { by: 'zscore', open: { mean: 0.1, sd: 0.02 } },
]

/** In the order of the file: winsorising, normalisation, weights of the pillars and sub-indices, aggregation. */
const assumptions = (weighted: readonly string[]): Assumption[] => [
  { vary: 'step', at: 3, among: treats() },
  { vary: 'scoring', among: rules },
  { vary: 'weights', by: 0.25, of: weighted },
  { vary: 'combine', among: ['mean', 'geometric'] },
]

describe.skipIf(goldenIsAbsent)('the sensitivity analysis of COINr: 1,500 runs on the ASEM index', () => {
  let file: File
  let model: Model
  let scores: Float64Array[]
  let ranks: Int32Array[]
  let change: Float64Array
  let indices: Indices

  beforeAll(() => {
    file = golden<File>('sensitivity-sobol.json')
    const sets = file.specs['weights_levels_2_3_noise_0.25']
    const isLeaf = (code: string) => sets.data.every(set => set[sets.cols.indexOf(code)] === 1)
    const rubric = asemRubric({ steps: asemSteps() })
    const varied = sets.cols.filter(code => !isLeaf(code)).map(asemPath)
    model = modelOf({ rubric, data: asemData(rubric) }, assumptions(varied))
    const weightSets = sets.data.map(set =>
      Object.fromEntries(sets.cols.flatMap((code, i) => (isLeaf(code) ? [] : [[asemPath(code), set[i]!]]))),
    )
    const runs = file.SA.alt_index_1based.data.map(([winmax, rule, weights, combine]) =>
      runWith(model, {
        alternatives: [winmax! - 1, rule! - 1, 0, combine! - 1],
        weights: weightSets[weights! - 1]!,
      }),
    )
    scores = runs.map(run => run.scores.slice())
    ranks = runs.map(run => run.ranks.slice())
    change = Float64Array.from(ranks, run => changeOf(model.nominal.ranks, run))
    indices = indicesOf(theirTerms(change), undefined, 'zero')!
  })

  const theirTerms = (y: Float64Array) => {
    const { N } = file.SA
    const blocks = [0, 1, 2, 3, 4, 5].map(b => [...y.subarray(b * N, (b + 1) * N)])
    return termsOfBlocks({ factors: 4, crossed: false }, blocks)
  }

  const place = (code: string) => model.ids.indexOf(code)

  test('the nominal scores and ranks', () => {
    const { uCode, Score, Rank } = file.SA.Nominal
    expect(
      Math.max(...uCode.map((code, i) => apart(model.nominal.scores[place(code)]! * 100, Score[i]!))),
    ).toBeLessThan(1e-12)
    expect(uCode.map(code => model.nominal.ranks[place(code)])).toEqual(Rank)
  })

  test('every score of every run', () => {
    const { rows, data } = file.SA.Scores_units_by_run
    const worst = rows.map((code, u) =>
      Math.max(...scores.map((run, r) => apart(run[place(code)]! * 100, data[u]![r + 1]!))),
    )
    expect(Math.max(...worst)).toBeLessThan(1e-12)
  })

  test('every rank of every run', () => {
    const { rows, data } = file.SA.Ranks_units_by_run
    rows.forEach((code, u) => {
      expect(ranks.map(run => run[place(code)])).toEqual(data[u]!.slice(1))
    })
  })

  test('the mean change of rank in every run', () => {
    const theirs = file.SA.mean_abs_rank_change_per_run
    expect(Math.max(...theirs.map((value, run) => apart(change[run]!, value)))).toBeLessThan(1e-12)
  })

  test('first and total order, not about the mean', () => {
    const { Si, STi } = file.SA.Sensitivity
    expect(Math.max(...Si.map((value, i) => apart(indices.first[i]!, value)))).toBeLessThan(1e-12)
    expect(Math.max(...STi.map((value, i) => apart(indices.total[i]!, value)))).toBeLessThan(1e-12)
  })

  test('rank statistics over the first 2N runs, which are A and B', () => {
    const { uCode, Mean, Median, Q5, Q95 } = file.SA.RankStats
    uCode.forEach((code, u) => {
      const own = Float64Array.from(ranks.slice(0, 2 * file.SA.N), run => run[place(code)]!).sort()
      const mean = own.reduce((sum, rank) => sum + rank, 0) / own.length
      const found = [mean, quantile(own, 0.5), quantile(own, 0.05), quantile(own, 0.95)]
      const theirs = [Mean[u]!, Median[u]!, Q5[u]!, Q95[u]!]
      expect(Math.max(...found.map((value, i) => apart(value, theirs[i]!)))).toBeLessThan(1e-12)
    })
  })

  // Theirs resample each index by itself with its variance held, ours whole rows with all of it: alike, not equal.
  test('intervals about as wide as theirs', () => {
    const { STi_q5, STi_q95 } = file.SA.Sensitivity
    const ours = intervalsOf(theirTerms(change), resamplesOf(file.SA.N, { times: 400, seed: 1 }))!
    ours.total.forEach(([low, high], i) => {
      const width = STi_q95[i]! - STi_q5[i]!
      expect((high - low) / width).toBeGreaterThan(0.4)
      expect((high - low) / width).toBeLessThan(1.6)
      expect(low).toBeLessThan(indices.total[i]!)
      expect(high).toBeGreaterThan(indices.total[i]!)
    })
  })

  test('runs of our own order the assumptions as theirs do: aggregation first, then normalisation', () => {
    const { change: found } = sensitivity(model, { n: 256, seed: 1, bootstrap: 100 })
    if (found.outcome !== 'shared') throw new Error(found.outcome)
    const totals = found.effects.map(({ total }) => total)
    const order = [...totals.keys()].sort((a, b) => totals[b]! - totals[a]!)
    expect(order.slice(0, 2)).toEqual([3, 1])
    const { STi } = file.SA.Sensitivity
    totals.forEach((total, i) => {
      expect(Math.abs(total - STi[i]!)).toBeLessThan(0.15)
    })
  })
})
