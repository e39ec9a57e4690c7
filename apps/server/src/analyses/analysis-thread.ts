import { availableParallelism } from 'node:os'
import { callsOf, settleCalls } from '@tumstock/engine/functions'
import { modelOf } from '@tumstock/engine/model'
import { compile } from '@tumstock/engine/plan'
import { sensitivity } from '@tumstock/engine/sensitivity'
import type { Subject } from '@tumstock/engine/subject'
import { tornado } from '@tumstock/engine/tornado'
import { uncertaintyInThreads } from '@tumstock/engine/uncertainty-threads'
import { answerAsThread } from '../jobs/as-thread.ts'
import type { Outcomes } from '../results/score-round.ts'
import type { AnalysisRequest } from './request.ts'

export type ThreadInput = Pick<Subject, 'rubric' | 'data'> & { outcomes: Outcomes; request: AnalysisRequest }

type OnProgress = (share: number) => void

const subjectOf = ({ rubric, data, outcomes }: ThreadInput): Subject => {
  const plan = compile(rubric)
  return { rubric, data, calls: settleCalls(plan, data, callsOf(plan, data), outcomes) }
}

/** Runs that are worth another thread. */
const LEAST_RUNS = 1000

const compute = async (input: ThreadInput, onProgress: OnProgress) => {
  const subject = subjectOf(input)
  const { round: _, assumptions, category, ...asked } = input.request
  const among = category === undefined ? {} : { category }
  switch (asked.kind) {
    case 'tornado':
      return tornado(subject, assumptions, { ...among, ...asked }, onProgress)
    case 'uncertainty':
      return uncertaintyInThreads(subject, assumptions, asked, {
        ...among,
        threads: asked.runs < LEAST_RUNS ? 1 : availableParallelism(),
        onProgress,
      })
    case 'sensitivity':
      return sensitivity(
        modelOf(subject, assumptions, among),
        { ...asked, n: asked.runs, perUnit: 'rank' },
        onProgress,
      )
  }
}

// As text, so that a large answer is written here and only stored on the other side.
await answerAsThread<ThreadInput>(async (input, onProgress) =>
  JSON.stringify({ kind: input.request.kind, ...(await compute(input, onProgress)) }, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Uint32Array) : value,
  ),
)
