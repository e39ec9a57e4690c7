import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'

/** A message to one person, in their language; plain text. */
export type Letter = {
  /** One message for each key, however often it is posted: `reminder/<id>/<entry>`. */
  key: string
  to: string
  subject: string
  text: string
  round?: string
}

/** The kind of the jobs that send. */
export const MAIL = 'mail'

/** Posts a letter in the asker's transaction: it is sent once that stands. False when its key was posted before. */
export async function post(ctx: Pick<Context, 'jobs' | 'now'>, tx: Tx, letter: Letter): Promise<boolean> {
  const id = randomUUID()
  const { key, to, subject, text, round } = letter
  const result = await tx
    .insertInto('mail')
    .values({
      id,
      key,
      roundId: round ?? null,
      recipient: to,
      subject,
      text,
      state: 'queued',
      createdAt: ctx.now(),
    })
    .onConflict(conflict => conflict.column('key').doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) return false
  await ctx.jobs.enqueue(tx, { kind: MAIL, payload: { mail: id }, key: `${MAIL}/${id}` })
  return true
}
