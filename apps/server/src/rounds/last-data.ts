import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import { reaches, readsAnswers } from '../policy.ts'
import { allRounds, type RoundRow } from './queries.ts'

const hasData = (round: RoundRow) =>
  round.kind !== 'record' && (round.state === 'evaluated' || round.state === 'published')

/**
 * The round whose answers a draft is tried on: the one it was cloned from, else the newest of the same award, a real
 * one before a synthetic one; null where the asker may see none.
 */
export async function lastDataOf(
  asker: Pick<Context, 'role' | 'organisation'>,
  db: Db,
  draft: Pick<RoundRow, 'id' | 'clonedFrom' | 'rubricId' | 'edition'>,
): Promise<RoundRow | null> {
  const near = (round: RoundRow) =>
    (round.id === draft.clonedFrom ? 4 : 0) +
    (round.edition === draft.edition ? 2 : 0) +
    (round.kind === 'round' ? 1 : 0)
  const found = (await allRounds(db))
    .filter(round => round.id !== draft.id && hasData(round) && readsAnswers(asker, round))
    .filter(round => round.id === draft.clonedFrom || round.rubricId === draft.rubricId)
    .toSorted((a, b) => near(b) - near(a) || b.year - a.year)
  return found[0] ?? null
}

/** The rounds of the same award that the asker may see and that have something to show, oldest first. */
export const roundsOfAward = async (
  asker: Pick<Context, 'role' | 'organisation'>,
  db: Db,
  round: Pick<RoundRow, 'rubricId'>,
): Promise<RoundRow[]> =>
  (await allRounds(db))
    .filter(other => other.rubricId === round.rubricId && reaches(asker, other))
    .filter(other => other.kind === 'record' || hasData(other))
    .toSorted((a, b) => a.year - b.year)
