import { z } from 'zod'
import type { Installation } from '../context.ts'
import type { Tx } from '../db/open.ts'
import type { Handler } from '../jobs/handler.ts'
import { type Mailer, type MailRow, Undelivered } from './mailer.ts'
import { enqueue } from './post.ts'
import { letterById, queuedLetters, settle } from './queries.ts'

const payload = z.strictObject({ mail: z.string() })

/** Minutes to wait after the first, the second … try; a letter that fails once more has failed. */
const PATIENCE = [1, 5, 15, 60, 240] as const
const MINUTE = 60_000

type Sending = Pick<Installation, 'db' | 'jobs' | 'now'>

/** Sends one letter. What it said is forgotten once it is sent: it may hold a link that signs somebody in. */
export const sendMail =
  (installation: Sending, mailer: Mailer): Handler =>
  async (asked, { signal }) => {
    const letter = await letterById(installation.db, payload.parse(asked).mail)
    if (letter?.state !== 'queued') return async () => undefined
    try {
      await mailer.deliver(letter, signal)
    } catch (error) {
      if (!(error instanceof Undelivered)) throw error
      return tx => giveUp(installation, tx, { letter, error })
    }
    const text = mailer.delivers === 'sent' ? '' : letter.text
    return async tx => {
      await settle(tx, letter.id, { state: mailer.delivers, sentAt: installation.now(), text })
    }
  }

type Failing = { letter: MailRow; error: Undelivered }

async function giveUp(installation: Sending, tx: Tx, { letter, error }: Failing): Promise<void> {
  const { id, attempts } = letter
  const wait = error.final ? undefined : PATIENCE[attempts]
  const failure = error.message
  if (wait === undefined) {
    await settle(tx, id, { state: 'failed', failure })
    return
  }
  if (!(await settle(tx, id, { failure, attempts: attempts + 1 }))) return
  const dueAt = new Date(Date.parse(installation.now()) + wait * MINUTE).toISOString()
  await enqueue(installation, tx, { id, attempts: attempts + 1, dueAt })
}

/** Takes up letters whose job was given up with the servers that ran it. */
export const resumeMail = (installation: Sending): Promise<void> =>
  installation.db.transaction().execute(async tx => {
    for (const letter of await queuedLetters(tx)) await enqueue(installation, tx, letter)
  })
