/** What an uncertainty analysis says of each entry, in the order in which it is read. */
import type { Uncertainty, UnitUncertainty } from '@tumstock/engine/uncertainty'

export type Standing = UnitUncertainty & {
  rank: number
  name: string
  /** Number of the group that it is tied in, from 1; null where it stands alone or groups are not known. */
  group: number | null
}

/** Entries with a rank, best first; equal ranks by name. */
export const standingsOf = (
  { units, groups }: Pick<Uncertainty, 'units' | 'groups'>,
  nameOf: (id: string) => string,
): Standing[] => {
  const tied = (groups ?? []).filter(group => group.length > 1)
  const groupOf = new Map(tied.flatMap((group, at) => group.map(id => [id, at + 1] as const)))
  const placeIn = new Map((groups ?? []).flat().map((id, at) => [id, at] as const))
  return units
    .flatMap(unit =>
      unit.rank === null
        ? []
        : [{ ...unit, rank: unit.rank, name: nameOf(unit.id), group: groupOf.get(unit.id) ?? null }],
    )
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (placeIn.get(a.id) ?? 0) - (placeIn.get(b.id) ?? 0) ||
        a.name.localeCompare(b.name),
    )
}

/** Rows of a picture that is not made of all of them; with a few more than that, all are shown. */
export const SOME_ROWS = 30
export const FEW_ROWS = 40
/** Rows that one picture may hold before it is a poster. */
export const MOST_ROWS = 1000

/** The best, or those around the entry that is followed. */
export const someOf = (all: readonly Standing[], around: string | undefined): readonly Standing[] => {
  const at = all.findIndex(one => one.id === around)
  const from = Math.max(0, Math.min(all.length - SOME_ROWS, at - SOME_ROWS / 2))
  return all.slice(from, from + SOME_ROWS)
}

/** In how many of the runs one entry comes before another, and in how many neither does. */
export const orderOf = (
  { units, before, runs }: Pick<Uncertainty, 'units' | 'before' | 'runs'>,
  one: string,
  other: string,
): { first: number; second: number; neither: number } | null => {
  const i = units.findIndex(unit => unit.id === one)
  const j = units.findIndex(unit => unit.id === other)
  if (!before || i === -1 || j === -1 || i === j) return null
  const first = (before[i * units.length + j] ?? 0) / runs
  const second = (before[j * units.length + i] ?? 0) / runs
  return { first, second, neither: 1 - first - second }
}
