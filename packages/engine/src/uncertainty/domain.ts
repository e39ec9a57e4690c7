/** Means of a function of the values: Σw·f(v)/Σw, then back by the inverse of f. */
import type { Combine } from '@tumstock/rubric/contract'
import { NEAR_ZERO } from '../combine/power-mean.ts'

/** f: `plain` v · `log` ln v (geometric) · `reciprocal` 1/v (harmonic) · v to a power. */
export type Domain = 'plain' | 'log' | 'reciprocal' | { power: number }

/** Beyond it small values leave the range of numbers unless they are taken relative to the largest. */
const MOST_POWER = 8

/** The f of a way to combine; null where it is no such mean, or not one that can be taken of any values as they are. */
export const domainOf = (combine: Combine): Domain | null => {
  if (combine === 'mean') return 'plain'
  if (combine === 'geometric') return 'log'
  if (combine === 'harmonic') return 'reciprocal'
  if (typeof combine !== 'object' || !('power' in combine)) return null
  const size = Math.abs(combine.power)
  return size >= NEAR_ZERO && size <= MOST_POWER ? { power: combine.power } : null
}

/** f of a value. A value of 0 becomes what makes the mean 0: −∞ under `log`, ∞ under `reciprocal`. */
export const into = (domain: Domain, value: number): number => {
  if (domain === 'plain') return value
  if (domain === 'log') return Math.log(value)
  // −0 + 0 is 0, whose reciprocal is not −∞.
  if (domain === 'reciprocal') return 1 / (value + 0)
  return (value + 0) ** domain.power
}

/** The inverse of f. */
export const outOf = (domain: Domain, value: number): number => {
  if (domain === 'plain') return value
  if (domain === 'log') return Math.exp(value)
  if (domain === 'reciprocal') return 1 / value
  return value ** (1 / domain.power)
}

export const isSame = (a: Domain, b: Domain): boolean =>
  typeof a === 'object' && typeof b === 'object' ? a.power === b.power : a === b
