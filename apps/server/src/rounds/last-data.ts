import type { Db } from '../db/open.ts'
import { may } from '../policy.ts'
import { type Asker, standingsIn } from '../standing.ts'
import { allRounds, type RoundRow } from './queries.ts'

const hasData = (round: RoundRow) =>
  round.kind !== 'record' && (round.state === 'evaluated' || round.state === 'published')

/**
 * The round whose answers a draft is tried on: the one it was cloned from, else the newest of the same award, a real
 * one before a synthetic one; null where the asker may see none.
 */
export async function lastDataOf(
  asker: Asker,
  db: Db,
  draft: Pick<RoundRow, 'id' | 'clonedFrom' | 'rubricId' | 'edition'>,
): Promise<RoundRow | null> {
  const near = (round: RoundRow) =>
    (round.id === draft.clonedFrom ? 4 : 0) +
    (round.edition === draft.edition ? 2 : 0) +
    (round.kind === 'round' ? 1 : 0)
  const found = (await standingsIn(asker, db, await allRounds(db)))
    .flatMap(({ round, standing }) => (may(standing, 'results.data') ? [round] : []))
    .filter(round => round.id !== draft.id && hasData(round))
    .filter(round => round.id === draft.clonedFrom || round.rubricId === draft.rubricId)
    .toSorted((a, b) => near(b) - near(a) || b.year - a.year)
  return found[0] ?? null
}

/** The rounds of the same award that the asker may see and that have something to show, oldest first. */
export const roundsOfAward = async (
  asker: Asker,
  db: Db,
  round: Pick<RoundRow, 'rubricId'>,
): Promise<RoundRow[]> =>
  (await standingsIn(asker, db, await allRounds(db)))
    .flatMap(({ round: other, standing }) => (may(standing, 'results.get') ? [other] : []))
    .filter(other => other.rubricId === round.rubricId)
    .filter(other => other.kind === 'record' || hasData(other))
    .toSorted((a, b) => a.year - b.year)
