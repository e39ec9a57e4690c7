/** One thread of `uncertaintyInThreads`: counts its part of the runs, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { lineOf, RubricError, type RubricErrorDetails } from '@tumstock/rubric/error'
import type { Assumption } from './assumptions.ts'
import { modelOf } from './model.ts'
import type { Range } from './runs.ts'
import type { Subject } from './subject.ts'
import type { Tally } from './tally.ts'
import { tallyRuns, type UncertaintyRequest } from './uncertainty.ts'

export type Task = {
  subject: Subject
  assumptions: readonly Assumption[]
  options: { category?: string }
  request: UncertaintyRequest
  range: Range
}

export type TaskReport = { done: number } | { tally: Tally } | { refused: RubricErrorDetails }

const say = (report: TaskReport): void => parentPort?.postMessage(report)

/** An error crosses to another thread as what it is made from. */
const detailsOf = ({ code, rubric, path, message }: RubricError): RubricErrorDetails => {
  const says = message.slice(lineOf(rubric, path ?? '', '').length)
  return path === undefined ? { code, rubric, says } : { code, rubric, path, says }
}

const { subject, assumptions, options, request, range } = workerData as Task
try {
  const model = modelOf(subject, assumptions, options)
  say({ tally: tallyRuns(model, request, range, done => say({ done })) })
} catch (error) {
  if (!(error instanceof RubricError)) throw error
  say({ refused: detailsOf(error) })
}
