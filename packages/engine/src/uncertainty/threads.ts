/** The same analysis on several cores. For Node alone. */
import { Worker } from 'node:worker_threads'
import { RubricError } from '@tumstock/rubric/error'
import type { Assumption } from './assumptions.ts'
import { type OnProgress, pointsOf, type UncertaintyRequest } from './count-runs.ts'
import { modelOf } from './model.ts'
import { pack } from './pack.ts'
import type { Subject } from './subject.ts'
import { merge, type Tally } from './tally.ts'
import type { Task, TaskReport } from './thread.ts'
import { checkRequest, type Uncertainty, uncertaintyFrom } from './uncertainty.ts'

type Options = {
  /** A whole number above 0; each scores an equal part of the runs. */
  threads: number
  category?: string
  onProgress?: OnProgress
  /** Aborted: the threads end, and the promise is rejected with the signal's reason. */
  signal?: AbortSignal
}

/**
 * As `uncertainty`, with the runs split over worker threads: the result is the same for any number of them. The calling
 * thread makes the model; the others read its columns from memory that they share.
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
  // Threads take as long to start as small models to be made.
  const workers = Array.from({ length: threads }, () => new Worker(new URL('./thread.ts', import.meta.url)))
  const stop = () => void Promise.all(workers.map(worker => worker.terminate()))
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const model = modelOf(subject, assumptions, category === undefined ? {} : { category })
    checkRequest(model, request)
    const packed = pack(model, pointsOf(request.seed), { from: 0, to: request.runs })
    const done = new Float64Array(threads)
    const at = (part: number) => Math.floor((request.runs * part) / threads)
    const parts = workers.map((worker, part) => {
      const task: Task = { packed, request, range: { from: at(part), to: at(part + 1) } }
      return tallyFrom(worker, task, share => {
        done[part] = share
        onProgress?.(done.reduce((sum, one) => sum + one, 0) / threads)
      })
    })
    return uncertaintyFrom(model, request, merge((await Promise.all(parts)) as [Tally, ...Tally[]]))
  } catch (error) {
    throw signal?.aborted ? signal.reason : error
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

const tallyFrom = (worker: Worker, task: Task, onProgress: OnProgress): Promise<Tally> =>
  new Promise((resolve, reject) => {
    worker.on('message', (report: TaskReport) => {
      if ('tally' in report) resolve(report.tally)
      else if ('refused' in report) reject(new RubricError(report.refused))
      else onProgress(report.done)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('A thread ended before it had counted its runs.')))
    worker.postMessage(task)
  })
