import type { HistoryRow, UnitView } from './unit.ts'

/** Rounds of one year together, the newest year first. */
export const byYear = <Row extends { round: Pick<HistoryRow['round'], 'year'> }>(
  rows: readonly Row[],
): { year: number; rounds: Row[] }[] =>
  [...Map.groupBy(rows, row => row.round.year)]
    .map(([year, rounds]) => ({ year, rounds }))
    .sort((a, b) => b.year - a.year)

/** Rounds that have something to say about dimensions, newest first; what was really measured before what was made up. */
export const profiled = <
  Row extends Pick<HistoryRow, 'profile'> & { round: Pick<HistoryRow['round'], 'year' | 'kind'> },
>(
  rows: readonly Row[],
): Row[] =>
  rows
    .filter(row => Object.values(row.profile).some(value => value !== null))
    .toSorted(
      (a, b) =>
        Number(a.round.kind === 'synthetic') - Number(b.round.kind === 'synthetic') ||
        b.round.year - a.round.year,
    )

type Known = {
  unit: Pick<UnitView['unit'], 'id' | 'name'>
  predecessors: readonly { id: string; name: string }[]
}

/** Whose round it was: the unit's own name, or that of the unit that it came from. */
export const takerOf = ({ unit, predecessors }: Known, id: string): string =>
  id === unit.id ? unit.name : (predecessors.find(one => one.id === id)?.name ?? id)
