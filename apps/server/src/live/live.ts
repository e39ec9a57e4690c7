/**
 * Tells those who look at something that it has changed; what it now is they ask for themselves. Topics are
 * `round/<id>`, `round/<id>/responses`, `entry/<id>`, `entry/<id>/here`.
 */
export type Live = {
  /** Once the change stands. A look that misses it sees it at its next reading. */
  announce: (topic: string) => void
  /**
   * Yields all of the topics as it begins, since something may have changed between the reading and the look; then those
   * that were announced since it last did, each once, until the signal ends it.
   *
   * @throws LiveStopped when the server stops
   */
  listen: (topics: readonly string[], signal: AbortSignal) => AsyncIterable<readonly string[]>
}

/** The server stops: whoever looks on does so at another one, or at this one when it is back. */
export class LiveStopped extends Error {
  override name = 'LiveStopped'
}

/** What tells the people of one server. */
export type Station = Live & {
  /** Tells everyone that anything may have changed. */
  announceAll: () => void
  /** Ends every look, those that begin later too: the server waits for them to be over. Others still hear of changes. */
  dismiss: () => Promise<void>
  stop: () => Promise<void>
}

type Look = { topics: ReadonlySet<string>; announced: Set<string>; wake: () => void }

/** Among those who look on at this server. */
export function liveHere(): Station {
  const looks = new Map<string, Set<Look>>()
  let dismissed = false

  const all = () => new Set([...looks.values()].flatMap(some => [...some]))
  const begin = (look: Look) => {
    for (const topic of look.topics) looks.set(topic, (looks.get(topic) ?? new Set()).add(look))
  }
  const end = (look: Look) => {
    for (const topic of look.topics) {
      looks.get(topic)?.delete(look)
      if (looks.get(topic)?.size === 0) looks.delete(topic)
    }
  }

  return {
    announce: topic => {
      for (const look of looks.get(topic) ?? []) {
        look.announced.add(topic)
        look.wake()
      }
    },
    announceAll: () => {
      for (const look of all()) {
        for (const topic of look.topics) look.announced.add(topic)
        look.wake()
      }
    },
    listen: async function* (topics, signal) {
      const look: Look = { topics: new Set(topics), announced: new Set(topics), wake: () => undefined }
      const wake = () => look.wake()
      begin(look)
      signal.addEventListener('abort', wake)
      try {
        for (;;) {
          const woken = new Promise<void>(resolve => {
            look.wake = resolve
          })
          if (signal.aborted) return
          if (dismissed) throw new LiveStopped('The server stops.')
          if (look.announced.size === 0) await woken
          else {
            const announced = [...look.announced]
            look.announced.clear()
            yield announced
          }
        }
      } finally {
        signal.removeEventListener('abort', wake)
        end(look)
      }
    },
    dismiss: async () => {
      dismissed = true
      for (const look of all()) look.wake()
    },
    stop: async () => undefined,
  }
}
