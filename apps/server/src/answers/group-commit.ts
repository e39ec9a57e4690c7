import { setImmediate } from 'node:timers/promises'

/** Most of what is written in one transaction: the first of them wait for the last. */
const MOST = 200

type Waiting<T, R> = { item: T; resolve: (result: R) => void; reject: (error: unknown) => void }

/**
 * Writes what comes together in one transaction: whatever arrives while one is under way goes into the next. Waiting for
 * the disk is what a small change costs most of, and this way it is paid once for all of them.
 *
 * @param commit writes a batch in one transaction, and returns when it stands: a result for each item, in their order
 */
export function groupCommit<T, R>(
  commit: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = []
  let running = false

  const commitAll = async (batch: readonly Waiting<T, R>[]): Promise<void> => {
    try {
      const results = await commit(batch.map(one => one.item))
      for (const [i, one] of batch.entries()) one.resolve(results[i] as R)
    } catch (error) {
      // What is wrong with one is no reason to lose the others.
      if (batch.length > 1) for (const one of batch) await commitAll([one])
      else for (const one of batch) one.reject(error)
    }
  }

  const run = async (): Promise<void> => {
    running = true
    while (waiting.length > 0) {
      // Requests that have come in by now are read first, and join.
      await setImmediate()
      const batch = waiting.slice(0, MOST)
      waiting = waiting.slice(MOST)
      await commitAll(batch)
    }
    running = false
  }

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!running) void run()
    })
}
