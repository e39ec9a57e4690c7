import type { Tx } from '../db/open.ts'
import { deleteEvidence, type EvidenceRow, evidenceOf } from './queries.ts'

/** What an entry shows for its claims. */
export const claimEvidence = async (tx: Tx, entry: string): Promise<EvidenceRow[]> =>
  (await evidenceOf(tx, entry)).filter(one => one.layer === 'claim')

/** Takes evidence away. Its bytes go with the next upload that looks for what nobody needs any more. */
export const dropEvidence = (tx: Tx, ids: readonly string[]): Promise<void> => deleteEvidence(tx, ids)
