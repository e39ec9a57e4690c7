/** Marks as levels of a scale by facet, and what of them a finite estimate can be made from. */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { groupsBy } from './groups.ts'
import { indexOf, itemName, tableOf } from './mark-table.ts'
import type { Mark } from './marks.ts'
import { PanelError } from './panel-error.ts'

export const FACETS = ['entries', 'assessors', 'criteria'] as const
export type Facet = (typeof FACETS)[number]

/** The indexes of one mark in each facet, and its level: where it stands on the scale. */
export type LevelRow = Record<Facet, number> & { level: number }

/** All marks, by ids in ascending order. Without criteria there is one, ''. */
export type Design = {
  ids: Record<Facet, readonly string[]>
  rows: readonly LevelRow[]
  setOf: (criterion: number) => number
}

/** @throws PanelError as `tableOf`; `bad-option` for a scale that does not ascend; `bad-mark` for a mark that is no point of it */
export const designOf = (
  marks: readonly Mark[],
  { scale, thresholds }: { scale: readonly number[]; thresholds: 'shared' | 'criterion' },
): Design => {
  if (scale.length < 2 || !scale.every((point, i) => i === 0 || point > (scale[i - 1] ?? point)))
    throw new PanelError(
      'bad-option',
      `the scale ${scale.join(', ')}. Needed: two points or more, ascending.`,
    )
  const table = tableOf(marks)
  const entries = indexOf(table.items.map(item => item.entry))
  const criteria = indexOf(table.items.map(item => item.criterion ?? ''))
  const rows = table.rows.map(({ item: i, assessor, mark }) => {
    const item = table.items[i]
    const level = scale.indexOf(mark)
    if (level === -1 && item)
      throw new PanelError(
        'bad-mark',
        `${table.assessors[assessor]} on ${itemName(item)}: ${mark} is not on the scale. Allowed: ${scale.join(', ')}.`,
      )
    return {
      entries: entries.at.get(item?.entry ?? '') ?? 0,
      assessors: assessor,
      criteria: criteria.at.get(item?.criterion ?? '') ?? 0,
      level,
    }
  })
  return {
    ids: { entries: entries.ids, assessors: table.assessors, criteria: criteria.ids },
    rows,
    setOf: thresholds === 'shared' ? () => 0 : criterion => criterion,
  }
}

/** `same`: all its marks are of criteria on which everybody gave the same; nothing can be said of it. */
export type Extreme = 'lowest' | 'highest' | 'same'

/** An element that was taken out, with the marks that it had left then. */
export type Removed = { facet: Facet; index: number; extreme: Extreme; rows: readonly LevelRow[] }

export type Trimmed = {
  /** Marks of which every element has some above the lowest and some below the highest level. */
  rows: readonly LevelRow[]
  /** In the order in which they were taken out. */
  removed: readonly Removed[]
  /** The levels that occur in `rows`, ascending, by set of thresholds. */
  levels: readonly (readonly number[])[]
}

/**
 * Takes out elements whose marks are all at one end of what occurs, whose measure would be infinite, until none is left:
 * first entries, then assessors, then criteria, anew after each. Levels that then occur nowhere are no levels.
 */
export const trim = ({ rows: all, setOf }: Design): Trimmed => {
  const removed: Removed[] = []
  let rows = all
  for (;;) {
    const levels = levelsOf(rows, setOf)
    const ends = (row: LevelRow) => {
      const own = levels[setOf(row.criteria)] ?? []
      return { low: row.level === own[0], high: row.level === own[own.length - 1] }
    }
    const extremesOf = (facet: Facet): Removed[] =>
      [...Map.groupBy(rows, row => row[facet])].flatMap(([index, own]): Removed[] => {
        const low = own.every(row => ends(row).low)
        const high = own.every(row => ends(row).high)
        const extreme = low && high ? 'same' : low ? 'lowest' : 'highest'
        return low || high ? [{ facet, index, extreme, rows: own }] : []
      })
    const found = FACETS.values()
      .map(extremesOf)
      .find(list => list.length > 0)
    if (!found) return { rows, removed, levels }
    removed.push(...found)
    const gone = new Set(found.flatMap(element => element.rows))
    rows = rows.filter(row => !gone.has(row))
  }
}

const levelsOf = (rows: readonly LevelRow[], setOf: Design['setOf']): number[][] => {
  const levels: Set<number>[] = []
  for (const { criteria, level } of rows) {
    const set = setOf(criteria)
    levels[set] ??= new Set()
    levels[set].add(level)
  }
  return Array.from(levels, set => [...(set ?? [])].sort((a, b) => a - b))
}

/**
 * Groups of assessors, and of criteria, whose differences the design can tell. Two of them are comparable when every vector of
 * the design's null space has the same value for both; the entries are eliminated first. One group of each: all linked.
 */
export const comparable = ({ ids }: Design, rows: readonly LevelRow[]) => {
  const assessors = [...new Set(rows.map(row => row.assessors))].sort((a, b) => a - b)
  const criteria = [...new Set(rows.map(row => row.criteria))].sort((a, b) => a - b)
  const size = assessors.length + criteria.length
  const columnsOf = (row: LevelRow) => [
    assessors.indexOf(row.assessors),
    assessors.length + criteria.indexOf(row.criteria),
  ]
  const within = Matrix.zeros(size, size)
  const byEntry = new Map<number, { count: number; columns: Float64Array }>()
  for (const row of rows) {
    const entry = byEntry.get(row.entries) ?? { count: 0, columns: new Float64Array(size) }
    byEntry.set(row.entries, entry)
    entry.count++
    for (const i of columnsOf(row)) {
      entry.columns[i] = (entry.columns[i] as number) + 1
      for (const j of columnsOf(row)) within.set(i, j, within.get(i, j) + 1)
    }
  }
  for (const { count, columns } of byEntry.values()) {
    const column = Matrix.columnVector(columns)
    within.sub(column.mmul(column.transpose()).div(count))
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(within, {
    assumeSymmetric: true,
  })
  const zero = 1e-9 * Math.max(1, ...realEigenvalues)
  const nullSpace = realEigenvalues.flatMap((value, k) =>
    value <= zero ? [eigenvectorMatrix.getColumn(k)] : [],
  )
  const alike = (i: number, j: number) =>
    nullSpace.every(vector => Math.abs((vector[i] as number) - (vector[j] as number)) < 1e-7)
  const groups = (facet: 'assessors' | 'criteria', members: readonly number[], from: number) =>
    groupsBy(
      members.map(index => ids[facet][index] ?? ''),
      i => members.findIndex((_, j) => alike(from + i, from + j)),
    )
  return {
    assessors: groups('assessors', assessors, 0),
    criteria: groups('criteria', criteria, assessors.length),
  }
}
