/** What is to be computed of a round, wherever it is computed. */
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { Assumption } from '@tumstock/engine/assumptions'
import type { Sensitivity } from '@tumstock/engine/sensitivity'
import type { Tornado } from '@tumstock/engine/tornado'
import type { Uncertainty } from '@tumstock/engine/uncertainty'
import type { trpc } from '../api.ts'

/** A round as the server gives it to be analysed: its columns, or that it is too large to be sent. */
export type AnalysisData = inferOutput<typeof trpc.analyses.data>
export type Columns = Extract<AnalysisData, { where: 'browser' }>

export type Task =
  | { kind: 'uncertainty'; runs: number; seed: number; nominees?: number; pairs?: boolean }
  | { kind: 'sensitivity'; runs: number; seed: number; secondOrder?: boolean; bootstrap?: number }
  | { kind: 'tornado'; unit?: string }

export type Ask<T extends Task = Task> = {
  round: string
  assumptions: readonly Assumption[]
  /** Ranks among the entries of this category alone. */
  category?: string
  task: T
}

export type Outcome<T extends Task> = T extends { kind: 'uncertainty' }
  ? Uncertainty
  : T extends { kind: 'sensitivity' }
    ? Sensitivity
    : Tornado

/** A refusal of the engine: its code can be put into the reader's words. */
export class AskFailed extends Error {
  override readonly name = 'AskFailed'
  readonly code: string | null

  constructor(message: string, code: string | null) {
    super(message)
    this.code = code
  }
}
