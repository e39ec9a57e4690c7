import { medianOf } from './medians.ts'
import { NO_CATEGORY } from './narrow.ts'
import type { ResultRow } from './results.ts'

type Scored = Pick<ResultRow, 'entry' | 'name' | 'category' | 'score'>
export type Strip = {
  category: string
  dots: { id: string; name: string; value: number }[]
  /** On the scale, as the dots. */
  median: number
}

/** The scored entries of each category in the rubric's order, those without one last; empty categories are left out. */
export const stripsOf = (rows: readonly Scored[], categories: readonly string[], max: number): Strip[] =>
  [...categories, NO_CATEGORY].flatMap(category => {
    const dots = rows.flatMap(({ entry, name, score, category: own }) =>
      score !== null && (own ?? NO_CATEGORY) === category ? [{ id: entry, name, value: score * max }] : [],
    )
    const median = medianOf(dots.map(dot => dot.value))
    return median === null ? [] : [{ category, dots, median }]
  })

/** From nothing to full, and by tenths of that as far beyond as any entry lies. */
export const domainOf = (strips: readonly Strip[], max: number): [number, number] => {
  const values = strips.flatMap(strip => strip.dots.map(dot => dot.value))
  const low = values.reduce((a, b) => Math.min(a, b), 0)
  const high = values.reduce((a, b) => Math.max(a, b), max)
  return [(Math.floor((low / max) * 10) / 10) * max, (Math.ceil((high / max) * 10) / 10) * max]
}

/** The categories with the highest and the lowest median; null when there are not two to tell apart. */
export const extremesOf = (strips: readonly Strip[]): { best: Strip; worst: Strip } | null => {
  const named = strips.filter(strip => strip.category !== NO_CATEGORY).toSorted((a, b) => b.median - a.median)
  const [best, worst] = [named[0], named.at(-1)]
  return best && worst && best.median > worst.median ? { best, worst } : null
}
