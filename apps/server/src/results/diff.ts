import type { Change, Snapshot, SnapshotRow } from '../open-data/schemas.ts'

const FIELDS = [
  'name',
  'category',
  'population',
  'value',
  'score',
  'rank',
  'categoryRank',
  'tied',
  'categoryTied',
  'outcome',
  'place',
] as const

const byUnit = (rows: readonly SnapshotRow[]) => new Map(rows.map(row => [row.unit, row]))

/** Every figure of the table that differs between two versions; a row that came or went is a change of `entry`. */
export const changesBetween = (before: Snapshot, after: Snapshot): Change[] => {
  const was = byUnit(before.results)
  const is = byUnit(after.results)
  const units = [...new Set([...was.keys(), ...is.keys()])].sort()
  return units.flatMap((unit): Change[] => {
    const from = was.get(unit)
    const to = is.get(unit)
    if (!from || !to) {
      const name = (from ?? to)?.name ?? unit
      return [{ unit, name, field: 'entry', from: from ? 'listed' : null, to: to ? 'listed' : null }]
    }
    return FIELDS.flatMap(field =>
      from[field] === to[field] ? [] : [{ unit, name: to.name, field, from: from[field], to: to[field] }],
    )
  })
}
