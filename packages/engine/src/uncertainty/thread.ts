/** One thread of `uncertaintyInThreads`. It starts with little code: what only few programs need is fetched for those. */
import { parentPort } from 'node:worker_threads'
import { lineOf, RubricError, type RubricErrorDetails } from '@tumstock/rubric/error'
import { kernelRunsOf } from './kernel-runs.ts'
import { isMountable } from './mount.ts'
import type { Packed } from './pack.ts'
import type { Program } from './program.ts'
import type { Runnable } from './runs.ts'
import { countSlices, type Scoring, type Shared } from './share-runs.ts'
import type { Tally } from './tally.ts'

export type Task = { packed: Packed; shared: Shared }

export type TaskReport = { tally: Tally } | { refused: RubricErrorDetails }

/** An error crosses to another thread as what it is made from. */
const detailsOf = ({ code, rubric, path, message }: RubricError): RubricErrorDetails => {
  const says = message.slice(lineOf(rubric, path ?? '', '').length)
  return path === undefined ? { code, rubric, says } : { code, rubric, path, says }
}

const modelFrom = ({ programs, ...rest }: Packed): Runnable => ({
  ...rest,
  programAt: chosen => programs.get(Array.from(chosen).join()) as Program,
})

const scoringOf = async (model: Runnable, programs: Packed['programs']): Promise<Scoring> => {
  if ([...programs.values()].every(isMountable)) {
    const kernelRuns = kernelRunsOf(model)
    return (runs, points, each) => kernelRuns(runs, points, (run, _, ranks) => each(run, ranks))
  }
  const { scoreRuns } = await import('./simulate.ts')
  return (runs, points, each) => scoreRuns(model, runs, points, (run, _, ranks) => each(run, ranks))
}

const reportOf = async ({ packed, shared }: Task): Promise<TaskReport> => {
  try {
    const model = modelFrom(packed)
    const counting = countSlices(model, shared, await scoringOf(model, packed.programs))
    let counted = counting.next()
    while (!counted.done) counted = counting.next()
    return { tally: counted.value }
  } catch (error) {
    if (error instanceof RubricError) return { refused: detailsOf(error) }
    throw error
  }
}

parentPort?.once('message', async (task: Task) => parentPort?.postMessage(await reportOf(task)))
