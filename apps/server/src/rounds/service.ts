import type { RubricData } from '@tumstock/rubric/contract'
import type { Context } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { owns, reaches, readsAnswers } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { definitionOf } from '../rubrics/definitions.ts'
import { allRounds, type RoundRow, roundById, updateRound } from './queries.ts'

export type { RoundRow } from './queries.ts'

export type Asker = Pick<Context, 'role' | 'organisation'>

/** Every round that the asker may see. */
export const reachableRounds = async (asker: Asker, db: Db | Tx): Promise<RoundRow[]> =>
  (await allRounds(db)).filter(round => reaches(asker, round))

/** A round that the asker may see; one that they may not see is refused in the same words as one that is not there. */
export async function reachRound(asker: Asker, db: Db | Tx, id: string): Promise<RoundRow> {
  const round = await roundById(db, id)
  if (!round || !reaches(asker, round)) throw new Refusal('not-found', `There is no round ${id}.`)
  return round
}

/** A round whose entries and answers the asker may see one by one. */
export async function reachAnswers(asker: Asker, db: Db | Tx, id: string): Promise<RoundRow> {
  const round = await reachRound(asker, db, id)
  if (!readsAnswers(asker, round))
    throw new Refusal('not-allowed', 'Only the organisation that runs a round sees what each entry answered.')
  return round
}

/** A round that the asker may change, in one of the states in which the change is allowed. */
export async function ownRound(
  asker: Asker,
  db: Db | Tx,
  wanted: { id: string; states: readonly RoundRow['state'][] },
): Promise<RoundRow> {
  const round = await reachRound(asker, db, wanted.id)
  if (!owns(asker, round))
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
