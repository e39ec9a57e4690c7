import type { Scoring } from '@tumstock/rubric/contract'
import type { Relative } from '@tumstock/rubric/relative'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundOf } from '../steps/steps.fixture.ts'
import { scoreLeaves } from './leaves.ts'

/** The values of a rule on the numbers of entries a, b, c …, null where there is none, and its errors. */
const score = (rule: Scoring, ...x: (number | null)[]) => {
  const { plan, data } = roundOf({ x }, { scoring: { x: rule } })
  const { byNode, errors } = scoreLeaves(plan, data)
  const values = Array.from(byNode[0]?.values ?? [], value => (Number.isNaN(value) ? null : value))
  return { values, says: errors.map(({ entry, error }) => `${entry} ${error.code} ${error.message}`) }
}

const valuesOf = (rule: Scoring, ...x: (number | null)[]) => score(rule, ...x).values

test('minmax onto a range of its own', () => {
  expect(valuesOf({ by: 'minmax', range: [0.25, 0.75] }, 0, 5, 10)).toEqual([0.25, 0.5, 0.75])
  expect(valuesOf({ by: 'minmax', range: [0.25, 0.75], lowerIsBetter: true }, 0, 5, 10)).toEqual([
    0.75, 0.5, 0.25,
  ])
})

test('goalposts left open, and a number as it is', () => {
  expect(valuesOf({ by: 'linear', from: 0, to: 10, open: true }, -5, 5, 20)).toEqual([-0.5, 0.5, 2])
  expect(valuesOf({ by: 'linear', from: 10, to: 0, open: true }, 15, 10, 5)).toEqual([-0.5, 0, 0.5])
  expect(valuesOf({ by: 'linear', from: 0, to: 1, open: true }, -5, 0.25)).toEqual([-5, 0.25])
})

test('zscore left open has the mean and deviation that it is given', () => {
  // 1, 2, 3: mean 2, sd 1
  expect(valuesOf({ by: 'zscore', open: { mean: 10, sd: 2 } }, 1, 2, null, 3)).toEqual([8, 10, null, 12])
  expect(valuesOf({ by: 'zscore', open: { mean: 10, sd: 2 }, lowerIsBetter: true }, 1, 2, 3)).toEqual([
    12, 10, 8,
  ])
})

test('ties share their middle rank, or the smallest, seen from the worse end', () => {
  expect(valuesOf({ by: 'rank', ties: 'least' }, 5, 1, 5, 9, 7)).toEqual([0.25, 0, 0.25, 1, 0.75])
  expect(valuesOf({ by: 'rank', ties: 'least', lowerIsBetter: true }, 5, 1, 5, 9, 7)).toEqual([
    0.5, 1, 0.5, 0, 0.25,
  ])
  expect(valuesOf({ by: 'rank', lowerIsBetter: true }, 5, 1, 5, 9, 7)).toEqual([0.625, 1, 0.625, 0, 0.25])
  expect(valuesOf({ by: 'percentile', ties: 'least' }, 5, 1, 5, 9, 7)).toEqual([0.3, 0.1, 0.3, 0.9, 0.7])
})

test('borda counts those that have no number, too', () => {
  expect(valuesOf({ by: 'borda' }, 3, 1, 2, null, null)).toEqual([0.5, 0, 0.25, null, null])
})

test('the way from the worst to another entry', () => {
  const rule = { by: 'reference', entry: 'b' } as const
  expect(valuesOf(rule, 0, 4, 2, 8)).toEqual([0, 1, 0.5, 2])
  expect(valuesOf({ ...rule, cap: true }, 0, 4, 2, 8)).toEqual([0, 1, 0.5, 1])
  expect(valuesOf({ ...rule, lowerIsBetter: true }, 8, 4, 6, 0)).toEqual([0, 1, 0.5, 2])
})

test('the way from the worst to a target', () => {
  expect(valuesOf({ by: 'target', target: 10 }, 2, 4, 12)).toEqual([0, 0.25, 1.25])
  expect(valuesOf({ by: 'target', target: 10, cap: true }, 2, 4, 12)).toEqual([0, 0.25, 1])
  expect(valuesOf({ by: 'target', target: 2, lowerIsBetter: true }, 10, 4, 1)).toEqual([0, 0.75, 1.125])
})

test('the share of the best: more is never less than fair where lower is better', () => {
  expect(valuesOf({ by: 'shareOfBest' }, 0, 4, 8)).toEqual([0, 0.5, 1])
  expect(valuesOf({ by: 'shareOfBest', lowerIsBetter: true }, 2, 4, 8)).toEqual([1, 0.5, 0.25])
})

describe('what cannot be placed names the indicator and the entries', () => {
  const says = (rule: Scoring, ...x: (number | null)[]) => score(rule, ...x).says[0]

  test('an entry that is not there, or has no number', () => {
    expect(says({ by: 'reference', entry: 'q' }, 1, 2)).toBe(
      '0 unknown-entry test@1 › criteria.x: "x" is compared with entry "q", which is not there. Compared: a, b.',
    )
    expect(says({ by: 'reference', entry: 'b' }, 1, null, 2)).toBe(
      '0 no-number test@1 › criteria.x: "x" has none for entry "b", with which it is compared. Compared: a, c.',
    )
  })

  test('a way of no length', () => {
    expect(says({ by: 'reference', entry: 'a' }, 1, 2)).toMatch(
      /^0 zero-range .*"x" runs from 1 at its worst/,
    )
    expect(says({ by: 'target', target: 5, lowerIsBetter: true }, 1, 2)).toMatch(
      /^0 zero-range .*target of 5/,
    )
    expect(says({ by: 'minmax' }, ...new Array(7).fill(3))).toMatch(/Compared: a, b, c, d, e and 2 more\.$/)
  })

  test('a share of what is below 0', () => {
    expect(says({ by: 'shareOfBest' }, -1, 2)).toMatch(/^0 not-positive .*"x" runs from -1 to 2/)
    expect(says({ by: 'shareOfBest', lowerIsBetter: true }, 0, 2)).toMatch(/Allowed: above 0\./)
    expect(says({ by: 'shareOfBest' }, 0, 0)).toMatch(/^0 not-positive/)
  })
})

const rules: Relative[] = [
  { by: 'minmax' },
  { by: 'minmax', range: [0.25, 0.75] },
  { by: 'zscore' },
  { by: 'zscore', open: { mean: 0.5, sd: 0.1 } },
  { by: 'percentile' },
  { by: 'rank' },
  { by: 'rank', ties: 'least' },
  { by: 'borda' },
  { by: 'target', target: 500 },
  { by: 'target', target: 0.5, lowerIsBetter: true },
  { by: 'shareOfBest' },
]

test.each([...rules, ...rules.slice(0, 8).map(rule => ({ ...rule, lowerIsBetter: true as const }))])(
  'better is better, ties are ties and the order of entries is nothing to %j',
  rule => {
    const numbers = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 26 })
    fc.assert(
      fc.property(numbers, x => {
        const { values, says } = score(rule, ...x)
        expect(valuesOf(rule, ...x.toReversed())).toEqual(values.toReversed())
        if (says.length > 0) expect(new Set(x).size).toBe(1)
        if (says.length > 0) return
        x.forEach((a, i) => {
          for (const [j, b] of x.entries()) {
            const better = 'lowerIsBetter' in rule ? a < b : a > b
            const [own, other] = [values[i] as number, values[j] as number]
            expect(a === b ? own === other : better ? own >= other : own <= other).toBe(true)
          }
        })
      }),
      { numRuns: 40 },
    )
  },
)

describe('numbers beyond what can be computed with', () => {
  test.each<Relative>([
    { by: 'minmax' },
    { by: 'zscore' },
    { by: 'rank' },
    { by: 'reference', entry: 'b' },
    { by: 'target', target: 1 },
    { by: 'shareOfBest' },
  ])('that span more than a number can fail all entries under %j', rule => {
    const { values, says } = score(rule, -1e308, 0, 1e308)
    expect(values).toEqual([null, null, null])
    expect(says[2]).toBe(
      '2 no-number test@1 › criteria.x: "x" runs from -1e+308 to 1e+308, farther than can be computed with. Allowed: -1e100 to 1e100. Compared: a, b, c.',
    )
  })

  test('fail the entry alone where a rule left open makes them', () => {
    expect(score({ by: 'linear', from: 0, to: 1e-200, open: true }, 1, 1e-150, -1e200)).toEqual({
      values: [null, 1e50, null],
      says: [
        '0 no-number test@1 › criteria.x: "x" comes to 1e+200, beyond what can be computed with. Allowed: -1e+100 to 1e+100.',
        '2 no-number test@1 › criteria.x: "x" comes to -Infinity, beyond what can be computed with. Allowed: -1e+100 to 1e+100.',
      ],
    })
  })
})
