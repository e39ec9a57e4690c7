import type { LegendItem } from './chart.ts'

/**
 * Five steps from pale to dark: their lightness alone tells them apart, in print and to every eye. Colours of ColorBrewer's
 * `YlGnBu`, five classes (Brewer & Harrower), the palest darkened to be seen on white.
 */
export const RAMP = ['#d9d27a', '#8fcbb0', '#41a6c4', '#2c69b0', '#1d2f7f'] as const

/** Size repeats what the colour says. */
export const RAMP_RADIUS = [2.5, 3, 3.6, 4.3, 5] as const

/** The class of equal width, 0 to 4, that a value falls in; the upper end belongs to the last. */
export const classOf = (value: number, [from, to]: readonly [number, number]): number =>
  Math.min(RAMP.length - 1, Math.max(0, Math.floor(((value - from) / (to - from)) * RAMP.length)))

/** How the classes at either end are called where values may lie beyond them. */
type Beyond = { under: (value: number) => string; above: (value: number) => string }

/** The classes with their limits. */
export const rampLegend = (
  [from, to]: readonly [number, number],
  show: (value: number) => string,
  beyond?: Beyond,
): LegendItem[] =>
  RAMP.map((colour, at) => {
    const limit = (step: number) => from + ((to - from) * step) / RAMP.length
    if (beyond && at === 0) return { colour, label: beyond.under(limit(1)) }
    if (beyond && at === RAMP.length - 1) return { colour, label: beyond.above(limit(at)) }
    return { colour, label: `${show(limit(at))}–${show(limit(at + 1))}` }
  })
