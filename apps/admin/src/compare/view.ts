import type { Provenance } from '../ui/chart/chart.ts'
import type { Comparison } from './comparison.ts'
import type { Side } from './sides.ts'

/** What every picture of a comparison is drawn from. */
export type View = {
  /** Whole, as the server gave it: coverage, refusals. */
  comparison: Comparison
  /** The framework's dimensions in its order. */
  dimensions: readonly string[]
  /** Narrowed to what is asked for. */
  sides: readonly Side[]
  marked: readonly string[]
  by: string
  provenance: Provenance
  pick: (unit: string | null) => void
}
