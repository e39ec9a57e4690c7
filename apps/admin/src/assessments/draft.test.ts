import { expect, it } from 'vitest'
import type { Finding } from './assessing.ts'
import { beneath, type Draft, draftOf, isSaved, lackingIn, wishOf } from './draft.ts'

const EMPTY: Draft = { verdict: null, value: undefined, confidence: null, reason: '' }
const found = (parts: Partial<Finding>) =>
  ({
    layer: 'desk',
    verdict: 'differ',
    value: 'no',
    confidence: 2,
    reason: 'Nothing adopted.',
    ...parts,
  }) as Finding

it('says what is lacking before it can be saved, one thing after the other', () => {
  expect(lackingIn(EMPTY)).toBe(null)
  expect(lackingIn({ ...EMPTY, verdict: 'agree' })).toBe('confidence')
  expect(lackingIn({ ...EMPTY, verdict: 'agree', confidence: 3 })).toBe(null)
  expect(lackingIn({ ...EMPTY, verdict: 'differ' })).toBe('value')
  expect(lackingIn({ ...EMPTY, verdict: 'differ', value: null })).toBe('confidence')
  expect(lackingIn({ ...EMPTY, verdict: 'differ', value: 'no', confidence: 1, reason: ' ' })).toBe('reason')
})

it('saves what is whole, with nothing that nobody said', () => {
  expect(wishOf({ ...EMPTY, verdict: 'differ', value: 'no', confidence: 1 })).toBe(null)
  expect(wishOf({ ...EMPTY, verdict: 'agree', value: 'no', confidence: 3, reason: ' ' })).toEqual({
    verdict: 'agree',
    confidence: 3,
    reason: null,
  })
  expect(wishOf({ verdict: 'differ', value: null, confidence: 2, reason: ' No. ' })).toEqual({
    verdict: 'differ',
    value: null,
    confidence: 2,
    reason: 'No.',
  })
})

it('begins with what stands, and knows when nothing has changed', () => {
  const finding = found({})
  const draft = draftOf(finding)
  expect(draft).toEqual({ verdict: 'differ', value: 'no', confidence: 2, reason: 'Nothing adopted.' })
  const wish = wishOf(draft)
  expect(wish && isSaved(wish, finding)).toBe(true)
  expect(wish && isSaved({ ...wish, confidence: 3 }, finding)).toBe(false)
  expect(wish && isSaved(wish, null)).toBe(false)
  expect(draftOf(null)).toEqual(EMPTY)
})

it('asks again who agreed with what has changed since', () => {
  const finding = found({ verdict: 'agree', value: 'yes', outOfDate: true })
  expect(draftOf(finding)).toEqual({
    verdict: null,
    value: undefined,
    confidence: 2,
    reason: 'Nothing adopted.',
  })
  expect(isSaved({ verdict: 'agree', confidence: 2, reason: 'Nothing adopted.' }, finding)).toBe(false)
})

it('holds the desk against the claim, and the visit against the desk where it found something', () => {
  const item = { claim: { value: 'yes', at: '' }, desk: found({}) }
  expect([beneath(item, 'desk'), beneath(item, 'visit'), beneath({ ...item, desk: null }, 'visit')]).toEqual([
    'yes',
    'no',
    'yes',
  ])
  expect(beneath({ claim: null, desk: null }, 'desk')).toBe(undefined)
})
