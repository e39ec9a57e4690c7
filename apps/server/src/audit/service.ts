import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { Db, OpenDatabase, Tx } from '../db/open.ts'
import { firstBreak, GENESIS, hashOf } from './chain.ts'
import { insertLinks, lastLink, linksAfter, lockChain, newestLinks } from './queries.ts'

/** What `audited` writes down beside who and when. `detail` is plain data, without names or addresses of people. */
export type Audited<T> = { subject: string; detail?: unknown; result: T }

type Actor = Pick<Context, 'db' | 'dialect' | 'user' | 'now'>

/** Something that was done; `detail` as in `Audited`. */
export type Deed = { at: string; actorId: string | null; action: string; subject: string; detail: unknown }

/** Runs a change and writes it down in the same transaction: both stand, or neither. */
export const audited = <T>(ctx: Actor, action: string, change: (tx: Tx) => Promise<Audited<T>>): Promise<T> =>
  ctx.db.transaction().execute(async tx => {
    const { subject, detail, result } = await change(tx)
    const deed = { at: ctx.now(), actorId: ctx.user?.id ?? null, action, subject, detail: detail ?? {} }
    await writeDown(tx, ctx.dialect, [deed])
    return result
  })

/**
 * Adds to the log what one transaction did. The last thing that it does: until it ends, no other adds to the log.
 */
export async function writeDown(
  tx: Tx,
  dialect: OpenDatabase['dialect'],
  deeds: readonly Deed[],
): Promise<void> {
  await lockChain(tx, dialect)
  const last = await lastLink(tx)
  let before = { seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS }
  const links = deeds.map(({ detail, ...deed }) => {
    const link = { ...deed, seq: before.seq + 1, detail: JSON.stringify(detail), previous: before.hash }
    before = { seq: link.seq, hash: hashOf(link) }
    return { ...link, hash: before.hash }
  })
  await insertLinks(tx, links)
}

const PAGE = 500
const SHOWN = 100

/** The number of the first row that has been tampered with; null when the log is whole. */
export async function verify(db: Db): Promise<number | null> {
  let before = { seq: 0, hash: GENESIS }
  for (;;) {
    const rows = await linksAfter(db, before.seq, PAGE)
    const broken = firstBreak(rows, before)
    const last = rows.at(-1)
    if (broken !== null || last === undefined) return broken
    before = { seq: last.seq, hash: last.hash }
    // A long log is a second of work: others are answered in between.
    await setImmediate()
  }
}

export async function listAudit(ctx: Context, cursor: number | null) {
  const rows = await newestLinks(ctx.db, cursor, SHOWN)
  const brokenAt = await verify(ctx.db)
  return {
    rows: rows.map(row => ({
      seq: row.seq,
      at: row.at,
      actor: row.actorId === null ? null : (row.actorName ?? row.actorId),
      action: row.action,
      subject: row.subject,
      detail: JSON.parse(row.detail) as unknown,
      hash: row.hash,
    })),
    next: rows.length === SHOWN ? (rows.at(-1)?.seq ?? null) : null,
    brokenAt,
    ok: brokenAt === null,
  }
}
