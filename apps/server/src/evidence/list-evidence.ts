import type { Db, Tx } from '../db/open.ts'
import { type Field, type Standing, sees } from '../policy.ts'
import { type EvidenceRow, evidenceOf } from './queries.ts'

/** A file or link behind an answer, as its readers are shown it. */
export type Evidence = {
  id: string
  question: string
  layer: EvidenceRow['layer']
  kind: EvidenceRow['kind']
  title: string
  /** Of a link. */
  url: string | null
  /** Of a file; `size` in bytes. */
  fileName: string | null
  size: number | null
  /** The day on which the author saw that the link shows it. */
  checkedOn: string | null
  at: string
  author: { id: string; name: string } | null
}

/** Of the layers that this standing sees. */
export async function listEvidence(db: Db | Tx, standing: Standing, entry: string): Promise<Evidence[]> {
  const rows = await evidenceOf(db, entry)
  return rows
    .filter(row => sees(standing, `answer.${row.layer}` satisfies Field))
    .map(row => evidenceView(row, standing))
}

const evidenceView = (row: EvidenceRow, standing: Standing): Evidence => ({
  id: row.id,
  question: row.question,
  layer: row.layer,
  kind: row.kind,
  title: row.title,
  url: row.url,
  fileName: row.fileName,
  size: row.size,
  checkedOn: row.checkedOn,
  at: row.at,
  author:
    row.authorId !== null && sees(standing, row.layer === 'claim' ? 'answer.author' : 'finding.author')
      ? { id: row.authorId, name: row.authorName ?? '' }
      : null,
})
