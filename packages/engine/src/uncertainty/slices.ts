/** The runs of an analysis, by what they choose, and cut into slices that any thread can take. */
import { uniform } from './random.ts'
import type { Points, Range, Runnable } from './runs.ts'

/** The points of an uncertainty analysis: coordinate f of run r is number r of stream f. */
export const pointsOf =
  (seed: number): Points =>
  (run, into) => {
    for (let factor = 0; factor < into.length; factor++) into[factor] = uniform(seed, factor, run)
  }

/** Runs of the same alternatives. */
export type Slice = { chosen: readonly number[]; runs: readonly number[] }

type Choosing = Pick<Runnable, 'factors' | 'alternatives'>

/** @param most runs of a slice */
export const slicesOf = (model: Choosing, points: Points, range: Range, most: number): Slice[] =>
  [...byChoice(model, points, range).values()].flatMap(({ chosen, runs }) =>
    Array.from({ length: Math.ceil(runs.length / most) }, (_, i) => ({
      chosen,
      runs: runs.slice(i * most, (i + 1) * most),
    })),
  )

/** Runs that choose the same alternatives belong together: what they chose, and which they are. */
export const byChoice = (
  { factors, alternatives }: Choosing,
  points: Points,
  { from, to }: Range,
): Map<number, Slice> => {
  const point = new Float64Array(factors)
  const groups = new Map<number, { chosen: readonly number[]; runs: number[] }>()
  for (let run = from; run < to; run++) {
    points(run, point)
    let key = 0
    for (let factor = 0; factor < factors; factor++) {
      const count = alternatives[factor] as number
      if (count > 0) key = key * count + Math.floor((point[factor] as number) * count)
    }
    const known = groups.get(key)
    if (known) known.runs.push(run)
    else groups.set(key, { chosen: alternativesAt(alternatives, point), runs: [run] })
  }
  return groups
}

/** The alternative that each coordinate takes. */
const alternativesAt = (alternatives: readonly number[], point: Float64Array): number[] =>
  alternatives.map((count, factor) => Math.floor((point[factor] as number) * count))
