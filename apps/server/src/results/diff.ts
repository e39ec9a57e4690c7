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
  const named = units.flatMap((unit): Change[] => {
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
  return [...named, ...anonymousChanges(before, after)]
}

/** Scores that nobody has any more against those that are new; of whom, the versions do not say. */
const anonymousChanges = (before: Snapshot, after: Snapshot): Change[] => {
  const scores = ({ anonymous = [] }: Snapshot) => anonymous.map(row => row.score)
  const gone = without(scores(before), scores(after))
  const come = without(scores(after), scores(before))
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({
    unit: '',
    name: '',
    field: 'score',
    from: gone[at] ?? null,
    to: come[at] ?? null,
  }))
}

const without = <T>(list: readonly T[], others: readonly T[]): T[] => {
  const left = [...others]
  return list.filter(one => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
