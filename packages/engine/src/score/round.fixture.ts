/** Random rubrics with random entries, for the properties that must hold for each of them. */
import type {
  Combine,
  Criterion,
  Leaf,
  Missing,
  Question,
  RubricData,
  Scoring,
} from '@tumstock/rubric/contract'
import fc from 'fast-check'
import type { Row } from './data.ts'
import { groupOf, indicatorsOf, leafOf, rubricOf } from './score.fixture.ts'

const NUMBERS = ['n0', 'n1', 'n2', 'n3']
const CATEGORIES = ['small', 'large']
const SCALE = [0, 1, 2, 4].map(points => ({ text: `${points}`, points }))

const questions: Record<string, Question> = {
  c0: {
    type: 'choice',
    text: 'C0?',
    options: { a: { text: 'A', points: 3 }, b: { text: 'B', points: 1 }, c: { text: 'C' } },
  },
  c1: {
    type: 'choice',
    text: 'C1?',
    options: { a: { text: 'A', points: 1 }, b: { text: 'B' } },
    showIf: { question: 'c0', is: ['a', 'b'] },
  },
  m0: {
    type: 'multiple',
    text: 'M0?',
    options: { a: { text: 'A', points: 2 }, b: { text: 'B', points: 1 }, c: { text: 'C', points: -1 } },
  },
}

const missing: fc.Arbitrary<Missing> = fc.oneof(
  fc.constantFrom<Missing>('zero', 'exclude', 'block'),
  fc.constantFrom(0.25, 0.5, 1).map(needs => ({ needs })),
)

const monotone = fc.constantFrom<Combine>('mean', 'geometric', 'harmonic', 'min', 'median', { power: 2 })

/** The ways in which an entry has its value by itself. */
const byItself = fc.oneof(
  { weight: 3, arbitrary: monotone },
  { weight: 1, arbitrary: fc.constantFrom<Combine>('weightedMedian', { power: -1.5 }) },
)

/** All ways. Those that look at other entries are rarer: one entry alone fails under them, and all above it. */
const anyWay = fc.oneof(
  { weight: 3, arbitrary: byItself },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Combine>('copeland', 'outranking', 'kemeny', { benefitOfDoubt: [0, 1] }),
  },
)

const relative = fc.record({
  by: fc.constantFrom('minmax' as const, 'zscore' as const, 'percentile' as const, 'rank' as const),
  down: fc.boolean(),
})

/** Rules that need no other entry and never fall when the number rises. */
const rising: fc.Arbitrary<Scoring> = fc.constantFrom<Scoring>(
  { by: 'linear', from: 0, to: 10 },
  { by: 'linear', from: 3, to: 8 },
  { by: 'linear', from: 1, to: 10, log: true },
  {
    by: 'bands',
    bands: [
      [2, 0.25],
      [5, 0.5],
      [9, 1],
    ],
  },
)

const ruleOfNumber: fc.Arbitrary<Scoring> = fc.oneof(
  rising,
  fc.constant<Scoring>({ by: 'linear', from: 10, to: 0 }),
  relative.map(({ by, down }) => ({ by, ...(down ? { lowerIsBetter: true as const } : {}) })),
)

const leaf: fc.Arbitrary<Leaf> = fc
  .oneof(
    fc.tuple(
      fc.constantFrom(...NUMBERS).map(id => [id]),
      ruleOfNumber,
    ),
    fc.tuple(fc.subarray(['c0', 'c1', 'm0'], { minLength: 1 }), fc.constant<Scoring>({ by: 'points' })),
    fc.tuple(
      fc.constant([]),
      fc.constantFrom(0, 0.25, 0.5).map((trim): Scoring => ({ by: 'panel', scale: SCALE, trim })),
    ),
  )
  .chain(([reads, scoring]) => withBase(weight => leafOf(reads, scoring, weight)))

const withBase = <C extends Criterion>(make: (base: Partial<C>) => C): fc.Arbitrary<C> =>
  fc
    .record({
      weight: fc.integer({ min: 0, max: 4 }),
      missing,
      onlyIn: fc.oneof(
        { weight: 6, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.subarray(CATEGORIES) },
      ),
    })
    .map(({ onlyIn, ...base }) => make({ ...base, ...(onlyIn ? { onlyIn } : {}) } as unknown as Partial<C>))

/** At least one child counts, else the group could not be combined. */
const childrenOf = (child: fc.Arbitrary<Criterion>): fc.Arbitrary<Record<string, Criterion>> =>
  fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), child, { minKeys: 1, noNullPrototype: true })
    .map(children =>
      Object.values(children).some(({ weight }) => weight > 0)
        ? children
        : Object.fromEntries(Object.entries(children).map(([key, value]) => [key, { ...value, weight: 1 }])),
    )

const criterion = (depth: number, combine: fc.Arbitrary<Combine>): fc.Arbitrary<Criterion> =>
  depth === 0
    ? leaf
    : fc.oneof(
        { weight: 2, arbitrary: leaf },
        {
          weight: 1,
          arbitrary: fc
            .tuple(childrenOf(criterion(depth - 1, combine)), combine)
            .chain(([children, how]) => withBase(base => groupOf(children, { ...base, combine: how }))),
        },
      )

const rubricWith = (combine: fc.Arbitrary<Combine>): fc.Arbitrary<RubricData> =>
  fc
    .record({ criteria: childrenOf(criterion(2, combine)), combine, missing, tied: fc.boolean() })
    .map(({ criteria, tied, ...rest }) =>
      rubricOf({
        ...rest,
        criteria,
        questions,
        indicators: indicatorsOf(...NUMBERS),
        categories: Object.fromEntries(
          CATEGORIES.map(id => [id, { title: id, kind: 'municipality' as const }]),
        ),
        tieBreak: tied ? Object.keys(criteria).map(key => `criteria.${key}`) : [],
        awards: { best: { title: 'Best', per: 'category', decide: 'points', nominees: 2 } },
      }),
    )

/** Few different numbers, so that ties and gaps come up. */
const answer = { nil: null, freq: 4 }
const row = fc.record({
  category: fc.option(fc.constantFrom(...CATEGORIES), answer),
  answers: fc.record({
    ...Object.fromEntries(
      NUMBERS.map(id => [
        id,
        fc.option(fc.constantFrom<number | string>(0, 1, 2, 2.5, 7, 10, 11, '?', 'n/a'), answer),
      ]),
    ),
    c0: fc.option(fc.constantFrom('a', 'b', 'c', '?', 'n/a'), answer),
    c1: fc.option(fc.constantFrom('a', 'b'), answer),
    m0: fc.option(fc.subarray(['a', 'b', 'c']), answer),
  }),
  panel: fc.array(fc.constantFrom(0, 1, 2, 4), { maxLength: 5 }),
})

const panelsOf = (criteria: RubricData['criteria'], prefix: string): string[] =>
  Object.entries(criteria).flatMap(([key, node]) =>
    'children' in node
      ? panelsOf(node.children, `${prefix}.${key}.children`)
      : node.scoring.by === 'panel'
        ? [`${prefix}.${key}`]
        : [],
  )

export type Round = { rubric: RubricData; rows: Row[] }

const roundWith = (combine: fc.Arbitrary<Combine>): fc.Arbitrary<Round> =>
  fc
    .tuple(rubricWith(combine), fc.array(row, { minLength: 1, maxLength: 8 }))
    .map(([definition, entries]) => {
      const panels = panelsOf(definition.criteria, 'criteria')
      const rows = entries.map(({ panel, category, answers }, e) => {
        const marks = Object.fromEntries(panels.map(path => [path, panel]))
        return { id: `e${e}`, category, answers: answers as Row['answers'], marks }
      })
      return { rubric: definition, rows }
    })

/** Any rubric over any entries, with all that can be missing, hidden, not applicable or wrong. No group looks at others. */
export const anyRound = roundWith(byItself)

/** The same, with groups that compare the entries with each other. */
export const anyComparingRound = roundWith(anyWay)

/** A rubric in which more is never worse: rising rules and points without deductions, nothing missing. */
export const risingRound: fc.Arbitrary<Round> = fc
  .tuple(
    childrenOf(
      fc
        .tuple(fc.constantFrom(...NUMBERS), rising, fc.integer({ min: 0, max: 4 }))
        .map(([id, rule, weight]) => leafOf([id], rule, { weight })),
    ),
    childrenOf(fc.tuple(fc.constantFrom(...NUMBERS), rising).map(([id, rule]) => leafOf([id], rule))),
    monotone,
    monotone,
    fc.array(fc.tuple(...NUMBERS.map(() => fc.double({ min: 0.5, max: 12, noNaN: true }))), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([above, below, outer, inner, numbers]) => ({
    rubric: rubricOf({
      combine: outer,
      indicators: indicatorsOf(...NUMBERS),
      criteria: { ...above, inner: groupOf(below, { combine: inner, weight: 2 }) },
    }),
    rows: numbers.map((given, e) => ({
      id: `e${e}`,
      category: null,
      answers: Object.fromEntries(NUMBERS.map((id, i) => [id, given[i] ?? null])),
    })),
  }))
