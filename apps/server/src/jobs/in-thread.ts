import { Worker } from 'node:worker_threads'
import { type Failure, JobFailure } from './failure.ts'
import type { Running } from './handler.ts'

/** What a thread says (see `answerAsThread`): how far it is, and at the end what came out. */
export type FromThread = { progress: number } | { result: unknown } | { failure: Failure }

/**
 * Runs a file that calls `answerAsThread` in a thread of its own, so that computing keeps nobody waiting; aborting ends
 * the thread, whatever it is doing. `T` is what that file answers with.
 */
export const inThread = <T>(file: URL, input: unknown, { signal, onProgress }: Running): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const thread = new Worker(file, { workerData: input })
    const end = () => void thread.terminate().then(() => reject(signal.reason))
    signal.addEventListener('abort', end, { once: true })
    thread.on('message', (said: FromThread) => {
      if ('progress' in said) onProgress(said.progress)
      else if ('result' in said) resolve(said.result as T)
      else reject(new JobFailure(said.failure))
    })
    thread.once('error', reject)
    thread.once('exit', () => {
      signal.removeEventListener('abort', end)
      reject(signal.aborted ? signal.reason : new Error('A thread ended without a word.'))
    })
  })
