/** Computes an analysis, or some runs of one, beside the page. */
import { type Model, modelOf } from '@tumstock/engine/model'
import { sensitivity } from '@tumstock/engine/sensitivity'
import type { Subject } from '@tumstock/engine/subject'
import { merge, type Tally } from '@tumstock/engine/tally'
import { tornado } from '@tumstock/engine/tornado'
import { tallyRuns, uncertaintyFrom } from '@tumstock/engine/uncertainty'
import { RubricError } from '@tumstock/rubric/error'
import type { Ask, Task } from './ask.ts'
import { subjectOf } from './subject-of.ts'
import type { FromWorker, ToWorker } from './worker-talk.ts'

type UncertaintyTask = Extract<Task, { kind: 'uncertainty' }>

/** Runs of the first portion; later ones grow until one takes about as long as this. */
const FIRST_PORTION = 16
const PORTION_MS = 80

let begun: { model: Model; task: UncertaintyTask; own: Tally } | undefined

const tell = (message: FromWorker, handOver: Transferable[] = []) => {
  postMessage(message, { transfer: handOver })
}
const progress = (done: number) => tell({ say: 'progress', done })

const compute = (subject: Subject, ask: Ask, runs: { from: number; to: number }): void => {
  const { assumptions, category, task } = ask
  const among = category === undefined ? {} : { category }
  if (task.kind === 'tornado') {
    const { unit } = task
    const about = unit === undefined ? among : { ...among, unit }
    tell({ say: 'done', outcome: tornado(subject, assumptions, about, progress) })
    return
  }
  const model = modelOf(subject, assumptions, among)
  if (task.kind === 'sensitivity') {
    const { kind: _, runs: n, ...rest } = task
    tell({ say: 'done', outcome: sensitivity(model, { ...rest, n, perUnit: 'rank' }, progress) })
    return
  }
  const own = countRuns(model, task, runs)
  const isFirst = runs.from === 0
  if (isFirst) begun = { model, task, own }
  tell({ say: 'counted', tally: isFirst ? null : own })
}

/** In portions, so that there is something to tell of how far it has come. */
const countRuns = (
  model: Model,
  task: UncertaintyTask,
  { from, to }: { from: number; to: number },
): Tally => {
  let portion = FIRST_PORTION
  let at = Math.min(to, from + portion)
  let tally = tallyRuns(model, task, { from, to: at })
  while (at < to) {
    progress((at - from) / (to - from))
    const start = performance.now()
    const next = Math.min(to, at + portion)
    tally = merge([tally, tallyRuns(model, task, { from: at, to: next })])
    at = next
    if (performance.now() - start < PORTION_MS) portion *= 2
  }
  return tally
}

const answer = (message: ToWorker): void => {
  if (message.say === 'compute') compute(subjectOf(message.columns), message.ask, message.runs)
  else if (begun) {
    const { model, task, own } = begun
    tell({ say: 'done', outcome: uncertaintyFrom(model, task, merge([own, ...message.others])) })
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  try {
    answer(data)
  } catch (error) {
    const code = error instanceof RubricError ? error.code : null
    tell({ say: 'failed', code, message: error instanceof Error ? error.message : String(error) })
  }
})
