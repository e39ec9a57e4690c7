import { rm } from 'node:fs/promises'
import { refuseClosed } from '../answers/change-answers.ts'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { uploadPath } from '../entries/uploads.ts'
import { entryHere } from '../entry-here.ts'
import { Refusal } from '../refusal.ts'
import { refuseAbout, refuseLayer } from './add-evidence.ts'
import * as queries from './queries.ts'

/** Takes a file or link away, until the answers are sent in; the file's bytes go with it. */
export async function removeEvidence(ctx: Context, id: string): Promise<void> {
  const place = entryHere(ctx)
  const { round, entry } = place
  const found = await queries.evidenceById(ctx.db, id)
  if (found?.entryId !== entry.id) throw new Refusal('not-found', `There is no evidence ${id}.`)
  refuseLayer(entry.standing, 'evidence.remove', found.layer)
  await refuseAbout(ctx, place, found)
  await audited(ctx, 'evidence.remove', async tx => {
    const held = await queries.holdEntry(tx, ctx.dialect, entry.id)
    if (held && found.layer === 'claim') refuseClosed(held)
    await queries.deleteEvidence(tx, [id])
    if (found.uploadId !== null) await queries.deleteUpload(tx, found.uploadId)
    return {
      subject: `round/${round.id}/entry/${entry.id}`,
      detail: { evidence: id, question: found.question, layer: found.layer },
      result: undefined,
    }
  })
  if (found.uploadId !== null) await rm(uploadPath(ctx.dataDir, found.uploadId), { force: true })
  ctx.live.announce(`entry/${entry.id}/answers`)
}
