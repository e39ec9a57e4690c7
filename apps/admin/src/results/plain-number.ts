import { formatNumber } from '@tumstock/engine/display'

const MOST_DECIMALS = 4

/** A number with the decimals that it has, up to four. */
export const plainNumber = (value: number, locale: string): string => {
  const decimals = String(value).split('.')[1]?.length ?? 0
  return formatNumber(value, { decimals: Math.min(decimals, MOST_DECIMALS), locale })
}
