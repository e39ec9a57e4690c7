import { describe, expect, test } from 'vitest'
import { applied, type Draft, differences, draftOf, inverse, merged, type Patch, pathsOf } from './draft.ts'
import { rubric } from './rubric.fixture.ts'

const plain: Draft = {
  title: 'Walkable towns 2026',
  description: '',
  year: 2026,
  referenceDate: '2026-01-01',
  timeZone: 'Europe/Oslo',
  prefillFrom: null,
  stages: { survey: { from: null, to: null, graceMinutes: 30, replyUntil: null } },
  weights: {},
  categories: {},
  texts: {},
  questions: {},
  nominees: {},
  kinds: {},
}

const PATCHES: Patch[] = [
  { title: 'Another' },
  { weights: { 'criteria.plan': 3 } },
  { categories: { small: { from: null, below: 5000 } } },
  { texts: { title: 'Reworded' }, year: 2027 },
  { questions: { plan: false }, nominees: { best: 5 } },
  { stages: { survey: { from: '2026-03-01T00:00:00.000Z' } } },
  { kinds: { survey: false, jury: true }, timeZone: 'Europe/Helsinki', prefillFrom: 'last' },
]

test.each(PATCHES)('taking back %j gives what stood before', patch =>
  expect(applied(applied(plain, patch), inverse(plain, patch))).toEqual(plain),
)

test('a stage that is left out and taken back has its times again', () =>
  expect(inverse(plain, { kinds: { survey: false, jury: true } })).toEqual({
    kinds: { survey: null, jury: null },
    stages: { survey: plain.stages.survey },
  }))

test('taking back a change of something changed before gives the earlier change', () => {
  const once = applied(plain, { weights: { 'criteria.plan': 3 } })
  const twice = { weights: { 'criteria.plan': 4 } }
  expect(applied(applied(once, twice), inverse(once, twice))).toEqual(once)
})

test('two changes as one do what they do one after the other', () => {
  const first: Patch = {
    weights: { 'criteria.plan': 3, 'criteria.path': 2 },
    title: 'A',
    stages: { survey: { from: '2026-03-01T00:00:00.000Z' }, jury: { graceMinutes: 10 } },
  }
  const then: Patch = {
    weights: { 'criteria.plan': null },
    title: 'B',
    stages: { survey: { to: '2026-04-01T00:00:00.000Z' } },
  }
  expect(applied(plain, merged(first, then))).toEqual(applied(applied(plain, first), then))
})

test('a change says what it is about', () =>
  expect(pathsOf(PATCHES.reduce(merged))).toEqual([
    'title',
    'year',
    'timeZone',
    'prefillFrom',
    'stages.survey',
    'categories.small',
    'criteria.plan.weight',
    'questions.plan',
    'awards.best.nominees',
    'stages.survey',
    'stages.jury',
    'title',
  ]))

describe('what differs from the edition', () => {
  const changed = applied(plain, {
    weights: { 'criteria.plan': 3 },
    categories: { small: { from: null, below: 5000 } },
    questions: { lit: false },
    kinds: { verification: true },
    texts: { title: 'Reworded' },
  })
  const found = differences(rubric, changed)

  test('is listed with both sides', () =>
    expect(found.map(({ path, from, to }) => [path, from, to])).toEqual([
      ['categories.small.population.below', 10_000, 5000],
      ['criteria.plan.weight', 1, 3],
      ['questions.lit', true, false],
      ['stages.verification', false, true],
      ['title', 'Walkable towns', 'Reworded'],
    ]))

  test('is gone when each is put back', () =>
    expect(
      differences(
        rubric,
        found.reduce((draft, { back }) => applied(draft, back), changed),
      ),
    ).toEqual([]))

  test('reads the same from what the server says', () => {
    const changes = found.map(({ path, from, to }) => ({ path, from, to }))
    const stages = [{ kind: 'survey', from: null, to: null, graceMinutes: 30, replyUntil: null }]
    expect(draftOf({ ...plain, base: rubric, changes, stages, version: 2 })).toEqual(changed)
  })
})
