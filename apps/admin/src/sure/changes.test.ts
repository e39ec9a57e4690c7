import type { Tornado } from '@tumstock/engine/tornado'
import { expect, test } from 'vitest'
import type { Telling } from './assumption-words.ts'
import { changesOf } from './changes.ts'
import { ruledRubric } from './choices.fixture.ts'

/** Keys and what is put into them, in place of sentences. */
const t = ((key: string, given?: object) =>
  given ? `${key} ${Object.values(given).join(' ')}` : key) as unknown as Telling['t'] & Telling['frame']

const telling = { t, frame: t, locale: 'en-GB', rubric: ruledRubric }

const outcome: Tornado = {
  unit: { id: 'a', rank: 4 },
  bars: [
    { assumption: 0, path: 'criteria.a', ends: [{ as: { times: 0.75 }, change: 1, rank: 5 }] },
    {
      assumption: 1,
      ends: [
        { as: { alternative: 0 }, change: 0, rank: 4 },
        { as: { alternative: 1 }, change: 2, rank: 0 },
      ],
    },
    { assumption: 2, path: 'criteria.a', ends: [{ as: { times: 0 }, change: 3, rank: 1 }] },
    { assumption: 3, ends: [{ as: { quantile: 0.05 }, change: 0.5, rank: 4 }] },
  ],
}

test('what is done to one criterion stands together; who loses the rank is moved furthest', () => {
  const assumptions = [
    { vary: 'weights', by: 0.25 },
    { vary: 'combine', among: ['mean', 'min'] },
    { vary: 'leaveOut' },
    { vary: 'marks' },
  ] as const
  expect(changesOf(outcome, assumptions, telling)).toEqual([
    {
      id: '1',
      label: 'assumptions.combine',
      ends: [
        { kind: 'other', word: 'combine.mean 1 0% 100%', change: 0, rank: 4 },
        { kind: 'other', word: 'combine.min 1 0% 100%', change: 2, rank: null },
      ],
    },
    {
      id: 'criteria.a',
      label: 'A',
      ends: [
        { kind: 'less', word: 'tornado.less 0.75', change: 1, rank: 5 },
        { kind: 'other', word: 'tornado.without', change: 3, rank: 1 },
      ],
    },
    {
      id: '3',
      label: 'assumptions.marks',
      ends: [{ kind: 'other', word: 'tornado.drawn 5%', change: 0.5, rank: 4 }],
    },
  ])
})
