import type { Sensitivity } from '@tumstock/engine/sensitivity'
import type { Tornado } from '@tumstock/engine/tornado'
import type { Uncertainty } from '@tumstock/engine/uncertainty'

/** What the engine says, as it comes out of JSON. */
export type AnalysisResult =
  | ({ kind: 'uncertainty'; before: number[] | null } & Omit<Uncertainty, 'before'>)
  | ({ kind: 'sensitivity' } & Sensitivity)
  | ({ kind: 'tornado' } & Tornado)
