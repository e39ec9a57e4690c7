import type { RubricData } from '@tumstock/rubric/contract'
import type { Db, Tx } from '../db/open.ts'
import { definitionOf } from '../rubrics/definitions.ts'
import { editsOf, resolve } from './edits.ts'
import type { RoundRow } from './queries.ts'

/** The definition as it stands: frozen from the opening on, in a draft the edition with its changes. */
export async function currentDefinition(db: Db | Tx, round: RoundRow): Promise<RubricData> {
  if (round.definition !== null) return definitionOf(db, round.definition)
  return resolve(await definitionOf(db, round.base), editsOf(round))
}

/** The definition that a round was opened with; null of one that is a draft or a record. */
export async function definitionOfRound(db: Db | Tx, id: string): Promise<RubricData | null> {
  const row = await db.selectFrom('round').select('definition').where('id', '=', id).executeTakeFirst()
  return row?.definition == null ? null : definitionOf(db, row.definition)
}

/**
 * Takes an evaluated round back to open, since what was scored has changed. One statement that takes the row whatever its
 * state is: an evaluation that is under way is waited for, and what it came to is looked at then.
 */
export async function reopenRound(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('round')
    .set(({ eb }) => ({
      state: 'open',
      version: eb
        .case()
        .when('state', '=', 'evaluated')
        .then(eb('version', '+', 1))
        .else(eb.ref('version'))
        .end(),
    }))
    .where('id', '=', id)
    .where('state', 'in', ['open', 'evaluated'])
    .execute()
}
