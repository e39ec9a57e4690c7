import type { Combine } from '@tumstock/rubric/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownValueOf } from './by-entry.ts'
import type { OwnValue } from './own-value.ts'

const of = (combine: Combine, parts: readonly (readonly [value: number, weight: number])[]): number => {
  const own = ownValueOf(combine) as OwnValue
  const values = Float64Array.from(parts, ([value]) => value)
  const weights = Float64Array.from(parts, ([, weight]) => weight)
  return own(values, 0, weights, parts.length)
}
const close = (a: number, b: number, tolerance = 1e-12) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(b)))

type Parts = [number, number][]

test.each<[Combine, Parts, number]>([
  // root mean square of 0.6 and 0.8: √0.5
  [
    { power: 2 },
    [
      [0.6, 1],
      [0.8, 1],
    ],
    Math.SQRT1_2,
  ],
  // ((√0.25 + 3·√1) / 4)² = (3.5/4)²
  [
    { power: 0.5 },
    [
      [0.25, 1],
      [1, 3],
    ],
    0.765625,
  ],
  // harmonic: 4 / (1/0.25 + 3/1)
  [
    { power: -1 },
    [
      [0.25, 1],
      [1, 3],
    ],
    4 / 7,
  ],
  [
    { power: 2 },
    [
      [0, 1],
      [1, 1],
    ],
    Math.SQRT1_2,
  ],
  [
    { power: -2 },
    [
      [0, 1],
      [1, 1],
    ],
    0,
  ],
  [
    { power: 3 },
    [
      [0, 1],
      [0, 1],
    ],
    0,
  ],
  // powers that no number holds, as good as the greatest and the least
  [
    { power: 9000 },
    [
      [0.5, 1],
      [90, 1],
    ],
    90 * 2 ** (-1 / 9000),
  ],
  [
    { power: -9000 },
    [
      [0.5, 1],
      [90, 1],
    ],
    0.5 * 2 ** (1 / 9000),
  ],
  // middles of the weights at ½, 2 and 3½ of 4
  [
    'weightedMedian',
    [
      [1, 1],
      [2, 2],
      [5, 1],
    ],
    2,
  ],
  // middles at 1½ and 3½, half is 2: a quarter of the way
  [
    'weightedMedian',
    [
      [1, 3],
      [2, 1],
    ],
    1.25,
  ],
  [
    'weightedMedian',
    [
      [1, 9],
      [2, 1],
    ],
    1 + 0.5 / 5,
  ],
  ['weightedMedian', [[7, 2]], 7],
  // equal values share 4: middles at 1, 3 and 6, half is 4
  [
    'weightedMedian',
    [
      [1, 1],
      [1, 3],
      [2, 4],
    ],
    1 + 1 / 3,
  ],
  [
    'weightedMedian',
    [
      [1, 3],
      [1, 1],
      [2, 4],
    ],
    1 + 1 / 3,
  ],
  [
    'min',
    [
      [3, 1],
      [2, 9],
    ],
    2,
  ],
])('%j of %j is %d', (combine, parts, expected) => close(of(combine, parts), expected))

test.each([1e-2, 1e-4, 1e-8, 1e-12, 1e-16, 1e-100])(
  'a power of ±%d is as near to the geometric mean as it is to 0',
  near => {
    const parts: Parts = [
      [0.2, 1],
      [0.5, 2],
      [0.9, 1],
    ]
    // ln M_p = μ + pσ²/2 + p²κ/6 + O(p³), with the mean, variance and third moment of the logarithms
    const logs = parts.map(([value, weight]) => [Math.log(value), weight / 4] as const)
    const mu = logs.reduce((sum, [log, weight]) => sum + weight * log, 0)
    const moment = (k: number) => logs.reduce((sum, [log, weight]) => sum + weight * (log - mu) ** k, 0)
    for (const power of [near, -near]) {
      const expected = Math.exp(mu + (power * moment(2)) / 2 + (power ** 2 * moment(3)) / 6)
      close(of({ power }, parts), expected, 1e-14 + near ** 3)
      expect(of({ power }, [...parts, [0, 1]])).toBeLessThan(1e-9)
    }
  },
)

test.each<Combine>(['geometric', 'harmonic', { power: 2 }, { power: -0.5 }])(
  '%j has no value below 0',
  combine => {
    expect(
      of(combine, [
        [1, 1],
        [-1e-9, 1],
      ]),
    ).toBeNaN()
    expect(
      of(combine, [
        [-1, 1],
        [0, 1],
      ]),
    ).toBeNaN()
  },
)

const WAYS: readonly Combine[] = [
  'mean',
  'geometric',
  'harmonic',
  'min',
  'median',
  'weightedMedian',
  { power: 3 },
  { power: 0.5 },
  { power: -2 },
]
const anyParts = fc.array(
  fc.tuple(fc.double({ min: 0.001, max: 10, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })),
  { minLength: 1, maxLength: 9 },
)

test.each(WAYS)('%j stands between the least and the greatest', combine => {
  fc.assert(
    fc.property(anyParts, parts => {
      const value = of(combine, parts)
      const values = parts.map(([v]) => v)
      expect(value).toBeGreaterThanOrEqual(Math.min(...values) * (1 - 1e-12))
      expect(value).toBeLessThanOrEqual(Math.max(...values) * (1 + 1e-12))
    }),
  )
})

test.each(WAYS)(
  '%j: only the proportions of weights count, and the order of the children does not',
  combine => {
    fc.assert(
      fc.property(anyParts, fc.double({ min: 0.01, max: 100, noNaN: true }), (parts, factor) => {
        const value = of(combine, parts)
        close(
          of(
            combine,
            parts.map(([v, w]) => [v, w * factor]),
          ),
          value,
          1e-11,
        )
        close(of(combine, parts.toReversed()), value, 1e-11)
      }),
    )
  },
)

// The weighted median is left out: its own note says why it can fall.
test.each(WAYS.filter(way => way !== 'weightedMedian'))('%j never falls when a child rises', combine => {
  fc.assert(
    fc.property(anyParts, fc.double({ min: 0, max: 5, noNaN: true }), ([first, ...rest], by) => {
      const [v, w] = first as [number, number]
      const risen = of(combine, [[v + by, w], ...rest])
      expect(risen).toBeGreaterThanOrEqual(of(combine, [[v, w], ...rest]) * (1 - 1e-12))
    }),
  )
})

test('the weighted median with equal weights is the median', () => {
  fc.assert(
    fc.property(anyParts, parts => {
      const equal: Parts = parts.map(([v]) => [v, 0.7])
      close(of('weightedMedian', equal), of('median', equal))
    }),
  )
})

test('harmonic, geometric, arithmetic and quadratic mean ascend', () => {
  fc.assert(
    fc.property(anyParts, parts => {
      const ways: Combine[] = ['harmonic', { power: -0.5 }, 'geometric', { power: 0.5 }, 'mean', { power: 2 }]
      const means = ways.map(way => of(way, parts))
      for (const [i, mean] of means.entries())
        if (i > 0) expect(mean).toBeGreaterThanOrEqual((means[i - 1] as number) * (1 - 1e-12))
    }),
  )
})

test('the weighted median takes values that differ by rounding as equal', () => {
  // Equal ones weigh 3 each: the middles are 1.5, 4.5 and 7.5, and half of all is 5. Apart, the lower one stands at 5.5.
  const parts = (third: number): Parts => [
    [0.2, 3],
    [0.6, 1],
    [third, 5],
    [0.9, 1],
  ]
  for (const third of [0.6, 0.6 * (1 + 2 ** -52), 0.6 * (1 - 2 ** -53)])
    close(of('weightedMedian', parts(third)), 0.6)
})
