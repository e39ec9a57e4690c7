/** Rules that need nothing but the entry itself. */
import type { Scoring } from '@tumstock/rubric/contract'
import { sum } from './statistics.ts'

type Rule<By extends Scoring['by']> = Extract<Scoring, { by: By }>

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/**
 * Goalposts: (x−from)/(to−from), clamped to 0..1 unless the rule is `open`; with `log` on the natural logarithms of all
 * three, which have to be above 0.
 *
 * @param numbers NaN = none, and stays so
 * @param into gets a value per number
 */
export const linear = (
  { from, to, log, open }: Rule<'linear'>,
  numbers: Float64Array,
  into: Float64Array,
): void => {
  const start = log ? Math.log(from) : from
  const span = (log ? Math.log(to) : to) - start
  // What is at `from` is 0 over the span: −0 where lower is better, which + 0 makes 0.
  if (log) for (let e = 0; e < into.length; e++) into[e] = (Math.log(numbers[e] as number) - start) / span + 0
  else for (let e = 0; e < into.length; e++) into[e] = ((numbers[e] as number) - start) / span + 0
  if (open) return
  for (let e = 0; e < into.length; e++) {
    const value = into[e] as number
    // Written out, since NaN has to pass and most values lie within: a branch that is never taken costs nothing.
    if (value <= 0) into[e] = 0
    else if (value > 1) into[e] = 1
  }
}

/** The score of the highest band that is reached; below the first 0. */
export const banded = ({ bands }: Rule<'bands'>, numbers: Float64Array, into: Float64Array): void => {
  for (let e = 0; e < into.length; e++)
    into[e] = bands.findLast(([atLeast]) => (numbers[e] as number) >= atLeast)?.[1] ?? 0
}

/** Points had over points to be had; points below 0 in sum count as 0. */
export const pointed = (had: number, most: number): number => clamp(had / most)

/**
 * Trimmed mean of marks over the range of the scale: (mean − lowest)/(highest − lowest). `trim` is the share of the marks
 * left out at each end, rounded down to whole marks (as in R's `mean(x, trim)`); at 0.5 the median remains.
 */
export const panelled = ({ scale, trim = 0 }: Rule<'panel'>, marks: readonly number[]): number => {
  const points = scale.map(anchor => anchor.points)
  const lowest = Math.min(...points)
  const kept = trimmed(marks, trim)
  return clamp((sum(kept) / kept.length - lowest) / (Math.max(...points) - lowest))
}

const trimmed = (marks: readonly number[], trim: number): number[] => {
  const ascending = marks.toSorted((a, b) => a - b)
  // 0.29 × 100 is 28.999…96 in binary; at least one mark (of an even number, two) stays in the middle.
  const perEnd = Math.min(Math.floor(trim * marks.length + 1e-9), Math.ceil(marks.length / 2) - 1)
  return ascending.slice(perEnd, marks.length - perEnd)
}
