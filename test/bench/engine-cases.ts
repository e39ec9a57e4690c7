/** What is measured of uncertainty and sensitivity, by name: in turn with plain loops, or alone for its memory. */
import { availableParallelism } from 'node:os'
import type { Assumption } from '@tumstock/engine/assumptions'
import { asemData, asemRubric, asemSteps } from '@tumstock/engine/golden/asem'
import { goldenIsAbsent } from '@tumstock/engine/golden/numbers'
import { modelOf } from '@tumstock/engine/model'
import { sensitivity } from '@tumstock/engine/sensitivity'
import type { Subject } from '@tumstock/engine/subject'
import { uncertainty } from '@tumstock/engine/uncertainty'
import { uncertaintyInThreads } from '@tumstock/engine/uncertainty-threads'
import { fortyNine, sixtyBy, WINSORISE } from './engine-world.ts'

/** With what they are to take at most, in milliseconds on two cores. */
export const SIZES = [
  { units: 357, runs: 10_000, target: { one: 200 } },
  { units: 10_000, runs: 1000, target: {} },
  { units: 90_000, runs: 100, target: { all: 800 } },
] as const

export const WEIGHTS: Assumption[] = [{ vary: 'weights', by: 0.25 }]

/** Its last step treats outliers. */
export const reference = (): Subject => {
  if (goldenIsAbsent) return fortyNine()
  const rubric = asemRubric({ steps: asemSteps() })
  return { rubric, data: asemData(rubric) }
}

/** As in the reference: how many points are winsorised, how it is normalised, weights, how it is combined. */
const four = ({ rubric }: Subject): Assumption[] => [
  {
    vary: 'step',
    at: (rubric.steps?.length ?? 0) - 1,
    among: [1, 2, 3, 4, 5].map(most => ({ ...WINSORISE, winsorise: { most } })),
  },
  {
    vary: 'scoring',
    among: [
      { by: 'minmax', range: [0.01, 1] },
      { by: 'zscore', open: { mean: 0.1, sd: 0.02 } },
    ],
  },
  { vary: 'weights', by: 0.25 },
  { vary: 'combine', among: ['mean', 'geometric'] },
]

const SEED = 1
/** Rows of the design: with four assumptions six runs each. */
export const SOBOL_ROWS = 250

/** Everything but reading the data: the model, the runs, the statistics of every unit. */
const alone = (units: number, runs: number) => {
  const subject = sixtyBy(units)
  return () => void uncertainty(modelOf(subject, WEIGHTS), { runs, seed: SEED, nominees: 3 })
}

const together = (units: number, runs: number) => {
  const subject = sixtyBy(units)
  const threads = availableParallelism()
  return async () =>
    void (await uncertaintyInThreads(subject, WEIGHTS, { runs, seed: SEED, nominees: 3 }, { threads }))
}

/** Makes the data, and gives the work that is measured. */
export const CASES: Readonly<Record<string, () => () => void | Promise<void>>> = {
  ...Object.fromEntries(
    SIZES.map(({ units, runs }) => [`weights ${units} × 60 × ${runs}`, () => alone(units, runs)]),
  ),
  ...Object.fromEntries(
    SIZES.map(({ units, runs }) => [
      `weights ${units} × 60 × ${runs}, all cores`,
      () => together(units, runs),
    ]),
  ),
  'four assumptions 51 × 49 × 500': () => {
    const subject = reference()
    return () => void uncertainty(modelOf(subject, four(subject)), { runs: 500, seed: SEED, nominees: 3 })
  },
  "Sobol' 51 × 49, 1500 runs": () => {
    const subject = reference()
    return () => void sensitivity(modelOf(subject, four(subject)), { n: SOBOL_ROWS, seed: SEED })
  },
}
