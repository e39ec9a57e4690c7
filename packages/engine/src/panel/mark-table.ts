/** Marks checked, by index and in an order of their own. */
import type { Item, Mark } from './marks.ts'
import { PanelError } from './panel-error.ts'

export type MarkRow = { item: number; assessor: number; mark: number }

/** Marks by index. Everything ascends by id (code units), so that no result depends on the order of the input. */
export type MarkTable = {
  assessors: readonly string[]
  items: readonly Item[]
  /** By item, then by assessor; one for each mark. */
  rows: readonly MarkRow[]
}

export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The different ids among `ids`, ascending, and where each stands. */
export const indexOf = (ids: Iterable<string>): { ids: string[]; at: Map<string, number> } => {
  const unique = [...new Set(ids)].sort(byId)
  return { ids: unique, at: new Map(unique.map((id, i) => [id, i])) }
}

const keyOf = (mark: Mark): string => JSON.stringify([mark.entry, mark.criterion ?? null])

/** How a message names an item. */
export const itemName = (item: Item): string =>
  item.criterion === null ? item.entry : `${item.entry}, ${item.criterion}`

/**
 * Checks the marks and puts them into an order of their own.
 *
 * @throws PanelError `no-marks`, `bad-mark` (neither 0 nor a number of 1e-100 to 1e100 either way), `duplicate-mark` (same assessor, entry and criterion)
 */
export const tableOf = (marks: readonly Mark[]): MarkTable => {
  if (marks.length === 0) throw new PanelError('no-marks', 'no marks were given. Needed: at least one.')
  const assessors = indexOf(marks.map(mark => mark.assessor))
  const keyAt = marks.map(keyOf)
  const keys = new Map(
    marks.map((mark, m) => [keyAt[m] as string, { entry: mark.entry, criterion: mark.criterion ?? null }]),
  )
  const items = [...keys].sort(
    ([, a], [, b]) =>
      byId(a.entry, b.entry) ||
      Number(a.criterion !== null) - Number(b.criterion !== null) ||
      byId(a.criterion ?? '', b.criterion ?? ''),
  )
  const itemAt = new Map(items.map(([key], i) => [key, i]))
  const rows = marks
    .map((mark, m) => ({
      item: itemAt.get(keyAt[m] as string) ?? -1,
      assessor: assessors.at.get(mark.assessor) ?? -1,
      mark: mark.mark,
    }))
    .sort((a, b) => a.item - b.item || a.assessor - b.assessor)
  const table = { assessors: assessors.ids, items: items.map(([, item]) => item), rows }
  check(table)
  return table
}

/** Beyond them squares of marks would be infinite, or 0. */
const LEAST = 1e-100
const MOST = 1e100

const check = ({ assessors, items, rows }: MarkTable): void => {
  rows.forEach((row, i) => {
    const where = () => `${assessors[row.assessor]} on ${itemName(items[row.item] as Item)}`
    const size = Math.abs(row.mark)
    if (!(size <= MOST && (size >= LEAST || size === 0)))
      throw new PanelError(
        'bad-mark',
        `${where()}: ${row.mark} is no mark. Allowed: 0 and numbers of ${LEAST} to ${MOST} either way; a missing mark is no row.`,
      )
    const before = rows[i - 1]
    if (before && before.item === row.item && before.assessor === row.assessor)
      throw new PanelError('duplicate-mark', `${where()}: marked twice. Allowed: one mark each.`)
  })
}

/** The rows of each item, in the order of the items. */
export const rowsByItem = ({ items, rows }: MarkTable): MarkRow[][] => {
  const lists: MarkRow[][] = items.map(() => [])
  for (const row of rows) lists[row.item]?.push(row)
  return lists
}

/** A full table: the items that every assessor marked, their marks in the order of the assessors. */
export type FullTable = {
  assessors: readonly string[]
  items: readonly Item[]
  marks: readonly (readonly number[])[]
  /** Items left out because an assessor's mark is missing. */
  left: readonly Item[]
}

/**
 * What a figure needs that cannot do with missing marks. Nothing is filled in: an item with a gap is left out, and named.
 *
 * @throws PanelError `too-few` when fewer than two assessors, or fewer than two full items are left
 */
export const fullTableOf = (table: MarkTable): FullTable => {
  const { assessors, items } = table
  const lists = rowsByItem(table)
  const isFull = (i: number) => lists[i]?.length === assessors.length
  const full = items.filter((_, i) => isFull(i))
  if (assessors.length < 2 || full.length < 2)
    throw new PanelError(
      'too-few',
      `${assessors.length} assessors, and ${full.length} items that all of them marked. Needed: at least 2 of each.`,
    )
  return {
    assessors,
    items: full,
    marks: lists.filter((_, i) => isFull(i)).map(rows => rows.map(row => row.mark)),
    left: items.filter((_, i) => !isFull(i)),
  }
}
