import type { Step, Transform } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../score/evaluate.ts'
import { prepare } from './prepare.ts'
import { numbersOf, type Parts, roundOf } from './steps.fixture.ts'

/** What one step makes of the numbers of `x`, and what it has to say. */
const done = (step: Step, numbers: Parameters<typeof roundOf>[0], parts: Parts = {}) => {
  const { plan, data } = roundOf(numbers, { ...parts, steps: [step] })
  const prepared = prepare(plan, data)
  return {
    x: numbersOf(prepared.data, 'x'),
    faults: prepared.faults.map(({ indicators, entries, error }) => [error.code, indicators, entries]),
    says: prepared.faults.map(({ error }) => error.message),
  }
}

describe('denominate', () => {
  const each = { x: { by: 'people', per: 1000 } }

  test('per so many of the other; no number on either side is none after', () => {
    const { x, faults } = done(
      { do: 'denominate', each },
      { x: [30, 10, null, 8], people: [6000, null, 500, 4000] },
    )
    expect(x).toEqual([5, null, null, 2])
    expect(faults).toEqual([])
  })

  test('a divisor of 0 or below is at fault, and named', () => {
    const { x, faults, says } = done({ do: 'denominate', each }, { x: [30, 10, 20], people: [6000, 0, -1] })
    expect(x).toEqual([5, null, null])
    expect(faults).toEqual([['not-positive', ['x'], [1, 2]]])
    expect(says).toEqual([
      'test@1 › steps.0: "x" cannot be divided by "people", which is 0 for b, c. Allowed: above 0.',
    ])
  })

  test('divisors are those before the step, also where they are divided themselves', () => {
    const both = { x: { by: 'people' }, people: { by: 'area' } }
    expect(done({ do: 'denominate', each: both }, { x: [12], people: [6], area: [2] }).x).toEqual([2])
  })
})

describe('impute from the other entries', () => {
  const x = [1, 2, 6, null, null]

  test('mean and median of those that have a number', () => {
    expect(done({ do: 'impute', by: 'mean' }, { x }).x).toEqual([1, 2, 6, 3, 3])
    expect(done({ do: 'impute', by: 'median' }, { x }).x).toEqual([1, 2, 6, 2, 2])
    expect(done({ do: 'impute', by: 'median' }, { x: [1, 2, 6, 8, null] }).x).toEqual([1, 2, 6, 8, 4])
  })

  test('within a category or an answer; who has none, or stands alone in it, keeps the gap', () => {
    const categories = ['small', 'small', 'large', 'small', null]
    const step: Step = { do: 'impute', by: 'mean', within: 'category' }
    expect(done(step, { x }, { categories }).x).toEqual([1, 2, 6, 1.5, null])
    const kinds = ['a', 'a', 'a', 'b', 'a']
    expect(done({ ...step, within: 'kind' }, { x }, { kinds }).x).toEqual([1, 2, 6, null, 3])
  })

  test('what is not applicable is not filled, and what is not named is left', () => {
    expect(done({ do: 'impute', by: 'mean' }, { x: [1, 3, 'n/a', null] }).x).toEqual([1, 3, null, 2])
    expect(done({ do: 'impute', by: 'mean', of: ['y'] }, { x: [1, null], y: [1, 2] }).x).toEqual([1, null])
  })

  test('an indicator without a single number is at fault, with the entries', () => {
    const { x: left, faults, says } = done({ do: 'impute', by: 'mean' }, { x: [null, null], y: [1, 2] })
    expect(left).toEqual([null, null])
    expect(faults).toEqual([['no-number', ['x'], [0, 1]]])
    expect(says).toEqual([
      'test@1 › steps.0: "x" has no number at all to impute from for a, b. It needs one.',
    ])
  })
})

describe('impute from the own other indicators', () => {
  // y runs 0..10, z 0..100 and lower is better, x 20..40: entry c stands at 0.5 and 0.75 of the others, 0.625 on average.
  const numbers = { x: [20, 40, null], y: [0, 10, 5], z: [100, 0, 25] }
  const scoring = { z: { by: 'minmax', lowerIsBetter: true } } as const

  test('at the mean or median place, on the own range', () => {
    expect(done({ do: 'impute', by: 'rowMean' }, numbers, { scoring }).x).toEqual([20, 40, 32.5])
    expect(done({ do: 'impute', by: 'rowMedian' }, numbers, { scoring }).x).toEqual([20, 40, 32.5])
  })

  test('the own direction counts, too', () => {
    const turned = { ...scoring, x: { by: 'minmax', lowerIsBetter: true } } as const
    expect(done({ do: 'impute', by: 'rowMean' }, numbers, { scoring: turned }).x).toEqual([20, 40, 27.5])
  })

  test('of siblings alone', () => {
    const groups = { near: ['x', 'y'], far: ['z'] }
    const step: Step = { do: 'impute', by: 'rowMean', siblings: true }
    expect(done(step, numbers, { scoring, groups }).x).toEqual([20, 40, 30])
  })

  test('an indicator without spread says nothing; with nothing to go by the gap stays', () => {
    expect(done({ do: 'impute', by: 'rowMean' }, { x: [20, 40, null], y: [7, 7, 7] }).x).toEqual([
      20,
      40,
      null,
    ])
  })
})

describe('impute by regression', () => {
  const step: Step = { do: 'impute', by: 'regression', on: ['y'], of: ['x'] }

  test('on the line through the entries that have both', () => {
    // x = 3 − 2y
    expect(done(step, { x: [1, -1, -5, null, null], y: [1, 2, 4, 10, null] }).x).toEqual([
      1,
      -1,
      -5,
      -17,
      null,
    ])
  })

  test('numbers that do not determine the line are at fault', () => {
    const { faults, says } = done(step, { x: [1, 2, null], y: [4, 4, 5] })
    expect(faults).toEqual([['too-few', ['x'], [2]]])
    expect(says[0]).toMatch(/"x" cannot be estimated from y for c: 2 entries have them all/)
    const twice: Step = { do: 'impute', by: 'regression', on: ['y', 'z'], of: ['x'] }
    const numbers = { x: [1, 5, 2, 7, null], y: [1, 2, 3, 4, 5], z: [2, 4, 6, 8, 10] }
    expect(done(twice, numbers).faults).toEqual([['too-few', ['x'], [4]]])
  })
})

describe('treat', () => {
  const usual = { skewness: 2, kurtosis: 3.5 }
  const outlier = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1000]

  test('what passes is left alone, what fails is winsorised', () => {
    const step: Step = { do: 'treat', test: usual, winsorise: { most: 5 } }
    expect(done(step, { x: outlier.slice(0, 9) }).x).toEqual(outlier.slice(0, 9))
    expect(done(step, { x: outlier }).x).toEqual([...outlier.slice(0, 9), 9])
  })

  test('what still fails is transformed from what it was, or with both from what it is', () => {
    // Three outliers, of which one may move: 1000 becomes 900.
    const x = [...new Array(30).fill(1), 2, 800, 900, 1000]
    const step = { do: 'treat', test: usual, winsorise: { most: 1 }, then: 'logFromOne' } as const
    expect(done(step, { x }).x.slice(-2)).toEqual([Math.log(900), Math.log(1000)])
    expect(done({ ...step, both: true }, { x }).x.slice(-2)).toEqual([Math.log(900), Math.log(900)])
  })

  test.each([
    ['log', [Math.log(0.1), Math.log(4.1), Math.log(10.1)]],
    ['logMirrored', [Math.log(0.1), Math.log(4.1), Math.log(10.1)]],
    ['logFromOne', [0, Math.log(5), Math.log(11)]],
    ['logScaled', [0, Math.log(11 * 0.4 + 1), Math.log(12)]],
    [{ boxCox: 0.5 }, [0, 2 * (Math.sqrt(5) - 1), 2 * (Math.sqrt(11) - 1)]],
    [{ boxCox: 0 }, [0, Math.log(5), Math.log(11)]],
  ] as const)('%j of 2, 6 and 12, without a test', (then, expected) => {
    const { x } = done({ do: 'treat', then }, { x: [2, 6, 12] })
    expect(x.map((value, i) => Math.abs((value ?? Number.NaN) - (expected[i] as number)) < 1e-15)).toEqual([
      true,
      true,
      true,
    ])
  })

  test('logMirrored turns round what is skewed to the left', () => {
    expect(done({ do: 'treat', then: 'logMirrored' }, { x: [0, 8, 10] }).x).toEqual(
      [10.1, 2.1, 0.1].map(x => -Math.log(x)),
    )
  })

  test('what cannot be transformed is at fault', () => {
    const log: Step = { do: 'treat', then: 'log' }
    expect(done(log, { x: [7, 7] }).faults).toEqual([['zero-range', ['x'], [0, 1]]])
    const scaled: Step = { do: 'treat', then: 'logScaled' }
    expect(done(scaled, { x: [0.2, 1, null] }).faults).toEqual([['not-positive', ['x'], [0, 1]]])
    expect(done(scaled, { x: [0.2, 1] }).says).toEqual([
      'test@1 › steps.0: "x" cannot be transformed: its highest number is 1. Allowed: above 1. It has numbers for a, b.',
    ])
  })
})

test('what a step brings beyond numbers fails the criteria that read it, and is never scored', () => {
  const faultsOf = (steps: readonly Step[], numbers: Parameters<typeof roundOf>[0]) => {
    const { plan, data } = roundOf(numbers, { steps, scoring: { people: null } })
    return evaluate(plan, data).errors.map(({ path, entry, error }) => `${error.code} ${path} ${entry}`)
  }
  const each = { x: { by: 'people', per: 1000 } }
  const none = faultsOf([{ do: 'denominate', each }], {
    x: [0, 1, 1e300, 1],
    people: [5e-324, 5e-324, 1e-300, 1],
  })
  expect(none).toEqual([0, 1, 2].map(entry => `no-number criteria.x ${entry}`))
  const grown = faultsOf([{ do: 'treat', then: { boxCox: 400 } }], { x: [0, 1, 1e10] })
  expect(grown).toEqual([1, 2].map(entry => `no-number criteria.x ${entry}`))
})

test.each<Transform>([
  'logFromOne',
  'logScaled',
  { boxCox: 0 },
  { boxCox: 1e-14 },
  { boxCox: -1e-8 },
  { boxCox: 2 },
])('the digits of numbers near the lowest are kept under %j', then => {
  // All of these are y + O(y²) for small y, which `logScaled` stretches by (max − 1)/range first.
  const stretch = then === 'logScaled' ? 1 / 2 : 1
  const { x } = done({ do: 'treat', then }, { x: [0, 1e-14, 3e-14, 2] })
  expect(Math.abs((x[1] as number) / stretch / 1e-14 - 1)).toBeLessThan(1e-13)
  expect(Math.abs((x[2] as number) / stretch / 3e-14 - 1)).toBeLessThan(1e-13)
})
