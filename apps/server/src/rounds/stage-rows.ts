import type { Stage } from '@tumstock/rubric/contract'
import type { Tx } from '../db/open.ts'
import type { StageTable } from '../db/schema.ts'
import { deleteStage, insertStages, stagesOf, updateStage } from './queries.ts'

/** A round's stages as its definition has them, without dates. */
export const rowsOf = (stages: readonly Stage[]): Omit<StageTable, 'roundId'>[] =>
  stages.map(({ kind, blind }, position) => ({
    kind,
    position,
    opensAt: null,
    closesAt: null,
    graceMinutes: 0,
    replyUntil: null,
    blind: blind ? 1 : 0,
  }))

/** Brings a draft's stages to what its definition now has; those that stay keep their times. */
export async function keepStages(tx: Tx, roundId: string, stages: readonly Stage[]): Promise<void> {
  const wanted = rowsOf(stages)
  const there = await stagesOf(tx, roundId)
  for (const { kind } of there)
    if (!wanted.some(row => row.kind === kind)) await deleteStage(tx, { roundId, kind })
  for (const row of wanted) {
    const { kind, position } = row
    if (there.some(one => one.kind === kind)) await updateStage(tx, { roundId, kind, position })
    else await insertStages(tx, [{ ...row, roundId }])
  }
}
