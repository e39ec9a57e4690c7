import { formatShare } from '@tumstock/engine/display'

/** A share of the runs in per cent. What is not quite all, or not quite nothing, never reads as if it were. */
export const chanceWords = (share: number, locale: string): string => {
  const show = (value: number) => formatShare(value, { decimals: 0, locale })
  if (share > 0 && share < 0.005) return `< ${show(0.01)}`
  if (share < 1 && share >= 0.995) return `> ${show(0.99)}`
  return show(share)
}
