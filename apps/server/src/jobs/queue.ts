import { randomUUID } from 'node:crypto'
import type { Installation } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { cancelJob, insertJob, jobByKey, requeue, withdrawJob } from './queries.ts'

export type Wish = {
  kind: string
  /** Plain data without anything about people: ids and settings. */
  payload: unknown
  /** One job for each, however often and from wherever it is asked for. */
  key: string
  /** Not before this time (ISO-8601 UTC), by the database's clock; without it at once. */
  dueAt?: string
}

/**
 * Work that goes on after the request that asked for it. Every call belongs in the asker's transaction: the job begins, or
 * is ended, when that stands.
 */
export type Jobs = {
  /**
   * The id of the job with this key: a new one, the one under way or done, or a failed or cancelled one, begun again. One
   * that still waits is moved to this time.
   */
  enqueue: (tx: Tx, wish: Wish) => Promise<string>
  /** False when it is over already. Whoever runs it stops within a second, this server at once. */
  cancel: (tx: Tx, id: string) => Promise<boolean>
  /** Takes back a job that waits; false when there is none with this key, or it has begun. */
  withdraw: (tx: Tx, key: string) => Promise<boolean>
}

/** Where jobs are run. */
export type Station = {
  /** A job waits, as soon as this transaction stands; until a time where it has one. */
  announce: (tx: Tx, id: string, dueAt: string | null) => Promise<void>
  /** Something has changed; it may be seen only once the asker's transaction stands. */
  look: () => void
}

export type Started = { station: Station; stop: () => Promise<void> }

export type Queue = Jobs & {
  /** From now on this station hears of jobs; those of before it has to look for. */
  attach: (station: Station) => void
}

/** Jobs are rows first; without a station they wait for the next one that starts. */
export const queueOf = ({ now }: Pick<Installation, 'now'>): Queue => {
  let station: Station | undefined
  return {
    enqueue: async (tx, { kind, payload, key, dueAt = null }) => {
      const id = randomUUID()
      const row = { id, key, kind, payload: JSON.stringify(payload), dueAt, createdAt: now() }
      if (await insertJob(tx, { ...row, state: 'queued', progress: 0, attempts: 0 })) {
        await station?.announce(tx, id, dueAt)
        return id
      }
      const { id: there } = await jobByKey(tx, key)
      if (await requeue(tx, there, dueAt)) await station?.announce(tx, there, dueAt)
      return there
    },
    cancel: async (tx, id) => {
      const ended = await cancelJob(tx, id, now())
      station?.look()
      return ended
    },
    withdraw: (tx, key) => withdrawJob(tx, key, now()),
    attach: attached => {
      station = attached
    },
  }
}
