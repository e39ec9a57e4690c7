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

/** The categories with the highest and the lowest median; null when there are not two to tell apart. */
export const extremesOf = (strips: readonly Strip[]): { best: Strip; worst: Strip } | null => {
  const named = strips.filter(strip => strip.category !== NO_CATEGORY).toSorted((a, b) => b.median - a.median)
  const [best, worst] = [named[0], named.at(-1)]
  return best && worst && best.median > worst.median ? { best, worst } : null
}
