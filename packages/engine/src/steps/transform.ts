import type { Transform } from '@tumstock/rubric/contract'
import { skewness } from '../score/statistics.ts'
import { SLACK } from './winsorise.ts'

/** The function that a transform is on these numbers, or what stands in its way. */
export type Transformed =
  | { apply: (value: number) => number }
  | { wrong: 'zero-range' | 'not-positive'; says: string }

/**
 * Transforms an indicator, keeping its order. With min, max and range = max − min of its numbers:
 * `log` ln(x − min + range/100) · `logMirrored` the same where skewness is above 0, else −ln(max − x + range/100) ·
 * `logFromOne` ln(x − min + 1) · `logScaled` ln((max − 1)(x − min)/range + 1) · `boxCox` λ ((x − min + 1)^λ − 1)/λ, ln for λ = 0.
 *
 * The COIN Tool's and COINr's log_CT, log_CT_plus, log_CT_orig, log_GII and boxcox (Box & Cox, JRSS B 26, 1964).
 * COINr 1.1.14 returns x unchanged for log_GII, a bug; here it is the Global Innovation Index's formula. That reverses
 * the order for max < 1 and is 0 throughout for max = 1, so max has to be above 1.
 *
 * @param ascending sorted numbers, at least one
 */
export const transformOf = (transform: Transform, ascending: Float64Array): Transformed => {
  const min = ascending[0] as number
  const max = ascending[ascending.length - 1] as number
  const range = max - min
  if (typeof transform === 'object') return { apply: boxCox(transform.boxCox, min) }
  if (transform === 'logFromOne') return { apply: x => Math.log1p(x - min) }
  if (!(range > 0))
    return { wrong: 'zero-range', says: `all its numbers are ${min}. It needs two different ones.` }
  if (transform === 'logScaled') {
    if (max > 1) return { apply: x => Math.log1p(((max - 1) * (x - min)) / range) }
    return { wrong: 'not-positive', says: `its highest number is ${max}. Allowed: above 1.` }
  }
  const least = 0.01 * range
  if (transform === 'logMirrored' && !(skewness(ascending) > SLACK))
    return { apply: x => -Math.log(max - x + least) }
  return { apply: x => Math.log(x - min + least) }
}

/** By logarithms of 1 + y and e^y − 1, which keep the digits of numbers near the lowest and of powers near 0. */
const boxCox =
  (lambda: number, min: number) =>
  (x: number): number => {
    const log = Math.log1p(x - min)
    return lambda === 0 ? log : Math.expm1(lambda * log) / lambda
  }
