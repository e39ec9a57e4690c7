import { EventEmitter, on } from 'node:events'

/**
 * Tells those who look at something that it has changed; what it now is they ask for themselves. Topics are
 * `round/<id>/responses`, `entry/<id>`, `entry/<id>/here`.
 */
export type Live = {
  /** Once the change stands. A look that misses it sees it at its next reading. */
  announce: (topic: string) => void
  /** Yields whenever the topic is announced, until the signal ends it. */
  listen: (topic: string, signal: AbortSignal) => AsyncIterable<void>
}

/** Among those who look on at this server. */
export function liveHere(): Live {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  return {
    announce: topic => void emitter.emit(topic),
    listen: async function* (topic, signal) {
      try {
        for await (const _ of on(emitter, topic, { signal })) yield
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },
  }
}
