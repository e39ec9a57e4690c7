import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareRow } from '../display/display.ts'
import { wilson } from './interval.ts'
import { type Countable, shares } from './shares.ts'

const geodata: Countable = {
  text: 'Is there an action plan for geographic data?',
  type: 'choice',
  unknown: true,
  options: { yes: { text: 'Yes' }, no: { text: 'No' } },
}
const channels: Countable = {
  text: 'Channels',
  type: 'multiple',
  options: { web: { text: 'Web' }, app: { text: 'App' }, desk: { text: 'Desk' } },
}
const many = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

describe('choice', () => {
  const largest = shares(geodata, [...many(21, 'yes'), ...many(2, 'no'), ...many(2, '?')], 28)

  test('do not know is an option of its own', () => {
    expect(largest.n).toBe(25)
    expect(largest.options.map(({ option, count, n, share }) => [option, count, n, share])).toEqual([
      ['yes', 21, 25, 0.84],
      ['no', 2, 25, 0.08],
      ['?', 2, 25, 0.08],
    ])
    expect(shareRow(largest.options.map(option => option.count))).toEqual([84, 8, 8])
  })

  test('intervals are corrected for the population', () => {
    const { low, high } = largest.options[0]!
    expect({ low, high }).toEqual(wilson(21, 25, 28))
  })

  test('not applicable and unanswered are left out and counted', () => {
    expect(shares(geodata, ['yes', null, 'n/a', 'n/a', 'no'], null)).toMatchObject({
      n: 2,
      unanswered: 1,
      notApplicable: 2,
      options: [{ share: 0.5 }, { share: 0.5 }, { share: 0 }],
    })
  })

  test('nobody answered: no shares, not zero', () => {
    expect(shares(geodata, [null], 10).options[0]).toEqual({
      option: 'yes',
      count: 0,
      n: 0,
      share: null,
      low: null,
      high: null,
    })
  })

  test('an answer that is no option is refused', () => {
    expect(() => shares(geodata, ['maybe'], null)).toThrow('"maybe" is not one of yes, no, ?')
  })
})

test('multiple: shares of respondents, an option named twice counts once', () => {
  const found = shares(channels, [['web', 'app'], ['web', 'web'], [], ['desk', 'web']], null)
  expect(found.n).toBe(4)
  expect(found.options.map(option => option.share)).toEqual([0.75, 0.25, 0.25])
})

test('the order of entries does not matter, and choices sum to n', () => {
  const answer = fc.constantFrom('yes', 'no', '?', 'n/a', null)
  fc.assert(
    fc.property(fc.array(answer), answers => {
      const found = shares(geodata, answers, null)
      expect(shares(geodata, answers.toReversed(), null)).toEqual(found)
      expect(found.options.reduce((sum, option) => sum + option.count, 0)).toBe(found.n)
      expect(found.n + found.unanswered + found.notApplicable).toBe(answers.length)
    }),
  )
})
