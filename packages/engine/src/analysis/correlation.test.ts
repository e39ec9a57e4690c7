import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../score/evaluate.ts'
import { compile } from '../score/plan.ts'
import { asIs, groupOf, indicatorsOf, leafOf, messageOf, rubricOf } from '../score/score.fixture.ts'
import { normal } from '../score/statistics.ts'
import { tabulate } from '../score/tabulate.ts'
import { correlate, correlateTables, correlateWithAbove } from './correlate.ts'
import { correlation, type Method } from './correlation.ts'
import { flagPairs, flagSizes, groupsOfCriteria, groupsOfReads } from './correlation-flags.ts'
import { tableOf, tableOfNodes } from './table.ts'

const of = (x: readonly number[], y: readonly number[], method: Method) =>
  correlation(Float64Array.from(x), Float64Array.from(y), method)

const METHODS: readonly Method[] = ['pearson', 'spearman', 'kendall']

/** Hollander & Wolfe (1973), p. 187: Hunter L values of tuna and its quality, as in the manual of R's cor.test. */
const HUNTER = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
const QUALITY = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]

describe('one pair of columns', () => {
  test('Kendall, exactly: T = 26 of 36, p = 0.1194', () => {
    const { n, r, p } = of(HUNTER, QUALITY, 'kendall')
    expect([n, r]).toEqual([9, expect.closeTo(16 / 36, 15)])
    expect(p?.toFixed(4)).toBe('0.1194')
  })

  test('Pearson and Spearman of the same, as R gives them', () => {
    // cor.test(x, y): r = 0.5711816, p = 0.1082; ranks: ρ = 1 − 6·48/720
    const { r, p } = of(HUNTER, QUALITY, 'pearson')
    expect([r?.toFixed(7), p?.toFixed(4)]).toEqual(['0.5711816', '0.1082'])
    expect(of(HUNTER, QUALITY, 'spearman').r).toBeCloseTo(0.6, 12)
  })

  test('Kendall with ties: tau-b and the variance of all permutations', () => {
    const x = [1, 2, 2, 3, 4]
    const y = [1, 1, 3, 3, 2]
    const { r, p } = of(x, y, 'kendall')
    expect(r).toBeCloseTo(scoreOf(x, y) / Math.sqrt(9 * 8), 12)
    const scores = permutationsOf(y).map(order => scoreOf(x, order))
    const variance = scores.reduce((sum, score) => sum + score * score, 0) / scores.length
    expect(p).toBeCloseTo(2 * normal(-Math.abs(scoreOf(x, y)) / Math.sqrt(variance)), 12)
  })

  test('gaps drop the entry, and what cannot be said is null', () => {
    const gap = Number.NaN
    for (const method of METHODS) {
      expect(of([1, 2, 3, gap], [2, 4, 6, 1], method)).toMatchObject({ n: 3, r: expect.closeTo(1, 12) })
      expect(of([1, gap], [gap, 1], method)).toEqual({ n: 0, r: null, p: null })
      expect(of([1, 1, 1], [1, 2, 3], method)).toEqual({ n: 3, r: null, p: null })
      expect(of([0.3, 0.1 + 0.2, 0.3], [1, 2, 3], method).r).toBeNull()
      expect(of([1, 2], [5, 3], method)).toEqual({ n: 2, r: expect.closeTo(-1, 12), p: null })
    }
  })

  test('numbers near the ends of what a double holds', () => {
    expect(of([1e300, 2e300, 3e300], [1e-300, 3e-300, 2e-300], 'pearson').r).toBeCloseTo(0.5, 12)
    expect(of([-1.5e308, 0, 1.5e308], [1, 2, 3], 'pearson').r).toBe(1)
    expect(of([1.5e308, 1.6e308, 1.7e308], [1, 3, 2], 'pearson').r).toBeCloseTo(0.5, 12)
  })

  test('a perfect order is 1 or −1 whatever rounding makes of it, so that its p is 0', () => {
    for (const n of [3, 5, 6, 7, 11, 23])
      for (const method of ['pearson', 'spearman'] as const) {
        const x = Array.from({ length: n }, (_, i) => 0.1 * i)
        expect(of(x, x.toReversed(), method)).toEqual({ n, r: -1, p: 0 })
      }
  })

  const numbers = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 2,
    maxLength: 12,
  })

  test('of any numbers: the same both ways, reversed by a mirror, within −1 and 1', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...METHODS), (pairs, method) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
        const { r, p } = of(x, y, method)
        expect(of(y, x, method).r).toEqual(r === null ? null : expect.closeTo(r, 12))
        expect(
          of(
            x,
            y.map(value => -value),
            method,
          ).r,
        ).toEqual(r === null ? null : expect.closeTo(-r, 12))
        if (r !== null) expect(Math.abs(r)).toBeLessThanOrEqual(1)
        if (p !== null) expect(p >= 0 && p <= 1).toBe(true)
      }),
    )
  })

  test('of any numbers: Kendall counts pairs', () => {
    fc.assert(
      fc.property(numbers, pairs => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
        const counted = scoreOf(x, y) / Math.sqrt(scoreOf(x, x)) / Math.sqrt(scoreOf(y, y))
        const { r } = of(x, y, 'kendall')
        expect(r).toEqual(Number.isNaN(counted) ? null : expect.closeTo(counted, 12))
      }),
    )
  })

  test('of ranks: any rising curve leaves them as they are', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom<Method>('spearman', 'kendall'), (pairs, method) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
        expect(of(x.map(Math.exp), y.map(Math.atan), method)).toEqual(of(x, y, method))
      }),
    )
  })
})

/** Concordant less discordant pairs, counted one by one. */
const scoreOf = (x: readonly number[], y: readonly number[]): number =>
  x.reduce(
    (sum, _, i) =>
      x
        .slice(0, i)
        .reduce((own, _other, j) => own + Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!), sum),
    0,
  )

const permutationsOf = (values: readonly number[]): number[][] =>
  values.length < 2
    ? [[...values]]
    : values.flatMap((value, i) => permutationsOf(values.toSpliced(i, 1)).map(rest => [value, ...rest]))

describe('many columns', () => {
  const rubric = rubricOf({
    indicators: indicatorsOf('a', 'b', 'c'),
    criteria: {
      g: groupOf({ a: leafOf(['a'], asIs), b: leafOf(['b'], asIs) }),
      c: leafOf(['c'], asIs),
    },
  })
  const plan = compile(rubric)
  const rows = [
    { a: 0, b: 1, c: 0.1 },
    { a: 0.5, b: 0.5, c: 0.9 },
    { a: 1, b: 0, c: 0.2 },
    { a: 0.9, b: 0.3, c: 0.4 },
  ].map((answers, e) => ({ id: `e${e}`, category: null, answers }))
  const results = evaluate(plan, tabulate(rubric, rows))
  const table = tableOfNodes(plan, results, ['criteria.g.children.a', 'criteria.g.children.b', 'criteria.c'])

  test('a matrix, with what stands in one cell in its mirror', () => {
    const { rows: ids, cells } = correlate(table, 'pearson')
    expect(ids).toEqual(['criteria.g.children.a', 'criteria.g.children.b', 'criteria.c'])
    expect(cells[0]?.[1]).toEqual(cells[1]?.[0])
    expect(cells[2]?.[2]).toEqual({ n: 4, r: expect.closeTo(1, 12), p: expect.closeTo(0, 6) })
    expect(cells[0]?.[1]?.r).toBeLessThan(-0.9)
  })

  test('each criterion with what stands above it', () => {
    const found = correlateWithAbove(plan, results, 'pearson')
    expect(found.map(({ path, above }) => [path, above])).toEqual([
      ['criteria.g.children.a', 'criteria.g'],
      ['criteria.g.children.a', 'criteria'],
      ['criteria.g.children.b', 'criteria.g'],
      ['criteria.g.children.b', 'criteria'],
      ['criteria.g', 'criteria'],
      ['criteria.c', 'criteria'],
    ])
    const total = tableOfNodes(plan, results, ['criteria', 'criteria.c']).columns.map(({ values }) => values)
    expect(found[5]?.r).toBe(correlation(total[1]!, total[0]!, 'pearson').r)
  })

  test('pairs of one group that go against each other', () => {
    const flags = flagPairs(table, groupsOfCriteria(plan), { above: 0.9, below: -0.2 })
    expect(flags.map(({ group, a, b, n }) => [group, a, b, n])).toEqual([
      ['criteria.g', 'criteria.g.children.a', 'criteria.g.children.b', 4],
    ])
    expect([...groupsOfReads(plan)]).toEqual([
      ['a', 'criteria.g'],
      ['b', 'criteria.g'],
      ['c', 'criteria'],
    ])
  })

  test('indicators that follow a size', () => {
    const ids = ['e0', 'e1', 'e2', 'e3']
    const sizes = tableOf('test@1', ids, [{ id: 'people', values: [1, 2, 4, 3] }])
    const indicators = tableOf('test@1', ids, [
      { id: 'jobs', values: [10, 22, 39, 31] },
      { id: 'rate', values: [5, 1, 4, 4] },
      { id: 'distance', values: [9, 8, 5, 7] },
    ])
    expect(
      flagSizes(indicators, sizes, 0.6).map(({ indicator, size, r }) => [indicator, size, Math.sign(r!)]),
    ).toEqual([
      ['jobs', 'people', 1],
      ['distance', 'people', -1],
    ])
    const others = tableOf('test@1', ['x'], [{ id: 'people', values: [1] }])
    expect(messageOf(() => correlateTables(indicators, others, 'pearson'))).toBe(
      'test@1: two tables with different entries cannot be correlated. Take both from the same data.',
    )
  })
})
