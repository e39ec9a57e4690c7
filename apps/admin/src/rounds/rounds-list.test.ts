import { describe, expect, test } from 'vitest'
import type { RoundRow } from './round.ts'
import { narrowed, ordered, stageMarks } from './rounds-list.ts'

const row = (id: string, more: Partial<RoundRow> = {}): RoundRow => ({
  id,
  title: id,
  award: 'walkable-towns',
  edition: '2026',
  year: 2026,
  country: 'NO',
  state: 'published',
  kind: 'round',
  run: true,
  stages: [],
  now: null,
  invited: 0,
  answered: 0,
  nextDeadline: null,
  publishedVersion: null,
  roles: [],
  ...more,
})
const ids = (rows: readonly RoundRow[]) => rows.map(({ id }) => id)

describe('narrowing the list', () => {
  const rows = [
    row('a', { country: 'SE', title: 'Town of the year' }),
    row('b', { kind: 'synthetic', year: 2014 }),
    row('c', { state: 'draft', award: 'other' }),
  ]
  test.each([
    [{}, ['a', 'b', 'c']],
    [{ country: 'SE' }, ['a']],
    [{ kind: 'synthetic' as const }, ['b']],
    [{ state: 'draft' as const, award: 'other' }, ['c']],
    [{ text: ' TOWN of' }, ['a']],
    [{ text: '2014' }, ['b']],
    [{ award: 'other', country: 'SE' }, []],
  ])('%j leaves %j', (search, left) => expect(ids(narrowed(rows, search))).toEqual(left))
})

test('running rounds come first by deadline, then drafts, then published ones from the newest on', () =>
  expect(
    ids(
      ordered([
        row('old', { year: 2011 }),
        row('new', { year: 2020 }),
        row('draft', { state: 'draft' }),
        row('later', { state: 'open', nextDeadline: '2026-05-01T00:00:00Z' }),
        row('sooner', { state: 'open', nextDeadline: '2026-04-01T00:00:00Z' }),
        row('undated', { state: 'evaluated' }),
      ]),
    ),
  ).toEqual(['sooner', 'later', 'undated', 'draft', 'new', 'old']))

describe('the strip of stages', () => {
  const replies = { graceMinutes: 0, replyUntil: null }
  const stages = [
    { kind: 'survey', from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', ...replies },
    { kind: 'jury', from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z', ...replies },
    { kind: 'publication', from: null, to: null, ...replies },
  ]
  const marks = (more: Partial<RoundRow>) =>
    stageMarks(row('x', { stages, ...more }), '2026-02-10T00:00:00Z').map(({ mark }) => mark)
  test('marks what is over, what is now and what is to come', () =>
    expect(marks({ state: 'open', now: 'jury' })).toEqual(['done', 'now', 'later']))
  test('of a draft lies ahead', () => expect(marks({ state: 'draft' })).toEqual(['later', 'later', 'later']))
  test('of a published round lies behind', () => expect(marks({})).toEqual(['done', 'done', 'done']))
})
