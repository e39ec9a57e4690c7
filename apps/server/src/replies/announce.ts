import type { FindingLayer } from '../assessments/finding.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { postAll } from '../mail/post.ts'
import type { RoundRow } from '../standing.ts'
import { lettersIn } from './letters.ts'
import * as queries from './queries.ts'

type Poster = Pick<Context, 'jobs' | 'now' | 'address'>
type Of = { round: Pick<RoundRow, 'id' | 'title' | 'timeZone'>; language: string }

const linkTo = (ctx: Poster, round: string, entry: string): string =>
  `${ctx.address()}/rounds/${round}/findings/${entry}`

/**
 * Tells the leads of every entry in which a layer found something that they can see it; each of them once, however often it
 * is asked for.
 *
 * @param until until when they may reply; null where they may not
 */
export async function announceFindings(
  ctx: Poster,
  tx: Tx,
  { round, language, layer, until }: Of & { layer: FindingLayer; until: string | null },
): Promise<number> {
  const found = await queries.entriesWithFindings(tx, round.id, layer)
  const leads = await queries.leadsOf(tx, round.id)
  return postAll(
    ctx,
    tx,
    leads.flatMap(({ entryId, userId, email, name, language: own }) => {
      if (entryId === null || !found.has(entryId)) return []
      const words = {
        round: round.title,
        entry: name,
        link: linkTo(ctx, round.id, entryId),
        layer,
        until: until === null ? null : { at: until, timeZone: round.timeZone },
      }
      return {
        key: `findings/${layer}/${entryId}/${userId}`,
        to: email,
        round: round.id,
        ...lettersIn(own ?? language).findings(words),
      }
    }),
  )
}

/** Tells an entry's leads that a reply of theirs has its answer. */
export async function postAnswered(
  ctx: Poster,
  tx: Tx,
  { round, language, entry, reply }: Of & { entry: string; reply: string },
): Promise<void> {
  const leads = await queries.leadsOf(tx, round.id, entry)
  await postAll(
    ctx,
    tx,
    leads.map(({ userId, email, name, language: own }) => ({
      key: `reply/${reply}/answered/${userId}`,
      to: email,
      round: round.id,
      ...lettersIn(own ?? language).answered({
        round: round.title,
        entry: name,
        link: linkTo(ctx, round.id, entry),
      }),
    })),
  )
}
