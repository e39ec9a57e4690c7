import { expect, test } from 'vitest'
import { scaleOf } from './strip-scale.ts'

const day = (number: number) => `2026-06-${String(number).padStart(2, '0')}T00:00:00.000Z`
const span = (kind: string, from: number | null, to: number | null, replies: number | null = null) => ({
  kind,
  opensAt: from === null ? null : day(from),
  closesAt: to === null ? null : day(to),
  replyUntil: replies === null ? null : day(replies),
})

test('stages stand where their times are, open ends reach to the last time, and those without stand nowhere', () => {
  const spans = [
    span('survey', 1, 6),
    span('verification', 6, 8, 11),
    span('jury', 8, null),
    span('publication', null, 20),
  ]
  expect(scaleOf(spans, day(3))).toEqual({
    from: day(1),
    to: day(11),
    bars: [
      { kind: 'survey', from: 0, to: 50, replies: null },
      { kind: 'verification', from: 50, to: 70, replies: 100 },
      { kind: 'jury', from: 70, to: 100, replies: null },
      { kind: 'publication', from: 0, to: 0, replies: null },
    ],
    now: 20,
  })
})

test('now is on the line only while something is planned', () => {
  const spans = [span('survey', 2, 6)]
  expect([day(1), day(2), day(6), day(7)].map(now => scaleOf(spans, now)?.now)).toEqual([null, 0, 100, null])
})

test('there is no line without two times', () => {
  expect(scaleOf([span('survey', null, 6)], day(1))).toBe(null)
  expect(scaleOf([span('survey', 6, null), span('jury', 6, null)], day(1))).toBe(null)
})
