import { expect, test } from 'vitest'
import { type Claim, countBy, orderedClaims, type Place, placedOf, unitsNamed } from './record.ts'

const claim = (says: string, verdict: Claim['verdict'], rest: Partial<Claim> = {}) =>
  ({ says, verdict, printed: '1', computed: null, reason: { code: 'recomputed' }, ...rest }) as Claim

test('contradictions first, then what cannot be checked; in the order of the record otherwise', () => {
  const claims = [
    claim('a', 'holds'),
    claim('b', 'contradicts'),
    claim('c', 'unverifiable'),
    claim('d', 'contradicts'),
  ]
  expect(orderedClaims(claims).map(one => one.says)).toEqual(['b', 'd', 'c', 'a'])
  expect(countBy(claims)).toEqual({ holds: 1, contradicts: 2, unverifiable: 1 })
})

test('units are found wherever a claim names them', () => {
  const claims = [
    claim('a', 'contradicts', {
      printed: 'NO-05',
      computed: 'NO-14',
      reason: { code: 'sources-disagree', with: [{ source: 'cw', names: 'NO-1201' }] },
    }),
    claim('b', 'holds', { printed: 'small' }),
  ]
  expect(unitsNamed(claims)).toEqual(['NO-05', 'NO-14', 'NO-1201'])
})

test('those who merely took part are counted, unless there is nobody else', () => {
  const entries = (...places: string[]) => ({ entries: places.map(place => ({ place })) }) as unknown as Place
  expect(placedOf(entries('winner', 'entry', 'entry'))).toEqual({ placed: [{ place: 'winner' }], others: 2 })
  expect(placedOf(entries('entry')).others).toBe(0)
})
