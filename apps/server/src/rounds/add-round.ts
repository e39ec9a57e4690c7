import type { RubricData } from '@tumstock/rubric/contract'
import type { Tx } from '../db/open.ts'
import type { StageTable } from '../db/schema.ts'
import { insertRound, type RoundRow } from './queries.ts'
import { rowsOf } from './stage-rows.ts'

type Times = Pick<StageTable, 'kind' | 'opensAt' | 'closesAt' | 'replyUntil'>

/** Puts a round there with its rubric's stages; false when there is one of this id. */
export const addRound = (
  tx: Tx,
  round: RoundRow,
  rubric: RubricData,
  times: readonly Times[] = [],
): Promise<boolean> =>
  insertRound(
    tx,
    round,
    rowsOf(rubric.stages).map(row => ({ ...row, ...times.find(one => one.kind === row.kind) })),
  )
