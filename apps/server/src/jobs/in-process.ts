import { setTimeout } from 'node:timers/promises'
import type { Installation } from '../context.ts'
import { dropClaims } from './queries.ts'
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

  const lane = async () => {
    while (!stopped) {
      // Before taking, so that a call in the meantime is not missed.
      const called = call.promise
      if (!(await takeOne())) await called
    }
  }
  const takeOne = async (): Promise<boolean> => {
    try {
      return await runner.take()
    } catch (err) {
      log.error({ err }, 'a job could not be run')
      await setTimeout(AFTER_ERROR)
      return true
    }
  }
  const look = () => {
    call.resolve()
    call = Promise.withResolvers()
    runner.look().catch((err: unknown) => log.warn({ err }, 'jobs under way could not be looked at'))
  }

  const lanes = Array.from({ length: SIDE_BY_SIDE }, lane)
  return {
    station: { announce: async () => look(), look },
    stop: async () => {
      stopped = true
      await runner.stop()
      call.resolve()
      await Promise.all(lanes)
    },
  }
}

/** Milliseconds, so that a database that fails is not asked without end. */
const AFTER_ERROR = 1000
