import type { Combine, Missing } from '@tumstock/rubric/contract'
import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { compile } from './plan.ts'
import { OUTCOMES } from './results.ts'
import { asIs, groupOf, indicatorsOf, leafOf, rubricOf } from './score.fixture.ts'
import { tabulate } from './tabulate.ts'

const close = (a: unknown, b: number | string) =>
  typeof b === 'number' ? Math.abs(Number(a) - b) < 1e-15 : a === b

type Part = number | null | 'n/a' | 'waits' | 'fails'

/** Combines parts given as values 0..1, with their weights; the result is the value or the outcome, and the coverage. */
const combined = (combine: Combine, missing: Missing, parts: [Part, number][]) => {
  const ids = parts.map((_, i) => `p${i}`)
  const scale = [
    { text: 'low', points: 0 },
    { text: 'high', points: 1 },
  ]
  const leaves = parts.map(([part, weight], i) =>
    part === 'waits'
      ? leafOf([], { by: 'panel', scale }, { weight })
      : leafOf([`p${i}`], part === 'fails' ? { by: 'minmax' } : asIs, { weight }),
  )
  const rubric = rubricOf({
    indicators: indicatorsOf(...ids),
    missing: 'exclude',
    criteria: {
      g: groupOf(Object.fromEntries(leaves.map((leaf, i) => [`c${i}`, leaf])), { combine, missing }),
    },
  })
  const answers = Object.fromEntries(
    parts.map(([part], i) => [`p${i}`, part === 'waits' ? null : part === 'fails' ? 1 : part]),
  )
  const results = evaluate(compile(rubric), tabulate(rubric, [{ id: 'x', category: null, answers }]))
  const node = results.nodes.get('criteria.g')
  const outcome = OUTCOMES[node?.outcomes[0] ?? -1]
  return {
    is: outcome === 'scored' ? node?.values[0] : outcome,
    coverage: node?.coverage[0],
    total: results.total.values[0],
  }
}

test.each<[Combine, [Part, number][], number]>([
  [
    'mean',
    [
      [0.5, 1],
      [1, 3],
    ],
    3.5 / 4,
  ],
  [
    'geometric',
    [
      [0.25, 1],
      [1, 1],
    ],
    0.5,
  ],
  [
    'geometric',
    [
      [0.5, 3],
      [1, 1],
    ],
    0.5 ** 0.75,
  ],
  [
    'geometric',
    [
      [0, 1],
      [1, 9],
    ],
    0,
  ],
  [
    'harmonic',
    [
      [0.5, 1],
      [1, 1],
    ],
    2 / 3,
  ],
  [
    'harmonic',
    [
      [0.25, 2],
      [1, 1],
    ],
    3 / 9,
  ],
  [
    'harmonic',
    [
      [0, 1],
      [1, 9],
    ],
    0,
  ],
  [
    'min',
    [
      [0.75, 1],
      [0.5, 9],
    ],
    0.5,
  ],
  [
    'min',
    [
      [0.75, 1],
      [0.5, 0],
    ],
    0.75,
  ],
  [
    'median',
    [
      [0.1, 9],
      [0.5, 1],
      [1, 1],
    ],
    0.5,
  ],
  [
    'median',
    [
      [0.1, 1],
      [0.5, 1],
      [0.7, 1],
      [1, 1],
    ],
    0.6,
  ],
  [
    'median',
    [
      [0.1, 0],
      [0.5, 1],
      [0.7, 1],
      [1, 1],
    ],
    0.7,
  ],
])('%s of %j is %d', (combine, parts, expected) => {
  const { is, coverage } = combined(combine, 'block', parts)
  expect(close(is, expected)).toBe(true)
  expect(coverage).toBe(1)
})

const halfMissing: [Part, number][] = [
  [0.8, 3],
  [null, 1],
]

test.each<[Combine, Missing, [Part, number][], number | string]>([
  ['mean', 'zero', halfMissing, 0.6],
  ['geometric', 'zero', halfMissing, 0],
  ['harmonic', 'zero', halfMissing, 0],
  ['min', 'zero', halfMissing, 0],
  ['median', 'zero', halfMissing, 0.4],
  ['mean', 'zero', [[null, 1]], 0],
  ['mean', 'exclude', halfMissing, 0.8],
  ['geometric', 'exclude', halfMissing, 0.8],
  [
    'median',
    'exclude',
    [
      [0.2, 1],
      [null, 1],
      [0.4, 1],
    ],
    0.3,
  ],
  ['mean', 'exclude', [[null, 1]], 'unanswered'],
  [
    'mean',
    'exclude',
    [
      [null, 1],
      ['n/a', 1],
    ],
    'unanswered',
  ],
  ['mean', 'block', halfMissing, 'unanswered'],
  ['mean', { needs: 0.75 }, halfMissing, 0.8],
  ['mean', { needs: 0.76 }, halfMissing, 'unanswered'],
  // min and median count heads: one of two is a half
  ['min', { needs: 0.75 }, halfMissing, 'unanswered'],
  ['min', { needs: 0.5 }, halfMissing, 0.8],
  [
    'mean',
    'block',
    [
      [0.8, 3],
      ['n/a', 1],
    ],
    0.8,
  ],
  [
    'mean',
    'zero',
    [
      [0.8, 3],
      ['n/a', 1],
    ],
    0.8,
  ],
  ['mean', 'block', [['n/a', 1]], 'notApplicable'],
  ['mean', 'zero', [['n/a', 1]], 'notApplicable'],
  [
    'mean',
    'block',
    [
      [0.8, 1],
      ['waits', 1],
    ],
    'unverified',
  ],
  [
    'mean',
    'block',
    [
      [null, 1],
      ['waits', 1],
    ],
    'unanswered',
  ],
  [
    'mean',
    'exclude',
    [
      [0.8, 1],
      ['waits', 1],
    ],
    0.8,
  ],
  // what counts nowhere cannot be missed
  [
    'mean',
    'block',
    [
      [0.8, 1],
      [null, 0],
    ],
    0.8,
  ],
  [
    'mean',
    'block',
    [
      [0.8, 1],
      ['fails', 0],
    ],
    0.8,
  ],
  // a failure is no gap: no policy turns it into a number
  [
    'mean',
    'zero',
    [
      [0.8, 1],
      ['fails', 1],
    ],
    'error',
  ],
  [
    'mean',
    'exclude',
    [
      [0.8, 1],
      ['fails', 1],
    ],
    'error',
  ],
])('%s with missing %j of %j is %s', (combine, missing, parts, expected) => {
  const { is, total } = combined(combine, missing, parts)
  expect([is, close(is, expected)]).toEqual([is, true])
  expect(Number.isNaN(total)).toBe(typeof expected === 'string')
})

test('coverage is the weight with data of the weight that is applicable', () => {
  expect(combined('mean', 'zero', halfMissing).coverage).toBe(0.75)
  expect(
    combined('mean', 'block', [
      [0.5, 1],
      [null, 1],
      ['n/a', 6],
    ]).coverage,
  ).toBe(0.5)
  expect(combined('median', 'exclude', halfMissing).coverage).toBe(0.5)
  expect(combined('mean', 'zero', [['n/a', 1]]).coverage).toBe(0)
})
