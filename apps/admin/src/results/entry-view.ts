import type { RubricData } from '@tumstock/rubric/contract'
import type { Results } from './results.ts'

/** One entry among the results. */
export type EntryView = {
  results: Results
  /** In the language that is shown. */
  rubric: RubricData
  /** Its position in the rows. */
  at: number
}
