import { formatShare } from '@tumstock/engine/display'
import { combineName } from '@tumstock/rubric/combine'
import type { Combine } from '@tumstock/rubric/contract'
import type { TFunction } from 'i18next'
import { plainNumber } from './plain-number.ts'

/** The numbers that some ways to combine take, as the reader writes them. */
const numbersOf = (combine: Combine, locale: string): { power: string; least: string; most: string } => {
  const share = (value: number) => formatShare(value, { decimals: 0, locale })
  const [least, most] =
    typeof combine === 'object' && 'benefitOfDoubt' in combine ? combine.benefitOfDoubt : [0, 1]
  const power = typeof combine === 'object' && 'power' in combine ? combine.power : 1
  return { power: plainNumber(power, locale), least: share(least), most: share(most) }
}

/** A way to combine as a sentence: "Weighted mean of its parts." */
export const combineSentence = (combine: Combine, t: TFunction<'explanation'>, locale: string): string =>
  t(`combine.${combineName(combine)}`, numbersOf(combine, locale))

/** A way to combine by name, within a sentence or a table: "weighted mean". */
export const combineTitle = (combine: Combine, t: TFunction, locale: string): string =>
  t(`combine.${combineName(combine)}`, numbersOf(combine, locale))
