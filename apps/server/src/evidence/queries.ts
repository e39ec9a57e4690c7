import type { Db, Tx } from '../db/open.ts'

/** What is behind the answers of entries, in the order in which it came. */
export const evidenceOf = (db: Db | Tx, entry: string) =>
  db
    .selectFrom('evidence')
    .leftJoin('upload', 'upload.id', 'evidence.uploadId')
    .leftJoin('user', 'user.id', 'evidence.authorId')
    .select([
      'evidence.id',
      'evidence.question',
      'evidence.layer',
      'evidence.kind',
      'evidence.title',
      'evidence.url',
      'evidence.checkedOn',
      'evidence.at',
      'evidence.authorId',
      'user.name as authorName',
      'upload.fileName',
      'upload.size',
      'upload.sha256',
    ])
    .where('evidence.entryId', '=', entry)
    .orderBy('evidence.at')
    .orderBy('evidence.id')
    .execute()

export type EvidenceRow = Awaited<ReturnType<typeof evidenceOf>>[number]

export async function deleteEvidence(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('evidence').where('id', 'in', ids).execute()
}
