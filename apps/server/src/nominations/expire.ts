import { z } from 'zod'
import { writeDown } from '../audit/service.ts'
import type { Installation } from '../context.ts'
import type { Handler } from '../jobs/handler.ts'
import { expireEntry } from './queries.ts'

/** The kind of the jobs that end the time to complete a nomination. */
export const EXPIRY = 'nomination-expiry'

const payload = z.object({ entry: z.string() })

/** Declines for a nominated municipality that has not answered when its time is over; one that has is left alone. */
export const expireNomination =
  (installation: Pick<Installation, 'dialect' | 'now' | 'live'>): Handler =>
  async job => {
    const { entry } = payload.parse(job)
    return async tx => {
      const now = installation.now()
      const expired = await expireEntry(tx, entry, now)
      if (!expired) return
      await writeDown(tx, installation.dialect, [
        {
          at: now,
          actorId: null,
          action: 'nominations.expire',
          subject: `round/${expired.roundId}/entry/${entry}`,
          detail: {},
        },
      ])
    }
  }
