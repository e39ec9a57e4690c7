import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PHASES } from './policy.ts'
import { phasesAt } from './standing.ts'

const KINDS = [
  'nomination',
  'survey',
  'verification',
  'shortlist',
  'siteVisit',
  'jury',
  'publication',
] as const
const START = Date.UTC(2014, 0, 1)
const time = fc.integer({ min: 0, max: 400 }).map(hour => new Date(START + hour * 3_600_000).toISOString())
const window = (kind: string) =>
  fc.record({
    kind: fc.constant(kind),
    opensAt: fc.option(time),
    closesAt: fc.option(time),
    graceMinutes: fc.integer({ min: 0, max: 600 }),
    replyUntil: fc.option(time),
    blind: fc.constantFrom(0, 1),
  })
const windows = fc.tuple(...KINDS.map(window))
const running = { state: 'open', nomineesAt: null } as const
const times = fc.array(time, { minLength: 2, maxLength: 20 }).map(all => all.toSorted())
const runs = (flags: boolean[]) => flags.filter((flag, i) => flag && flags[i - 1] !== true).length

it('gives phases that are known, at any time and for any windows', () => {
  fc.assert(
    fc.property(windows, time, (some, at) => {
      for (const phase of phasesAt(running, some, at)) expect(PHASES).toContain(phase)
      expect(phasesAt({ ...running, state: 'draft' }, some, at)).toEqual(new Set(['draft']))
      expect(phasesAt({ ...running, state: 'published' }, some, at).has('published')).toBe(true)
    }),
  )
})

it('opens a stage once and closes it once, never without an opening time, and never takes back what is out', () => {
  fc.assert(
    fc.property(windows, times, (some, ats) => {
      const phases = ats.map(at => phasesAt(running, some, at))
      for (const { kind, opensAt } of some) {
        const open = phases.map(one => one.has(kind as 'survey'))
        if (opensAt === null) expect(open).not.toContain(true)
        if (kind !== 'jury') expect(runs(open)).toBeLessThanOrEqual(1)
      }
      for (const out of ['deskOut', 'visitOut'] as const) {
        const isOut = phases.map(one => one.has(out))
        expect(isOut.slice(isOut.indexOf(true)).every(flag => flag || !isOut.includes(true))).toBe(true)
      }
      const blind = phases.map(one => one.has('blind'))
      expect(blind).toEqual(blind.toSorted((a, b) => Number(b) - Number(a)))
    }),
  )
})

it('keeps the jury waiting while entries may reply', () => {
  fc.assert(
    fc.property(windows, time, (some, at) => {
      const phases = phasesAt(running, some, at)
      expect(phases.has('jury') && phases.has('reply')).toBe(false)
    }),
  )
})
