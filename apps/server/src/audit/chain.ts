import { canonical, sha256 } from '../canonical.ts'
import type { AuditTable } from '../db/schema.ts'

/** The hash before the first row. */
export const GENESIS = '0'.repeat(64)

export type Link = Omit<AuditTable, 'hash'>

/** SHA-256 over the row's canonical JSON, which holds the hash before it. */
export const hashOf = ({ seq, at, actorId, action, subject, detail, previous }: Link): string =>
  sha256(canonical({ seq, at, actorId, action, subject, detail, previous }))

/** The first row whose number, link or hash is not what it must be; null when the chain is whole. */
export function firstBreak(
  rows: readonly AuditTable[],
  before: { seq: number; hash: string },
): number | null {
  let { seq, hash } = before
  for (const row of rows) {
    if (row.seq !== seq + 1 || row.previous !== hash || row.hash !== hashOf(row)) return row.seq
    seq = row.seq
    hash = row.hash
  }
  return null
}
