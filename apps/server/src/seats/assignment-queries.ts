import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { AssignmentTable, ConflictTable } from '../db/taking-part.ts'
import { JUDGING } from '../policy.ts'

export type AssessorRole = AssignmentTable['role']
export type ConflictRow = Selectable<ConflictTable>

export const assignmentsOf = (db: Db | Tx, round: string): Promise<AssignmentTable[]> =>
  db
    .selectFrom('assignment')
    .selectAll()
    .where('roundId', '=', round)
    .orderBy('entryId')
    .orderBy('userId')
    .execute()

const CHUNK = 500

/** Assigns what is not assigned yet. */
export async function insertAssignments(tx: Tx, rows: readonly Insertable<AssignmentTable>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx
      .insertInto('assignment')
      .values(rows.slice(at, at + CHUNK))
      .onConflict(conflict => conflict.columns(['entryId', 'userId', 'role']).doNothing())
      .execute()
}

type Assigned = { round?: string; entry?: string; person: string; role?: AssessorRole }

/** Takes entries from somebody: one of them, those of one role, or both. */
export async function dropAssignments(tx: Tx, { round, entry, person, role }: Assigned): Promise<void> {
  await tx
    .deleteFrom('assignment')
    .where('userId', '=', person)
    .$if(round !== undefined, query => query.where('roundId', '=', round ?? ''))
    .$if(entry !== undefined, query => query.where('entryId', '=', entry ?? ''))
    .$if(role !== undefined, query => query.where('role', '=', role ?? 'desk'))
    .execute()
}

export const conflictsOf = (db: Db | Tx, round: string): Promise<ConflictRow[]> =>
  db
    .selectFrom('conflict')
    .selectAll()
    .where('roundId', '=', round)
    .orderBy('entryId')
    .orderBy('userId')
    .execute()

/** Says that somebody has a conflict; whoever said so first, stays. */
export async function insertConflict(tx: Tx, conflict: Insertable<ConflictTable>): Promise<void> {
  await tx
    .insertInto('conflict')
    .values(conflict)
    .onConflict(clash => clash.columns(['entryId', 'userId']).doNothing())
    .execute()
}

/** False when there was none. */
export async function deleteConflict(tx: Tx, entry: string, person: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('conflict')
    .where('entryId', '=', entry)
    .where('userId', '=', person)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/**
 * Which judges are too close to which entry: they answer it themselves, or an identity provider places them in the
 * organisation of somebody who does.
 */
export async function insidersOf(db: Db | Tx, round: string): Promise<{ entryId: string; userId: string }[]> {
  const rows = await db
    .selectFrom('seat as judging')
    .innerJoin('user as judge', 'judge.id', 'judging.userId')
    .innerJoin('seat as own', 'own.roundId', 'judging.roundId')
    .innerJoin('user as entrant', 'entrant.id', 'own.userId')
    .select(['own.entryId', 'judge.id as userId'])
    .distinct()
    .where('judging.roundId', '=', round)
    .where('judging.role', 'in', JUDGING)
    .where('own.entryId', 'is not', null)
    .where(({ eb, or }) =>
      or([
        eb('entrant.id', '=', eb.ref('judge.id')),
        eb('entrant.organisationNumber', '=', eb.ref('judge.organisationNumber')),
      ]),
    )
    .orderBy('own.entryId')
    .orderBy('judge.id')
    .execute()
  return rows.flatMap(({ entryId, userId }) => (entryId === null ? [] : [{ entryId, userId }]))
}
