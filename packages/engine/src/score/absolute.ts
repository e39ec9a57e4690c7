/** Rules that need nothing but the entry itself. Each returns a value 0..1. */
import type { Scoring } from '@tumstock/rubric/contract'
import { sum } from './statistics.ts'

type Rule<By extends Scoring['by']> = Extract<Scoring, { by: By }>

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** Goalposts: (x−from)/(to−from), clamped; with `log` on the natural logarithms of all three, which have to be above 0. */
export const linear = ({ from, to, log }: Rule<'linear'>, value: number): number => {
  const on = (x: number) => (log ? Math.log(x) : x)
  return clamp((on(value) - on(from)) / (on(to) - on(from)))
}

/** The score of the highest band that is reached; below the first 0. */
export const banded = ({ bands }: Rule<'bands'>, value: number): number =>
  bands.findLast(([atLeast]) => value >= atLeast)?.[1] ?? 0

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
