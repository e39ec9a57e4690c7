import type { Question } from '@tumstock/rubric/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerIn, fieldValue } from './field-value.ts'

const share: Question = { text: 'Share', type: 'share', unknown: true }
const number: Question = { text: 'Number', type: 'number', unknown: true }
const plain: Question = { text: 'Text', type: 'text', notApplicable: true }
const options = { a: { text: 'A' }, b: { text: 'B' } }
const choice: Question = { text: 'Choice', type: 'choice', options, unknown: true }
const multiple: Question = { text: 'Several', type: 'multiple', options, unknown: true }

describe('a field', () => {
  test.each([
    [share, 12.5, 'nb-NO', '12,5'],
    [share, 12.5, 'en-GB', '12.5'],
    [number, -10000.25, 'sv-SE', '-10000,25'],
    [number, '?', 'nb-NO', undefined],
    [plain, 'n/a', 'nb-NO', undefined],
    [plain, 'We did it', 'nb-NO', 'We did it'],
    [choice, 'a', 'nb-NO', 'a'],
    [choice, '?', 'nb-NO', '?'],
    [multiple, ['a', 'b'], 'nb-NO', ['a', 'b']],
    [multiple, '?', 'nb-NO', ['?']],
    [multiple, null, 'nb-NO', undefined],
  ] as const)('of %j shows %j in %s as %j', (question, answer, locale, held) =>
    expect(fieldValue(question, answer, locale)).toEqual(held),
  )

  test.each([
    [share, '12,5', { value: 12.5 }],
    [share, '12.5 %', { value: 12.5 }],
    [share, '', { value: null }],
    [plain, '  We did ', { value: 'We did' }],
    [choice, 'a', { value: 'a' }],
    [multiple, ['b', 'a'], { value: ['a', 'b'] }],
    [multiple, ['?'], { value: '?' }],
    [multiple, [], { value: null }],
  ] as const)('of %j that holds %j answers %j', (question, held, parsed) =>
    expect(answerIn(question, held)).toEqual(parsed),
  )

  test('with what is no answer says why', () =>
    expect(
      [answerIn(number, '1.234,5'), answerIn(share, '120')].map(one => 'problem' in one && one.problem.code),
    ).toEqual(['not-a-number', 'out-of-range']))

  test('gives a number back as it was, in every language', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(value => Number(value.toFixed(6)) + 0),
        fc.constantFrom('nb-NO', 'nn-NO', 'sv-SE', 'en-GB'),
        (value, locale) => {
          expect(answerIn(number, fieldValue(number, value, locale))).toEqual({ value })
        },
      ),
    ))
})
