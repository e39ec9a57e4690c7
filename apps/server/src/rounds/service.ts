import type { RubricData } from '@tumstock/rubric/contract'
import type { Db, Tx } from '../db/open.ts'
import { may, reaches } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { definitionOf } from '../rubrics/definitions.ts'
import { type Asker, type RoundStanding, standingIn, standingsIn } from '../standing.ts'
import { allRounds, type RoundRow, roundById, updateRound } from './queries.ts'

export type { RoundRow } from './queries.ts'

/** Every round whose results the asker may see. */
export const roundsWithResults = async (asker: Asker, db: Db | Tx): Promise<RoundRow[]> =>
  (await standingsIn(asker, db, await allRounds(db))).flatMap(({ round, standing }) =>
    may(standing, 'results.get') ? [round] : [],
  )

export type Reached = { round: RoundRow; standing: RoundStanding }

/** As `reachRound`, with what the asker is there. */
export async function standInRound(asker: Asker, db: Db | Tx, id: string): Promise<Reached> {
  const reached = await standingIn(asker, db, id)
  if (!reached || !reaches(reached.standing)) throw new Refusal('not-found', `There is no round ${id}.`)
  return reached
}

/** A round that the asker may see; one that they may not see is refused in the same words as one that is not there. */
export const reachRound = async (asker: Asker, db: Db | Tx, id: string): Promise<RoundRow> =>
  (await standInRound(asker, db, id)).round

/** As `reachResults`, with what the asker is there. */
export async function standBeforeResults(asker: Asker, db: Db | Tx, id: string): Promise<Reached> {
  const reached = await standInRound(asker, db, id)
  if (!may(reached.standing, 'results.get')) throw new Refusal('not-found', `There is no round ${id}.`)
  return reached
}

/** A round whose results the asker may see; to anyone else it is as if there were none, so that an embargo holds. */
export const reachResults = async (asker: Asker, db: Db | Tx, id: string): Promise<RoundRow> =>
  (await standBeforeResults(asker, db, id)).round

/** A round whose entries and answers the asker may see one by one. */
export async function reachAnswers(asker: Asker, db: Db | Tx, id: string): Promise<RoundRow> {
  const { round, standing } = await standInRound(asker, db, id)
  if (!may(standing, 'results.data'))
    throw new Refusal('not-allowed', 'Only the organisation that runs a round sees what each entry answered.')
  return round
}

/** A round that the asker may change, in one of the states in which the change is allowed. */
export async function ownRound(
  asker: Asker,
  db: Db | Tx,
  wanted: { id: string; states: readonly RoundRow['state'][] },
): Promise<RoundRow> {
  const { round, standing } = await standInRound(asker, db, wanted.id)
  if (!may(standing, 'rounds.configure'))
    throw new Refusal('not-allowed', 'Only the organisation that runs a round may change it.')
  if (round.kind === 'record')
    throw new Refusal('wrong-state', 'A record holds what was published; it is not changed here.')
  if (!wanted.states.includes(round.state))
    throw new Refusal(
      'wrong-state',
      `The round is ${round.state}; this is possible while it is ${wanted.states.join(' or ')}.`,
    )
  return round
}

/** The definition that an opened round is scored by: frozen, whatever the plugin on disk says today. */
export async function frozenDefinition(db: Db | Tx, round: RoundRow): Promise<RubricData> {
  if (round.definition === null) throw new Refusal('wrong-state', 'The round is a draft; open it first.')
  return definitionOf(db, round.definition)
}

/** Moves a round on, if it still is at the version that was read. */
export async function moveRound(
  tx: Tx,
  round: Pick<RoundRow, 'id' | 'version'>,
  change: Partial<Pick<RoundRow, 'state' | 'publishedVersion'>>,
): Promise<void> {
  if (!(await updateRound(tx, round, change))) await refuseStale(tx, round.id)
}

/** Somebody else saved first: says which version stands now. */
export async function refuseStale(tx: Db | Tx, id: string): Promise<never> {
  const now = await roundById(tx, id)
  throw new Refusal(
    'stale',
    'Somebody else has changed this round since you opened it. Reload to see the change.',
    { ...(now && { version: now.version }) },
  )
}
