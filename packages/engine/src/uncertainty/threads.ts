/** The same analysis on several cores. For Node alone. */
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { RubricError } from '@tumstock/rubric/error'
import type { Assumption } from './assumptions.ts'
import type { OnProgress, UncertaintyRequest } from './count-runs.ts'
import { type Model, modelOf } from './model.ts'
import { PASS } from './mount.ts'
import { pack } from './pack.ts'
import { countSlices, doneOf, type Shared, shareRuns, stopRuns } from './share-runs.ts'
import { scoreRuns } from './simulate.ts'
import { pointsOf, slicesOf } from './slices.ts'
import type { Subject } from './subject.ts'
import { merge, type Tally } from './tally.ts'
import type { Task, TaskReport } from './thread.ts'
import { checkRequest, type Uncertainty, uncertaintyFrom } from './uncertainty.ts'

type Options = {
  /** A whole number above 0, the calling one included. */
  threads: number
  category?: string
  onProgress?: OnProgress
  /** Aborted: the threads end, and the promise is rejected with the signal's reason. */
  signal?: AbortSignal
}

/** Slices for each thread, so that they are done at nearly the same time. */
const SLICES = 8
/** Runs that the kernel computes together: slices of so many leave none of its lanes empty. */
const TOGETHER = 4

/**
 * As `uncertainty`, with the runs split over threads: the result is the same for any number of them. The calling thread makes
 * the model and takes its share of the runs; it lets go every few milliseconds. The others read the model's columns from
 * memory that they share.
 *
 * @throws RubricError as `modelOf` and `uncertainty`; the reason of the signal where it is aborted
 */
export const uncertaintyInThreads = async (
  subject: Subject,
  assumptions: readonly Assumption[],
  request: UncertaintyRequest,
  { threads, category, onProgress, signal }: Options,
): Promise<Uncertainty> => {
  signal?.throwIfAborted()
  // They start while the model is made.
  const workers = Array.from(
    { length: threads - 1 },
    () => new Worker(new URL('./thread.ts', import.meta.url)),
  )
  const end = () => void Promise.all(workers.map(worker => worker.terminate()))
  signal?.addEventListener('abort', end, { once: true })
  try {
    const model = modelOf(subject, assumptions, category === undefined ? {} : { category })
    checkRequest(model, request)
    return uncertaintyFrom(model, request, await tallyOf(model, request, { workers, onProgress, signal }))
  } catch (error) {
    throw signal?.aborted ? signal.reason : error
  } finally {
    signal?.removeEventListener('abort', end)
    end()
  }
}

type Counting = {
  workers: readonly Worker[]
  onProgress: OnProgress | undefined
  signal: AbortSignal | undefined
}

const tallyOf = async (model: Model, request: UncertaintyRequest, counting: Counting): Promise<Tally> => {
  const { workers, onProgress } = counting
  const most = Math.ceil(request.runs / (TOGETHER * SLICES * (workers.length + 1)))
  const range = { from: 0, to: request.runs }
  const slices = slicesOf(model, pointsOf(request.seed), range, Math.min(PASS, TOGETHER * most))
  const shared = shareRuns(model.units, request, slices)
  try {
    const others = workers.length > 0 ? talliesFrom(workers, { packed: pack(model, slices), shared }) : []
    const [first, ...rest] = await Promise.all([countHere(model, shared, counting), ...others])
    onProgress?.(1)
    const { rows } = shared
    return merge([rows ? { ...first, ranks: { kind: 'rows', rows: [rows] } } : first, ...rest])
  } finally {
    stopRuns(shared)
  }
}

/** The calling thread holds on so many milliseconds at a time, about. */
const BREATH = 15

const countHere = async (model: Model, shared: Shared, { onProgress, signal }: Counting): Promise<Tally> => {
  const counting = countSlices(model, shared, (runs, points, each) =>
    scoreRuns(model, runs, points, (run, _, ranks) => each(run, ranks)),
  )
  let since = performance.now()
  for (let counted = counting.next(); ; counted = counting.next()) {
    if (counted.done) return counted.value
    if (performance.now() - since < BREATH) continue
    onProgress?.(doneOf(shared))
    await setImmediate()
    signal?.throwIfAborted()
    since = performance.now()
  }
}

const talliesFrom = (workers: readonly Worker[], task: Task): Promise<Tally>[] =>
  workers.map(
    worker =>
      new Promise((resolve, reject) => {
        worker.once('message', (report: TaskReport) => {
          if ('tally' in report) resolve(report.tally)
          else reject(new RubricError(report.refused))
        })
        worker.once('error', reject)
        worker.once('exit', () => reject(new Error('A thread ended before it had counted its runs.')))
        worker.postMessage(task)
      }),
  )
