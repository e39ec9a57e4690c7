/** The names of the ways to combine, for whoever keeps words, steps or colours by them. */
import type { Combine } from './contract.ts'

/** The ways that take no numbers; a rubric names them by the word alone. */
export const COMBINE_WORDS = [
  'mean',
  'geometric',
  'harmonic',
  'min',
  'median',
  'weightedMedian',
  'copeland',
  'outranking',
  'kemeny',
] as const satisfies readonly Combine[]

/** Every way by one word: `{ power: 2 }` is `power`. */
export type CombineName = Extract<Combine, string> | 'power' | 'benefitOfDoubt'

export const combineName = (combine: Combine): CombineName => {
  if (typeof combine === 'string') return combine
  return 'power' in combine ? 'power' : 'benefitOfDoubt'
}

/** True where the value comes from who beats whom among the entries, so that no entry has one by itself. */
export const isPairwise = (combine: Combine): boolean =>
  combine === 'copeland' || combine === 'outranking' || combine === 'kemeny'

/** True where weights count for nothing but for 0. */
export const ignoresWeights = (combine: Combine): boolean =>
  combine === 'min' || combine === 'median' || combineName(combine) === 'benefitOfDoubt'
