import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from './failure.ts'
import type { FromThread } from './in-thread.ts'

/** The other end of `inThread`: computes from what the thread was started with, and answers once. */
export async function answerAsThread<Input>(
  compute: (input: Input, onProgress: (share: number) => void) => unknown,
): Promise<void> {
  const say = (said: FromThread) => parentPort?.postMessage(said)
  try {
    say({ result: await compute(workerData as Input, progress => say({ progress })) })
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    say({ failure })
  }
}
