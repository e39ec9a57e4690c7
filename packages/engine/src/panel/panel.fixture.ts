import type { Mark } from './marks.ts'

/** Marks from a table: one list per assessor, entries `e00`, `e01`, …; null = no mark. */
export const marksOf = (table: Record<string, readonly (number | null)[]>): Mark[] =>
  Object.entries(table).flatMap(([assessor, column]) =>
    column.flatMap((mark, i) =>
      mark === null ? [] : [{ assessor, entry: `e${String(i).padStart(2, '0')}`, mark }],
    ),
  )
