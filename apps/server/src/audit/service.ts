import type { Context } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { firstBreak, GENESIS, hashOf } from './chain.ts'
import { insertLink, lastLink, linksAfter, lockChain, newestLinks } from './queries.ts'

/** What `audited` writes down beside who and when. `detail` is plain data, without names or addresses of people. */
export type Audited<T> = { subject: string; detail?: unknown; result: T }

type Actor = Pick<Context, 'db' | 'dialect' | 'user' | 'now'>

/** Runs a change and writes it down in the same transaction: both stand, or neither. */
export const audited = <T>(ctx: Actor, action: string, change: (tx: Tx) => Promise<Audited<T>>): Promise<T> =>
  ctx.db.transaction().execute(async tx => {
    const { subject, detail, result } = await change(tx)
    await lockChain(tx, ctx.dialect)
    const last = await lastLink(tx)
    const link = {
      seq: (last?.seq ?? 0) + 1,
      at: ctx.now(),
      actorId: ctx.user?.id ?? null,
      action,
      subject,
      detail: JSON.stringify(detail ?? {}),
      previous: last?.hash ?? GENESIS,
    }
    await insertLink(tx, { ...link, hash: hashOf(link) })
    return result
  })

const PAGE = 1000
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
