import { describe, expect, it } from 'vitest'
import { sendsJuryAway, whyNotMoved } from './may-move.ts'
import type { StageRow } from './queries.ts'

const at = (hour: number, minute = 0) =>
  new Date(Date.UTC(2014, 5, 1) + (hour * 60 + minute) * 60_000).toISOString()
/** From 10 to 12 o'clock with half an hour of grace, replies until 14 o'clock. */
const stage: StageRow = {
  roundId: 'r',
  kind: 'verification',
  position: 0,
  opensAt: at(10),
  closesAt: at(12),
  graceMinutes: 30,
  replyUntil: at(14),
  blind: 0,
}

describe('a stage', () => {
  it.each<[string, number, Partial<StageRow>, RegExp | null]>([
    ['changes nothing after all is over', 15, {}, null],
    ['opens later before it has opened', 9, { opensAt: at(11) }, null],
    ['opens in this minute', 9.5, { opensAt: at(9, 30) }, null],
    ['does not open in the past', 9.5, { opensAt: at(9, 29) }, /cannot open in the past/],
    ['is undated again before it opens', 9, { opensAt: null, closesAt: null }, null],
    ['does not open another time once it is open', 10, { opensAt: at(10, 1) }, /opened on/],
    ['closes later while it is open', 11, { closesAt: at(13) }, null],
    ['closes in this minute', 11.5, { closesAt: at(11, 30) }, null],
    ['does not close in the past', 11.5, { closesAt: at(11, 29) }, /cannot close in the past/],
    ['closes some time once it is open', 11, { closesAt: null }, /say when it closes/],
    ['closes later while there is grace', 12.25, { closesAt: at(13) }, null],
    ['has longer grace while there is grace', 12.25, { graceMinutes: 60 }, null],
    ['has no grace that would be over', 12.25, { graceMinutes: 10 }, /the grace would be over/],
    ['is not moved once it has closed', 12.5, { closesAt: at(13) }, /can be reopened/],
    ['hears replies longer while it does', 13, { replyUntil: at(15) }, null],
    ['does not hear replies in the past', 13, { replyUntil: at(12, 59) }, /cannot end in the past/],
    ['does not hear replies again after that', 14, { replyUntil: at(15) }, /ended on/],
  ])('%s', (_, hour, change, problem) => {
    const why = whyNotMoved(stage, { ...stage, ...change }, at(hour))
    if (problem === null) expect(why).toBe(null)
    else expect(why).toMatch(problem)
  })

  it('does not send a jury away that sits', () => {
    const jury: StageRow = { ...stage, kind: 'jury', opensAt: at(12, 30), closesAt: at(20), replyUntil: null }
    const replies = (replyUntil: string | null) => [{ ...stage, replyUntil }, jury]
    expect(sendsJuryAway(replies(null), replies(at(15)), at(13))).toBe(true)
    // Not sitting yet, or over by itself.
    expect(sendsJuryAway(replies(at(14)), replies(at(15)), at(13))).toBe(false)
    expect(sendsJuryAway(replies(null), replies(null), at(20))).toBe(false)
    const shorter = [
      { ...stage, replyUntil: null },
      { ...jury, closesAt: at(13), graceMinutes: 0 },
    ]
    expect(sendsJuryAway(replies(null), shorter, at(13))).toBe(false)
  })
})
