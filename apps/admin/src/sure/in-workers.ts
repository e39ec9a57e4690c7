import type { Tally } from '@tumstock/engine/tally'
import { type Ask, AskFailed, type Columns, type Outcome, type Task } from './ask.ts'
import type { FromWorker, ToWorker } from './worker-talk.ts'

type Told = { signal: AbortSignal; onProgress: (done: number) => void }

/** Runs that are worth another worker. */
const LEAST_RUNS = 500

/** More help less: each begins by making the same things ready. */
const MOST_WORKERS = 8

/** Computes in as many workers as the machine has cores for; the page goes on meanwhile. Ends them when aborted. */
export const inWorkers = <T extends Task>(
  columns: Columns,
  ask: Ask<T>,
  { signal, onProgress }: Told,
): Promise<Outcome<T>> =>
  new Promise((resolve, reject) => {
    const parts = partsOf(ask.task)
    const done = parts.map(() => 0)
    const others: Tally[] = []
    let counting = parts.length
    const workers = parts.map(
      () => new Worker(new URL('./sure-worker.ts', import.meta.url), { type: 'module' }),
    )
    const send = (at: number, message: ToWorker) => workers[at]?.postMessage(message)
    const end = () => {
      for (const worker of workers) worker.terminate()
      signal.removeEventListener('abort', onAbort)
    }
    const fail = (error: unknown) => {
      end()
      reject(error)
    }
    const onAbort = () => fail(signal.reason)
    const hear = (message: FromWorker, at: number) => {
      if (message.say === 'progress') {
        done[at] = message.done
        onProgress(done.reduce((sum, one) => sum + one, 0) / parts.length)
      } else if (message.say === 'counted') {
        if (message.tally) others.push(message.tally)
        counting--
        if (counting === 0) send(0, { say: 'finish', others })
      } else if (message.say === 'done') {
        end()
        resolve(message.outcome as Outcome<T>)
      } else fail(new AskFailed(message.message, message.code))
    }
    signal.addEventListener('abort', onAbort)
    for (const [at, worker] of workers.entries()) {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data, at)
      worker.onerror = ({ message }) => fail(new AskFailed(message, null))
      const runs = parts[at] ?? { from: 0, to: 0 }
      send(at, { say: 'compute', columns, ask, runs })
    }
  })

/** Runs by worker; an analysis whose runs cannot be counted apart is one worker's. */
const partsOf = (task: Task): { from: number; to: number }[] => {
  if (task.kind !== 'uncertainty') return [{ from: 0, to: 0 }]
  const { runs } = task
  const cores = navigator.hardwareConcurrency || 1
  const parts = Math.max(1, Math.min(cores, MOST_WORKERS, Math.floor(runs / LEAST_RUNS)))
  return Array.from({ length: parts }, (_, at) => ({
    from: Math.floor((at * runs) / parts),
    to: Math.floor(((at + 1) * runs) / parts),
  }))
}
