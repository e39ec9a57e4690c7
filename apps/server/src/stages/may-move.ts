import { endOf, isOpen, phasesAt } from '../standing.ts'
import type { StageRow } from './queries.ts'

/** Times are written by the minute: what is set to this one is set to now. */
const minuteOf = (time: string): string => `${time.slice(0, 16)}:00.000Z`

/** Why a stage of a running round cannot have these times instead, as one line; null when it can. What has happened stays. */
export function whyNotMoved(before: StageRow, after: StageRow, now: string): string | null {
  const { kind } = before
  const isPast = (time: string | null) => time !== null && time < minuteOf(now)
  const hasOpened = before.opensAt !== null && before.opensAt <= now
  if (before.opensAt !== after.opensAt) {
    if (hasOpened) return `${kind} opened on ${before.opensAt}, which stays; its closing can be moved.`
    if (isPast(after.opensAt)) return `${kind} cannot open in the past.`
  }
  if (before.closesAt !== after.closesAt || before.graceMinutes !== after.graceMinutes) {
    if (hasOpened && isOver(before, now)) return `${kind} has closed; it can be reopened, with a reason.`
    if (hasOpened && after.closesAt === null) return `${kind} is open: say when it closes.`
    if (before.closesAt !== after.closesAt && isPast(after.closesAt))
      return `${kind} cannot close in the past.`
    if (isPast(endOf(after))) return `${kind} cannot close in the past; the grace would be over.`
  }
  if (before.replyUntil !== after.replyUntil) {
    const wasOver = before.replyUntil !== null && before.replyUntil <= now
    if (wasOver && !isOpen(after, now)) return `The time to reply to ${kind} ended on ${before.replyUntil}.`
    if (isPast(after.replyUntil)) return `The time to reply to ${kind} cannot end in the past.`
  }
  return null
}

/** True for a stage that has closed, grace included. */
export const isOver = (stage: Pick<StageRow, 'closesAt' | 'graceMinutes'>, now: string): boolean => {
  const end = endOf(stage)
  return end !== null && end <= now
}

/** True when a jury that sits now would have to wait for replies again. */
export const sendsJuryAway = (
  before: readonly StageRow[],
  after: readonly StageRow[],
  now: string,
): boolean =>
  sits(before, now) && !sits(after, now) && after.some(stage => stage.kind === 'jury' && isOpen(stage, now))

const sits = (stages: readonly StageRow[], now: string): boolean =>
  phasesAt({ state: 'open', nomineesAt: null }, stages, now).has('jury')
