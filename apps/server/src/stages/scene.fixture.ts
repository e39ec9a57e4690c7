import { type Answering, answeringScene, type Someone } from '../answers/scene.ts'
import type { TestDatabase } from '../db/each-dialect.ts'
import { configureRound } from '../rounds/configure.ts'
import { openRound } from '../rounds/open-round.ts'
import { happen } from './happen.ts'
import type { Planned } from './planned.ts'

/** A day of June 2014, at noon in universal time unless another hour is named. */
export const june = (day: number, hour = '12:00') =>
  new Date(`2014-06-${String(day).padStart(2, '0')}T${hour}:00.000Z`).toISOString()

export type Staging = Answering & {
  run: Someone
  /** What the installation's clock says. */
  at: (time: string) => void
  /** What the jobs do when the time comes. */
  come: (planned: Omit<Planned, 'round'>) => Promise<void>
}

/**
 * A round that is opened on 1 June: the survey is from 5 to 10 June with half an hour of grace, the check to 15 June, with
 * replies to 17 June; the jury sits from 16 to 20 June, and nothing says when it is published.
 */
export async function stagingScene(database: TestDatabase): Promise<Staging> {
  const scene = await answeringScene(database)
  let clock = june(1)
  const onClock = <T extends object>(one: T): T => ({ ...one, now: () => clock })
  const organiser = onClock(scene.organiser)
  const installation = onClock(scene.installation)
  const { round } = scene
  // Back to a draft, to be opened with its dates.
  await database.db.updateTable('round').set({ state: 'draft' }).where('id', '=', round).execute()
  await configureRound(organiser, {
    id: round,
    version: 3,
    patch: {
      kinds: { verification: true },
      stages: {
        survey: { from: june(5), to: june(10), graceMinutes: 30 },
        verification: { from: june(10), to: june(15), replyUntil: june(17) },
        jury: { from: june(16), to: june(20) },
      },
    },
  })
  await openRound(organiser, { id: round, version: 4 })
  return {
    ...scene,
    installation,
    organiser,
    run: scene.someone(organiser),
    someone: ctx => scene.someone(onClock(ctx)),
    seat: async (...args) => scene.someone(onClock((await scene.seat(...args)).ctx)),
    at: time => {
      clock = time
    },
    come: async planned => {
      const running = { signal: new AbortController().signal, onProgress: () => undefined }
      const keep = await happen(installation)({ round, ...planned }, running)
      const tells: (() => void)[] = []
      await database.db.transaction().execute(tx => keep(tx, tell => tells.push(tell)))
      for (const tell of tells) tell()
    },
  }
}
