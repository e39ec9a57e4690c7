import type { OutlierTest, Step, Transform } from '@tumstock/rubric/contract'

type Impute = Extract<Step, { do: 'impute' }>

/** What an imputed number rests on. */
export type Imputed =
  /** `n` numbers of other entries; `within`: the category or answer that they share with this one. */
  | { by: Extract<Impute['by'], 'mean' | 'median'>; n: number; within?: string }
  /** `n` other indicators of the same entry. */
  | { by: Extract<Impute['by'], 'rowMean' | 'rowMedian'>; n: number }
  /** These indicators of the same entry, by the coefficients that `n` entries gave. */
  | { by: 'regression'; on: readonly string[]; n: number }
  /** Numbers of the same entry in these years. */
  | { by: Extract<Impute['by'], 'last' | 'linear' | 'constant'>; years: readonly number[] }

/** One thing that one step did to one cell: plain data for screens, in the order in which it was done. */
export type Change = {
  /** Index into the rubric's steps. */
  step: number
  /** The number before and after; null = none. */
  from: number | null
  to: number | null
} & (
  | { did: 'divided'; by: string; divisor: number | null; per: number }
  | ({ did: 'leftOut' } & Screening)
  | ({ did: 'imputed' } & Imputed)
  /** Set to the highest or lowest number that was left, as `moved` points of the indicator were. */
  | { did: 'winsorised'; end: 'high' | 'low'; moved: number; test?: OutlierTest }
  | { did: 'transformed'; by: Transform; test?: OutlierTest }
)

/** Why an entry is left out: too few numbers, too few that are not zero, or by name. */
export type LeftOut = 'available' | 'nonZero' | 'named'

/** Why an entry is left out, with its shares of numbers and, of those, of numbers that are not zero. */
export type Screening = { why: LeftOut; available: number; nonZero: number }
