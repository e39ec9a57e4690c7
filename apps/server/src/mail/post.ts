import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { insertLetters } from './queries.ts'

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

type Poster = Pick<Context, 'jobs' | 'now'>

/** Posts a letter in the asker's transaction: it is sent once that stands. False when its key was posted before. */
export const post = async (ctx: Poster, tx: Tx, letter: Letter): Promise<boolean> =>
  (await postAll(ctx, tx, [letter])) === 1

/** The same for many letters; how many of them had not been posted before. */
export async function postAll(ctx: Poster, tx: Tx, letters: readonly Letter[]): Promise<number> {
  const createdAt = ctx.now()
  const stored = await insertLetters(
    tx,
    letters.map(({ key, to, subject, text, round }) => ({
      id: randomUUID(),
      key,
      roundId: round ?? null,
      recipient: to,
      subject,
      text,
      state: 'queued',
      createdAt,
    })),
  )
  for (const id of stored) await enqueue(ctx, tx, { id, attempts: 0 })
  return stored.length
}

/** Lets a letter be sent: at once, or not before a time. */
export const enqueue = (
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  { id, attempts, dueAt }: { id: string; attempts: number; dueAt?: string },
): Promise<string> =>
  ctx.jobs.enqueue(tx, {
    kind: MAIL,
    payload: { mail: id },
    key: `${MAIL}/${id}/${attempts}`,
    ...(dueAt !== undefined && { dueAt }),
  })
