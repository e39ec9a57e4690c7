import type { StageTable } from '../db/schema.ts'

type Times = Pick<StageTable, 'opensAt' | 'closesAt' | 'graceMinutes' | 'replyUntil'>

/** What a line of the log says beyond what happened: from what to what, for which entry, or why not. */
export type ChangeDetail = {
  before?: Partial<Times>
  after?: Partial<Times>
  entry?: string
  until?: string
  /** Why a release failed: a refusal's code. */
  code?: string
}

const KEYS = ['opensAt', 'closesAt', 'graceMinutes', 'replyUntil'] as const

/** What differs between two sets of times; null when nothing does. */
export function differenceOf(before: Times, after: Times): ChangeDetail | null {
  const keys = KEYS.filter(key => before[key] !== after[key])
  const of = (times: Times) => Object.fromEntries(keys.map(key => [key, times[key]])) as Partial<Times>
  return keys.length === 0 ? null : { before: of(before), after: of(after) }
}
