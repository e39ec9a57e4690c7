import { setTimeout } from 'node:timers/promises'
import type { Installation } from '../context.ts'
import { dropClaims, laterJobs } from './queries.ts'
import type { Started } from './queue.ts'
import { type Runner, SIDE_BY_SIDE } from './runner.ts'

/** Runs the jobs of the one server that an embedded database has. */
export async function inProcess(
  { db, log }: Pick<Installation, 'db' | 'log'>,
  runner: Runner,
): Promise<Started> {
  await dropClaims(db)
  await runner.sweep()
  let stopped = false
  let call = Promise.withResolvers<void>()
  let alarm: NodeJS.Timeout | undefined

  const lane = async () => {
    while (!stopped) {
      // Before taking, so that a call in the meantime is not missed.
      const called = call.promise
      if (!(await takeOne())) await called
    }
  }
  const takeOne = async (): Promise<boolean> => {
    try {
      if (await runner.take()) return true
      await wakeWhenDue()
      return false
    } catch (err) {
      log.error({ err }, 'a job could not be run')
      await setTimeout(AFTER_ERROR)
      return true
    }
  }
  const ring = () => {
    call.resolve()
    call = Promise.withResolvers()
  }
  /** Sets the one alarm there is to the next job that waits for its time, those of before this start included. */
  const wakeWhenDue = async () => {
    const due = (await laterJobs(runner.claims))[0]?.dueAt
    clearTimeout(alarm)
    if (!due || stopped) return
    alarm = globalThis.setTimeout(ring, Math.min(Math.max(Date.parse(due) - Date.now(), 1), LONGEST))
  }
  const look = () => {
    ring()
    runner.look().catch((err: unknown) => log.warn({ err }, 'jobs under way could not be looked at'))
  }

  const lanes = Array.from({ length: SIDE_BY_SIDE }, lane)
  return {
    station: { announce: async () => look(), look },
    stop: async () => {
      stopped = true
      clearTimeout(alarm)
      await runner.stop()
      call.resolve()
      await Promise.all(lanes)
    },
  }
}

/** Milliseconds: an alarm is set anew each hour, since a timer does not hear of it when the machine's clock is put right. */
const LONGEST = 3_600_000

/** Milliseconds, so that a database that fails is not asked without end. */
const AFTER_ERROR = 1000
