import type { Claim, ClaimCheck, RecordedRound } from '@tumstock/rubric/record'
import { describe, expect, test } from 'vitest'
import { rubricOf } from '../testing/rubric.fixture.ts'
import { claimOf, entries2014, entryOf, recordOf } from './record.fixture.ts'
import { verifyRecord } from './verify.ts'

const rubric = rubricOf()
const verdictsOf = (claims: readonly Claim[], rest: Partial<RecordedRound> = {}) =>
  verifyRecord(rubric, recordOf({ ...rest, claims })).map(({ verdict, computed }) => [verdict, computed])
const verdictOf = (printed: string, check: ClaimCheck, rest: Partial<RecordedRound> = {}) =>
  verdictsOf([claimOf(printed, check)], rest)[0]
const reasonOf = (printed: string, check: ClaimCheck) =>
  verifyRecord(rubric, recordOf({ claims: [claimOf(printed, check)] }))[0]!.reason

describe('numbers', () => {
  test.each<[string, ClaimCheck, string, string | null]>([
    ['49', { check: 'percent', part: 212, whole: 430 }, 'holds', '49'],
    ['83', { check: 'percent', part: 15, whole: 18 }, 'holds', '83'],
    ['75', { check: 'percent', part: 377, whole: 500 }, 'holds', '75'],
    ['75,4 %', { check: 'percent', part: 377, whole: 500 }, 'holds', '75.4'],
    ['50', { check: 'percent', part: 212, whole: 430 }, 'contradicts', '49'],
    ['50', { check: 'percent', part: 1, whole: 0 }, 'unverifiable', null],
    ['half', { check: 'percent', part: 1, whole: 2 }, 'unverifiable', null],
    ['92.5', { check: 'points', percent: 18.5 }, 'holds', '92.5'],
    ['92', { check: 'points', percent: 18.5 }, 'contradicts', '93'],
    ['422', { check: 'points', percent: 84 }, 'unverifiable', '420'],
    ['423', { check: 'points', percent: 84 }, 'contradicts', '420'],
    ['+40', { check: 'change', from: 24, to: 64 }, 'holds', '40'],
    ['+45', { check: 'change', from: 23, to: 68 }, 'holds', '45'],
    ['8', { check: 'change', from: 68, to: 76 }, 'holds', '8'],
    ['40,2', { check: 'change', from: 24.1, to: 64.25 }, 'holds', '40.2'],
    ['−8', { check: 'change', from: 68, to: 76 }, 'contradicts', '8'],
    ['84/8/8', { check: 'row', counts: [21, 2, 2] }, 'holds', '84/8/8'],
    ['84/8/8', { check: 'row', counts: [11, 1, 1] }, 'holds', '84/8/8'],
    ['85/8/8', { check: 'row', counts: [11, 1, 1] }, 'contradicts', '84/8/8'],
    ['100/–', { check: 'row', counts: [7, 0] }, 'holds', '100/0'],
    ['100', { check: 'row', counts: [7, 0] }, 'contradicts', '100/0'],
    ['77/17/6', { check: 'sum' }, 'holds', '100'],
    ['92/8/–', { check: 'sum' }, 'holds', '100'],
    ['33,3/33,3/33,3', { check: 'sum' }, 'contradicts', '99.9'],
  ])('%s by %j %s (%s)', (printed, check, verdict, computed) => {
    expect(verdictOf(printed, check)).toEqual([verdict, computed])
  })

  test('a per cent that is itself rounded leaves a range of points', () => {
    expect(reasonOf('422', { check: 'points', percent: 84 })).toEqual({
      code: 'within-rounding',
      low: 417.5,
      high: 422.5,
    })
  })
})

describe('rank', () => {
  const rank = (unit: string, within: 'category' | 'round'): ClaimCheck => ({ check: 'rank', unit, within })

  test('first of its class, where points decide and it won', () => {
    expect(verdictOf('1', rank('NO-05', 'category'))).toEqual(['holds', '1'])
  })

  test('tenth of all cannot be sure while others are unpublished', () => {
    expect(verdictOf('10', rank('NO-05', 'round'))).toEqual(['unverifiable', '≥ 1'])
  })

  test('fewer points than the tenth: eleventh or lower', () => {
    expect(verdictOf('10', rank('NO-0511', 'round'))).toEqual(['contradicts', '≥ 11'])
    expect(verdictOf('11', rank('NO-0511', 'round'))).toEqual(['unverifiable', '≥ 11'])
  })

  test('behind the winner, among three nominees', () => {
    expect(verdictOf('2', rank('NO-0511', 'category'))).toEqual(['unverifiable', '2–3'])
    expect(verdictOf('1', rank('NO-0511', 'category'))).toEqual(['contradicts', '2–3'])
  })

  test('two entrants of the only class of their kind settle it', () => {
    const responses = [
      { kind: 'county', invited: 18, answered: 2, source: 'notice', status: 'sourced' },
    ] as const
    expect(verdictOf('2', rank('NO-08', 'category'), { responses })).toEqual(['holds', '2'])
  })

  test('a jury may pass over points: winning says nothing of rank', () => {
    const byJury = rubricOf({ awards: { best: { title: 'Best', per: 'category', decide: 'jury' } } })
    const record = recordOf({ claims: [claimOf('1', rank('NO-1264', 'category'))] })
    expect(verifyRecord(byJury, record)[0]).toMatchObject({ verdict: 'unverifiable', computed: '≥ 1' })
  })

  test('a unit that is not in the record', () => {
    expect(reasonOf('1', rank('NO-0301', 'round'))).toEqual({ code: 'no-such-unit', unit: 'NO-0301' })
  })
})

describe('category', () => {
  test.each<[string, number, string, string | null]>([
    ['small', 8102, 'contradicts', 'medium'],
    ['medium', 8102, 'holds', 'medium'],
    ['county', 187_254, 'holds', 'county'],
    ['tiny', 8102, 'unverifiable', null],
  ])('%s at %d inhabitants', (printed, population, verdict, computed) => {
    const check: ClaimCheck = { check: 'category', unit: 'NO-1032', population }
    expect(verdictOf(printed, check)).toEqual([verdict, computed])
  })

  test('a population that no class holds', () => {
    const gap = rubricOf({
      categories: { large: { title: 'Large', kind: 'municipality', population: { from: 20_000 } } },
    })
    const claim = claimOf('large', { check: 'category', unit: 'NO-1032', population: 8102 })
    expect(verifyRecord(gap, recordOf({ claims: [claim] }))[0]!.reason).toEqual({
      code: 'category-unclear',
      categories: [],
    })
  })
})

describe('winner', () => {
  const county: ClaimCheck = { check: 'winner', category: 'county' }

  test('two sources that disagree both contradict, each naming the other', () => {
    const claims = [claimOf('NO-05', county, 'notice'), claimOf('NO-14', county, 'press')]
    const found = verifyRecord(rubric, recordOf({ entries: [], claims }))
    expect(found.map(({ verdict, computed, reason }) => [verdict, computed, reason])).toEqual([
      ['contradicts', 'NO-14', { code: 'sources-disagree', with: [{ source: 'press', names: 'NO-14' }] }],
      ['contradicts', 'NO-05', { code: 'sources-disagree', with: [{ source: 'notice', names: 'NO-05' }] }],
    ])
  })

  test('the recorded winner is a statement, too', () => {
    expect(verdictsOf([claimOf('NO-05', county, 'press')])).toEqual([['holds', 'NO-05']])
    expect(verdictsOf([claimOf('NO-08', county, 'press')])).toEqual([['contradicts', 'NO-05']])
  })

  test('one source alone confirms nothing', () => {
    expect(verdictsOf([claimOf('NO-05', county, 'notice')])).toEqual([['unverifiable', null]])
  })

  test('a joint entry goes by any of its units', () => {
    const joint = { ...entryOf('SE-2062'), units: ['SE-2062', 'SE-2034'], place: 'winner' as const }
    const claims = [claimOf('SE-2034', { check: 'winner', category: 'round' }, 'press')]
    expect(verdictsOf(claims, { entries: [joint] })).toEqual([['holds', 'SE-2034']])
  })
})

describe('count', () => {
  test('those who came at least so far', () => {
    expect(verdictOf('3', { check: 'count', place: 'winner' })).toEqual(['holds', '3'])
    expect(verdictOf('5', { check: 'count', place: 'nominee' })).toEqual(['holds', '5'])
    expect(verdictOf('2', { check: 'count', place: 'nominee', category: 'county' })).toEqual(['holds', '2'])
  })

  test('more recorded than claimed contradicts, fewer may be unpublished', () => {
    expect(verdictOf('2', { check: 'count', place: 'winner' })).toEqual(['contradicts', '3'])
    expect(verdictOf('4', { check: 'count', place: 'winner' })).toEqual(['unverifiable', '3'])
  })
})

test('a slip is a contradiction in the source, with our reading', () => {
  expect(verdictOf('23 og 68', { check: 'slip', reading: '23 and 68 per cent' })).toEqual([
    'contradicts',
    '23 and 68 per cent',
  ])
})

test('what nothing can check stays open', () => {
  expect(verdictOf('well above 50 %', { check: 'none' })).toEqual(['unverifiable', null])
})

test('findings come in the order of the claims', () => {
  const claims = [claimOf('1', { check: 'none' }), claimOf('100', { check: 'sum' })]
  expect(verifyRecord(rubric, recordOf({ claims, entries: entries2014 })).map(found => found.claim)).toEqual(
    claims,
  )
})
