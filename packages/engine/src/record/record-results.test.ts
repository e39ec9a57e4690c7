import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rubricOf } from '../testing/rubric.fixture.ts'
import { entryOf, recordOf } from './record.fixture.ts'
import { recordResults } from './record-results.ts'

const rubric = rubricOf()

test('the award of 2014: points, printed ranks and what they leave open', () => {
  const { rows, withoutScore, notRecorded } = recordResults(rubric, recordOf())
  expect(rows.map(row => [row.entry.name, row.value, row.rank, row.categoryRank])).toEqual([
    [
      'Oppland',
      0.754,
      { low: 1, high: null, printed: 10, amongRecorded: 1 },
      { low: 1, high: 1, printed: 1, amongRecorded: 1 },
    ],
    [
      'Dovre',
      0.744,
      { low: 11, high: null, printed: null, amongRecorded: 2 },
      { low: 2, high: 3, printed: null, amongRecorded: 1 },
    ],
    [
      'Telemark',
      0.68,
      { low: 11, high: null, printed: null, amongRecorded: 3 },
      { low: 2, high: 3, printed: null, amongRecorded: 2 },
    ],
    [
      'Austrheim',
      null,
      { low: 1, high: null, printed: null, amongRecorded: null },
      { low: 1, high: 1, printed: null, amongRecorded: null },
    ],
    [
      'Lyngdal',
      null,
      { low: 1, high: null, printed: null, amongRecorded: null },
      { low: 1, high: 1, printed: null, amongRecorded: null },
    ],
  ])
  expect({ withoutScore, notRecorded }).toEqual({ withoutScore: 2, notRecorded: null })
})

test('entrants that the record does not name are counted', () => {
  const responses = [
    { kind: 'municipality', invited: 428, answered: 200, source: 'notice', status: 'sourced' },
  ] as const
  expect(recordResults(rubric, recordOf({ responses })).notRecorded).toBe(195)
})

test('the bounds drawn from who won and who was nominated by points hold the true rank', () => {
  const field = fc.array(fc.record({ score: fc.nat(30), shown: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(field, entrants => {
      const trueRank = (score: number): number => 1 + entrants.filter(other => other.score > score).length
      const placeOf = (rank: number) => (rank === 1 ? 'winner' : rank <= 3 ? 'nominee' : 'entry')
      const entries = entrants.map(({ score, shown }, i) =>
        entryOf(`NO-${i}`, {
          category: 'small',
          place: placeOf(trueRank(score)),
          ...(shown ? { score } : {}),
        }),
      )
      for (const { entry, categoryRank } of recordResults(rubric, recordOf({ entries })).rows) {
        const actual = trueRank(entrants[entries.indexOf(entry)]!.score)
        expect(categoryRank.low).toBeLessThanOrEqual(actual)
        expect(categoryRank.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(actual)
      }
    }),
  )
})

test('the bounds hold the true rank, whatever is left out', () => {
  const field = fc.array(fc.record({ score: fc.nat(20), shown: fc.boolean(), ranked: fc.boolean() }), {
    minLength: 1,
  })
  fc.assert(
    fc.property(field, entrants => {
      const trueRank = (score: number): number => 1 + entrants.filter(other => other.score > score).length
      const entries = entrants.map(({ score, shown, ranked }, i) =>
        entryOf(`NO-${i}`, { ...(shown ? { score } : {}), ...(ranked ? { rank: trueRank(score) } : {}) }),
      )
      const responses = [
        { kind: 'municipality', invited: 400, answered: entries.length, source: 'notice', status: 'sourced' },
      ] as const
      for (const { entry, rank } of recordResults(rubric, recordOf({ entries, responses })).rows) {
        const actual = trueRank(entrants[entries.indexOf(entry)]!.score)
        expect(rank.low).toBeLessThanOrEqual(actual)
        expect(rank.high).toBeGreaterThanOrEqual(actual)
        if (entrants.every(other => other.shown)) expect(rank.amongRecorded).toBe(actual)
      }
    }),
  )
})
