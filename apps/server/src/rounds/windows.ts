import { z } from 'zod'
import type { StageRow } from './queries.ts'

const time = z.iso.datetime({ offset: true, error: 'a time is written as 2014-06-01T12:00:00Z' }).nullable()

/** A week: whoever needs longer is given an extension, with a reason. */
const LONGEST_GRACE = 7 * 24 * 60

/** What changes of a stage's times; only what is named. */
export const window = z.strictObject({
  from: time.optional(),
  to: time.optional(),
  graceMinutes: z.int().min(0).max(LONGEST_GRACE).optional(),
  replyUntil: time.optional(),
})

export type WindowChange = z.infer<typeof window>

/** The stage with its times changed. */
export const changed = (stage: StageRow, { from, to, graceMinutes, replyUntil }: WindowChange): StageRow => ({
  ...stage,
  ...(from !== undefined && { opensAt: utc(from) }),
  ...(to !== undefined && { closesAt: utc(to) }),
  ...(graceMinutes !== undefined && { graceMinutes }),
  ...(replyUntil !== undefined && { replyUntil: utc(replyUntil) }),
})

const utc = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString())
