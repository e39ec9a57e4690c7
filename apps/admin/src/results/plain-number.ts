import { formatNumber } from '@tumstock/engine/display'

const MOST_DECIMALS = 4

/** A number with the decimals that it has, up to four. */
export const plainNumber = (value: number, locale: string): string => {
  const decimals = String(value).split('.')[1]?.length ?? 0
  return formatNumber(value, { decimals: Math.min(decimals, MOST_DECIMALS), locale })
}

const FIGURES = 5

/** A number that was computed, however large or small: as many decimals as five figures need, and no idle zeros. */
export const computedNumber = (value: number, locale: string): string => {
  const [digits = '', exponent] = Number(value.toPrecision(FIGURES)).toExponential().split('e')
  const decimals = (digits.split('.')[1]?.length ?? 0) - Number(exponent)
  return formatNumber(value, { decimals: Math.max(0, decimals), locale })
}
