/** What is measured of uncertainty and sensitivity, by name: in turn with plain loops, or alone for its memory. */
import { availableParallelism } from 'node:os'
import type { Assumption } from '@tumstock/engine/assumptions'
import { modelOf } from '@tumstock/engine/model'
import { sensitivity } from '@tumstock/engine/sensitivity'
import { uncertainty } from '@tumstock/engine/uncertainty'
import { uncertaintyInThreads } from '@tumstock/engine/uncertainty-threads'
import { fortyNine, sixtyBy, WINSORISE } from './engine-world.ts'

export const SIZES = [
  { units: 357, runs: 10_000 },
  { units: 10_000, runs: 1000 },
  { units: 90_000, runs: 100 },
] as const

export const WEIGHTS: Assumption[] = [{ vary: 'weights', by: 0.25 }]

/** As in the reference: how many points are winsorised, how it is normalised, weights, how it is combined. */
const FOUR: Assumption[] = [
  { vary: 'step', at: 0, among: [1, 2, 3, 4, 5].map(most => ({ ...WINSORISE, winsorise: { most } })) },
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
    const subject = fortyNine()
    return () => void uncertainty(modelOf(subject, FOUR), { runs: 500, seed: SEED, nominees: 3 })
  },
  "Sobol' 51 × 49, 1500 runs": () => {
    const subject = fortyNine()
    return () => void sensitivity(modelOf(subject, FOUR), { n: 250, seed: SEED })
  },
}
