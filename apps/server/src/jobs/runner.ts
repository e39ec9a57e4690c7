import { randomUUID } from 'node:crypto'
import { setInterval } from 'node:timers/promises'
import type { Installation } from '../context.ts'
import { failureOf } from './failure.ts'
import type { Handlers } from './handler.ts'
import {
  beat,
  type Claim,
  type Claims,
  claimJob,
  endJob,
  failLost,
  giveBack,
  type JobRow,
} from './queries.ts'

/**
 * Milliseconds between signs of life, seconds after the last until a job counts as lost, and milliseconds between two looks
 * for lost ones.
 */
export type Pace = { beat: number; lease: number; sweep: number }

export const PACE: Pace = { beat: 1000, lease: 30, sweep: 10_000 }

/** Jobs that one server runs at a time: a short one need not wait for a long one to end. */
export const SIDE_BY_SIDE = 2

/** A job that took two servers with it would take a third. */
const LOST = {
  code: 'lost',
  message: 'The server was lost twice while it ran this, so it is not tried again.',
}

/** What every job that fails unforeseen says to those who asked for it. */
const UNFORESEEN = { code: 'internal', message: 'Something went wrong here; it is in the log.' }

type Underway = { claim: Claim; progress: number; abort: AbortController }

/** Runs jobs one by one for a station, which decides which and how many at a time. */
export type Runner = {
  claims: Claims
  /** Takes a job, `id` or the one that waited longest, and runs it to its end; false when there was none to take. */
  take: (id?: string) => Promise<boolean>
  /** Says of every job under way that it is, and ends those that were cancelled. */
  look: () => Promise<void>
  /** Ends the jobs that took two servers with them. */
  sweep: () => Promise<void>
  /** Ends what is under way and gives it back; the ids, for others to run. */
  stop: () => Promise<string[]>
}

export const runnerOf = (
  { db, dialect, log, now }: Pick<Installation, 'db' | 'dialect' | 'log' | 'now'>,
  handlers: Handlers,
  pace: Pace,
): Runner => {
  const claims: Claims = { db, dialect, seconds: pace.lease }
  const underway = new Map<Underway, Promise<void>>()
  let stopping = false

  /** A job that somebody cancelled, or that another server has taken over, is no longer ours to finish. */
  const sayAlive = async ({ claim, progress, abort }: Underway) => {
    if (!(await beat(claims, { ...claim, progress }))) abort.abort()
  }

  const keepAlive = async (one: Underway, over: AbortSignal) => {
    const beats = setInterval(pace.beat, undefined, { signal: over })
    try {
      for await (const _ of beats)
        await sayAlive(one).catch((err: unknown) => log.warn({ err, job: one.claim.id }, 'a beat was missed'))
    } catch (error) {
      if (!over.aborted) throw error
    }
  }

  const run = async (job: JobRow, one: Underway): Promise<void> => {
    const { claim, abort } = one
    try {
      const handler = handlers[job.kind]
      if (!handler) throw new Error(`There is no handler for jobs of the kind ${job.kind}.`)
      const keep = await handler(JSON.parse(job.payload), {
        signal: abort.signal,
        onProgress: share => {
          one.progress = Math.max(one.progress, share)
        },
      })
      const tells: (() => void)[] = []
      await db.transaction().execute(async tx => {
        if (await endJob(tx, claim, { state: 'done', progress: 1, finishedAt: now() }))
          await keep(tx, tell => tells.push(tell))
      })
      for (const tell of tells) tell()
    } catch (error) {
      if (abort.signal.aborted) return
      const failure = failureOf(error)
      if (!failure) log.error({ err: error, job: job.id, kind: job.kind }, 'a job failed')
      const stored = JSON.stringify(failure ?? UNFORESEEN)
      await endJob(db, claim, { state: 'failed', failure: stored, finishedAt: now() })
    }
  }

  const take = async (id?: string): Promise<boolean> => {
    if (stopping) return false
    const owner = randomUUID()
    const job = await claimJob(claims, owner, id)
    if (!job) return false
    const one = { claim: { id: job.id, owner }, progress: 0, abort: new AbortController() }
    if (stopping) {
      await giveBack(db, one.claim)
      return false
    }
    const over = new AbortController()
    const alive = keepAlive(one, over.signal)
    const ran = run(job, one).finally(async () => {
      over.abort()
      await alive
      underway.delete(one)
    })
    underway.set(one, ran)
    await ran
    return true
  }

  return {
    claims,
    take,
    look: async () => {
      await Promise.all([...underway.keys()].map(sayAlive))
    },
    sweep: () => failLost(claims, LOST, now()),
    stop: async () => {
      stopping = true
      const ended = [...underway]
      for (const [one] of ended) one.abort.abort()
      await Promise.all(ended.map(([, ran]) => ran))
      const given = await Promise.all(
        ended.map(async ([{ claim }]) => ((await giveBack(db, claim)) ? [claim.id] : [])),
      )
      return given.flat()
    },
  }
}
