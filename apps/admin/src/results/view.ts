import type { Round } from '../rounds/round.ts'
import type { Results } from './results.ts'

/** What every view of the results is given. */
export type View = {
  round: Round
  results: Results
  /** In the language that is shown. */
  rubric: Round['rubric']
  /** Positions of the rows that the reader has narrowed the results to. */
  shown: readonly number[]
  countyName: (id: string) => string
}
