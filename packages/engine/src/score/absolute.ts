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
 */
export const linear = ({ from, to, log, open }: Rule<'linear'>, numbers: Float64Array): Float64Array => {
  const values = log ? numbers.map(Math.log) : new Float64Array(numbers.length)
  const x = log ? values : numbers
  const start = log ? Math.log(from) : from
  const span = (log ? Math.log(to) : to) - start
  if (open) for (let e = 0; e < x.length; e++) values[e] = ((x[e] as number) - start) / span
  else for (let e = 0; e < x.length; e++) values[e] = clamp(((x[e] as number) - start) / span)
  return values
}

/** The score of the highest band that is reached; below the first 0. */
export const banded = ({ bands }: Rule<'bands'>, numbers: Float64Array): Float64Array =>
  numbers.map(value => bands.findLast(([atLeast]) => value >= atLeast)?.[1] ?? 0)

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
