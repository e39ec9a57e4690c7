import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Insertable, Selectable } from 'kysely'
import type { Db, OpenDatabase, Tx } from '../db/open.ts'
import type { EntryTable, RoundTable } from '../db/schema.ts'
import type { PresenceTable, SubmissionTable } from '../db/taking-part.ts'
import type { Claim } from './change-claims.ts'

export type HeldEntry = Pick<
  Selectable<EntryTable>,
  'id' | 'roundId' | 'state' | 'submittedAt' | 'version'
> & {
  roundState: RoundTable['state']
}
export type ClaimKey = { entryId: string; question: string }
export type ClaimRow = Claim & ClaimKey & { roundId: string }

/**
 * Holds entries until the transaction ends, always in one order, so that two that want the same wait for each other. An
 * evaluation of their round that is under way is waited for, and the next one waits.
 */
export const holdEntries = (
  tx: Tx,
  dialect: OpenDatabase['dialect'],
  ids: readonly string[],
): Promise<HeldEntry[]> =>
  tx
    .selectFrom('entry')
    .innerJoin('round', 'round.id', 'entry.roundId')
    .select(['entry.id', 'entry.roundId', 'entry.state', 'entry.submittedAt', 'entry.version'])
    .select('round.state as roundState')
    .where('entry.id', 'in', ids)
    .orderBy('entry.id')
    .$if(dialect === 'postgres', query => query.forUpdate('entry').forShare('round'))
    .execute()

/** Of several entries, what they claim about these questions. */
export const claimsAbout = (tx: Tx, entries: readonly string[], questions: readonly string[]) =>
  tx
    .selectFrom('answer')
    .select(['entryId', 'question', 'value', 'version', 'at', 'authorId'])
    .where('entryId', 'in', entries)
    .where('question', 'in', questions)
    .where('layer', '=', 'claim')
    .execute()

/** The claims of one entry. */
export const claimsOf = (db: Db | Tx, entry: string) =>
  db
    .selectFrom('answer')
    .select(['question', 'value'])
    .where('entryId', '=', entry)
    .where('layer', '=', 'claim')
    .execute()

/** The claims of one entry with the names of those who wrote them. */
export const namedClaims = (db: Db, entry: string, question?: string) =>
  db
    .selectFrom('answer')
    .leftJoin('user', 'user.id', 'answer.authorId')
    .select(['question', 'value', 'version', 'at', 'authorId', 'user.name as authorName'])
    .where('entryId', '=', entry)
    .where('layer', '=', 'claim')
    .$if(question !== undefined, query => query.where('question', '=', question ?? ''))
    .execute()

/** Rows in one statement: below the number of parameters that either database takes. */
const CHUNK = 500

export async function putClaims(tx: Tx, claims: readonly ClaimRow[]): Promise<void> {
  for (let at = 0; at < claims.length; at += CHUNK)
    await tx
      .insertInto('answer')
      .values(claims.slice(at, at + CHUNK).map(rowOf))
      .onConflict(conflict =>
        conflict.columns(['entryId', 'question', 'layer']).doUpdateSet(({ ref }) => ({
          value: ref('excluded.value'),
          reason: null,
          confidence: null,
          authorId: ref('excluded.authorId'),
          importId: null,
          at: ref('excluded.at'),
          version: ref('excluded.version'),
        })),
      )
      .execute()
}

const rowOf = ({ value, ...claim }: ClaimRow) => ({
  ...claim,
  layer: 'claim' as const,
  value: JSON.stringify(value satisfies AnswerValue),
  reason: null,
  confidence: null,
  importId: null,
})

export async function deleteClaims(tx: Tx, claims: readonly ClaimKey[]): Promise<void> {
  for (const [entry, some] of Map.groupBy(claims, one => one.entryId))
    await tx
      .deleteFrom('answer')
      .where('entryId', '=', entry)
      .where(
        'question',
        'in',
        some.map(one => one.question),
      )
      .where('layer', '=', 'claim')
      .execute()
}

export async function growEntries(tx: Tx, ids: readonly string[], by: number): Promise<void> {
  await tx
    .updateTable('entry')
    .set(({ eb }) => ({ version: eb('version', '+', by) }))
    .where('id', 'in', ids)
    .execute()
}

/** Newest first. */
export const submissionsOf = (db: Db, entry: string) =>
  db
    .selectFrom('submission')
    .leftJoin('user', 'user.id', 'submission.by')
    .selectAll('submission')
    .select('user.name as byName')
    .where('submission.entryId', '=', entry)
    .orderBy('submission.at', 'desc')
    .orderBy('submission.id', 'desc')
    .execute()

export async function insertSubmission(tx: Tx, submission: Insertable<SubmissionTable>): Promise<void> {
  await tx.insertInto('submission').values(submission).execute()
}

export async function setSubmitted(tx: Tx, entry: string, at: string | null): Promise<void> {
  await tx
    .updateTable('entry')
    .set(({ eb }) => ({ submittedAt: at, version: eb('version', '+', 1) }))
    .where('id', '=', entry)
    .execute()
}

export async function markReopened(
  tx: Tx,
  entry: string,
  how: Pick<SubmissionTable, 'reopenedAt' | 'reopenedBy' | 'reopenReason'>,
): Promise<void> {
  await tx
    .updateTable('submission')
    .set(how)
    .where('entryId', '=', entry)
    .where('reopenedAt', 'is', null)
    .execute()
}

export const presentSince = (db: Db, entry: string, since: string) =>
  db
    .selectFrom('presence')
    .innerJoin('user', 'user.id', 'presence.userId')
    .select(['user.id', 'user.name', 'presence.section', 'presence.at'])
    .where('presence.entryId', '=', entry)
    .where('presence.at', '>=', since)
    .orderBy('user.name')
    .orderBy('user.id')
    .execute()

/** Writes who is where; who said so before `since` is no longer there. */
export async function putPresences(db: Db, rows: readonly PresenceTable[], since: string): Promise<void> {
  await db.transaction().execute(async tx => {
    await tx
      .deleteFrom('presence')
      .where(
        'entryId',
        'in',
        rows.map(row => row.entryId),
      )
      .where('at', '<', since)
      .execute()
    await tx
      .insertInto('presence')
      .values(rows)
      .onConflict(conflict =>
        conflict.columns(['entryId', 'userId']).doUpdateSet(({ ref }) => ({
          section: ref('excluded.section'),
          at: ref('excluded.at'),
        })),
      )
      .execute()
  })
}

/** Those who write areas of the entry's questionnaire, with the areas. */
export const contributorsOf = (db: Db, entry: string) =>
  db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.userId')
    .select(['user.id', 'user.name', 'seat.sections'])
    .where('seat.entryId', '=', entry)
    .where('seat.role', '=', 'contributor')
    .orderBy('user.name')
    .orderBy('user.id')
    .execute()

export const leadsOf = (tx: Tx, entry: string) =>
  tx
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.userId')
    .select(['user.id', 'user.email'])
    .where('seat.entryId', '=', entry)
    .where('seat.role', '=', 'lead')
    .execute()

/** The units of an entry, the lead first. */
export const unitsOf = (db: Db | Tx, entry: string) =>
  db.selectFrom('entryUnit').select('unitId').where('entryId', '=', entry).orderBy('position').execute()

/** The entry that one of these units led in a round. */
export const entryLedBy = (db: Db, round: string, unit: string) =>
  db
    .selectFrom('entryUnit')
    .select('entryId')
    .where('roundId', '=', round)
    .where('unitId', '=', unit)
    .where('position', '=', 0)
    .executeTakeFirst()

export const sourceRound = (db: Db, id: string) =>
  db
    .selectFrom('round')
    .select(['id', 'title', 'year', 'organizationId'])
    .where('id', '=', id)
    .executeTakeFirst()

export const stagesOf = (db: Db, round: string) =>
  db
    .selectFrom('stage')
    .select(['kind', 'opensAt', 'closesAt', 'graceMinutes'])
    .where('roundId', '=', round)
    .where('kind', 'in', ['nomination', 'survey'])
    .orderBy('position')
    .execute()

export const extensionsOf = (db: Db, entry: string) =>
  db.selectFrom('extension').select(['stage', 'until']).where('entryId', '=', entry).execute()
