import { setTimeout } from 'node:timers/promises'
import { TRPCError } from '@trpc/server'
import type { Context } from '../context.ts'
import { placeOf } from '../place.ts'
import type { Action } from '../policy.ts'
import { refused } from '../trpc.ts'
import { LiveStopped } from './live.ts'

export type Watch<T> = {
  /** The procedure's own action and input: what was allowed when the look began is asked again while it lasts. */
  action: Action
  input: unknown
  signal: AbortSignal | undefined
  /** What to say, by topic. */
  events: Readonly<Record<string, T>>
}

/** Milliseconds between two things said, and until it is asked again whether this person may look on. */
const PACE = 1000
const AGAIN = 20_000

/**
 * The body of a subscription: says what has changed, everything as it begins, then at most once a second. Ends with the
 * session, and when the policy no longer allows it.
 *
 * @throws TRPCError which the browser takes as a reason to come back when the server stops, else as the end
 */
export async function* watch<T>(
  ctx: Context,
  { action, input, signal, events }: Watch<T>,
): AsyncGenerator<T> {
  const over = new AbortController()
  const ended = AbortSignal.any([over.signal, ...(signal ? [signal] : [])])
  let refusal: unknown
  const asking = setInterval(async () => {
    try {
      const now = (await ctx.again?.()) ?? ctx
      await placeOf(now, action, input)
    } catch (error) {
      refusal = error
      over.abort()
    }
  }, AGAIN)
  try {
    for await (const topics of ctx.live.listen(Object.keys(events), ended)) {
      for (const topic of topics) {
        const event = events[topic]
        if (event !== undefined) yield event
      }
      await setTimeout(PACE, undefined, { signal: ended }).catch(() => undefined)
    }
    if (refusal !== undefined) refused(refusal)
  } catch (error) {
    if (error instanceof LiveStopped)
      throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: error.message, cause: error })
    throw error
  } finally {
    clearInterval(asking)
  }
}
