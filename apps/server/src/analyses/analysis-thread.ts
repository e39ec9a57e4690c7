import { modelOf } from '@tumstock/engine/model'
import { sensitivity } from '@tumstock/engine/sensitivity'
import type { Subject } from '@tumstock/engine/subject'
import { tornado } from '@tumstock/engine/tornado'
import { uncertainty } from '@tumstock/engine/uncertainty'
import { answerAsThread } from '../jobs/as-thread.ts'
import type { AnalysisRequest } from './request.ts'

export type ThreadInput = { subject: Subject; request: AnalysisRequest }

type OnProgress = (share: number) => void

const compute = ({ subject, request }: ThreadInput, onProgress: OnProgress) => {
  const { round: _, assumptions, category, ...asked } = request
  const among = category === undefined ? {} : { category }
  switch (asked.kind) {
    case 'tornado':
      return tornado(subject, assumptions, { ...among, ...asked }, onProgress)
    case 'uncertainty':
      return uncertainty(modelOf(subject, assumptions, among), asked, onProgress)
    case 'sensitivity':
      return sensitivity(modelOf(subject, assumptions, among), { ...asked, n: asked.runs }, onProgress)
  }
}

// As text, so that a large answer is written here and only stored on the other side.
await answerAsThread<ThreadInput>((input, onProgress) =>
  JSON.stringify({ kind: input.request.kind, ...compute(input, onProgress) }, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Uint32Array) : value,
  ),
)
