import type { Db, OpenDatabase, Tx } from '../db/open.ts'
import type { UploadTable } from '../db/schema.ts'
import type { EvidenceTable } from '../db/taking-part.ts'

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
      'evidence.uploadId',
    ])
    .where('evidence.entryId', '=', entry)
    .orderBy('evidence.at')
    .orderBy('evidence.id')
    .execute()

export type EvidenceRow = Awaited<ReturnType<typeof evidenceOf>>[number]

export const evidenceById = (db: Db | Tx, id: string) =>
  db
    .selectFrom('evidence')
    .leftJoin('upload', 'upload.id', 'evidence.uploadId')
    .selectAll('evidence')
    .select(['upload.fileName', 'upload.contentType', 'upload.size'])
    .where('evidence.id', '=', id)
    .executeTakeFirst()

/** How many the answer has already. */
export async function countOf(
  tx: Tx,
  { entryId, question, layer }: Pick<EvidenceTable, 'entryId' | 'question' | 'layer'>,
): Promise<number> {
  const row = await tx
    .selectFrom('evidence')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('entryId', '=', entryId)
    .where('question', '=', question)
    .where('layer', '=', layer)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Bytes of all files that the entry's answers have. */
export async function bytesOf(tx: Tx, entry: string): Promise<number> {
  const row = await tx
    .selectFrom('upload')
    .select(({ fn }) => fn.sum<number | null>('size').as('bytes'))
    .where('entryId', '=', entry)
    .executeTakeFirstOrThrow()
  return row.bytes ?? 0
}

export async function insertEvidence(
  tx: Tx,
  evidence: EvidenceTable,
  upload: UploadTable | null,
): Promise<void> {
  if (upload) await tx.insertInto('upload').values(upload).execute()
  await tx.insertInto('evidence').values(evidence).execute()
}

export async function deleteEvidence(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('evidence').where('id', 'in', ids).execute()
}

/** Holds the entry until the transaction ends; what is sent in at the same time is waited for, or waits. */
export const holdEntry = (tx: Tx, dialect: OpenDatabase['dialect'], id: string) =>
  tx
    .selectFrom('entry')
    .select(['state', 'submittedAt'])
    .where('id', '=', id)
    .$if(dialect === 'postgres', query => query.forUpdate())
    .executeTakeFirst()

export async function deleteUpload(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('upload').where('id', '=', id).execute()
}
