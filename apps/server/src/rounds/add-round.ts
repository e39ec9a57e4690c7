import type { RubricData } from '@tumstock/rubric/contract'
import type { Tx } from '../db/open.ts'
import { insertRound, type RoundRow } from './queries.ts'
import { rowsOf } from './stage-rows.ts'

/** Puts a round of the installation's own among the others, with the stages of its rubric and no dates. */
export const addRound = (tx: Tx, round: RoundRow, rubric: RubricData): Promise<boolean> =>
  insertRound(tx, round, rowsOf(rubric.stages))
