import type { RubricData, StageKind } from '@tumstock/rubric/contract'
import { stageKind } from '@tumstock/rubric/schema/criterion'
import { leaves } from '@tumstock/rubric/tree'
import type { Draft, Window } from './draft.ts'

/** The stages that a draft has, in the usual order, and those that it could have. */
export function kindsOf(base: RubricData, { kinds }: Pick<Draft, 'kinds'>) {
  const has = (kind: StageKind) => kinds[kind] ?? base.stages.some(stage => stage.kind === kind)
  return { has: stageKind.options.filter(has), others: stageKind.options.filter(kind => !has(kind)) }
}

/** Stages in which a criterion is scored: they stay. */
export const neededKinds = (base: RubricData): ReadonlySet<StageKind> =>
  new Set(leaves(base).map(({ criterion }) => criterion.stage))

/** Stages whose findings entries may reply to. */
export const FINDING: readonly StageKind[] = ['verification', 'siteVisit']

export type TimeFault = 'backwards' | 'outOfOrder' | 'replyEarly'

/** What is wrong with a stage's times, by the field that shows it; `before` are the stages ahead of it. */
export function timeFaults(
  window: Window,
  before: readonly Window[],
): { to?: TimeFault; from?: TimeFault; reply?: TimeFault } {
  const { from, to, replyUntil } = window
  const last = before.map(one => one.from).findLast(one => one !== null) ?? null
  return {
    ...(from !== null && to !== null && from >= to && { to: 'backwards' as const }),
    ...(from !== null && last !== null && from < last && { from: 'outOfOrder' as const }),
    ...(replyUntil !== null && (to === null || replyUntil <= to) && { reply: 'replyEarly' as const }),
  }
}
