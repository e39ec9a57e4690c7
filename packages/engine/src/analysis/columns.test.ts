import fc from 'fast-check'
import { expect, describe as group, test } from 'vitest'
import { evaluate } from '../score/evaluate.ts'
import { compile, ROOT_PATH } from '../score/plan.ts'
import { asIs, indicatorsOf, leafOf, messageOf, rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import { components } from './components.ts'
import { describe, LIMITS } from './describe.ts'
import { midRanks, placesOf, placesWithin } from './places.ts'
import { reliability } from './reliability.ts'
import { studentBeyond } from './student.ts'
import { type Table, tableOf, tableOfNodes, tableOfNumbers } from './table.ts'

const NONE = Number.NaN

/** Columns over entries e0, e1, … */
const columnsOf = (columns: Record<string, readonly number[]>): Table => {
  const [first = []] = Object.values(columns)
  return tableOf(
    'test@1',
    first.map((_, e) => `e${e}`),
    Object.entries(columns).map(([id, values]) => ({ id, values })),
  )
}

group('tables', () => {
  const rubric = rubricOf({
    indicators: indicatorsOf('x', 'y'),
    questions: { q: { text: 'Q?', type: 'text' } },
    criteria: { a: leafOf(['x'], asIs), b: leafOf(['y'], asIs) },
  })
  const plan = compile(rubric)
  const data = tabulate(rubric, [
    { id: 'south', category: null, answers: { x: 0.2, y: 1 } },
    { id: 'north', category: null, answers: { x: 0.8 } },
  ])

  test('of numbers as read and of scores, entries in the order of their ids', () => {
    expect(tableOfNumbers(plan, data)).toEqual({
      rubric: 'test@1',
      entries: ['north', 'south'],
      columns: [
        { id: 'x', values: Float64Array.of(0.8, 0.2) },
        { id: 'y', values: Float64Array.of(NONE, 1) },
      ],
    })
    expect(tableOfNodes(plan, evaluate(plan, data), [ROOT_PATH, 'criteria.b']).columns).toEqual([
      { id: 'criteria', values: Float64Array.of(NONE, 0.6) },
      { id: 'criteria.b', values: Float64Array.of(NONE, 1) },
    ])
  })

  test('of what is not there', () => {
    expect(messageOf(() => tableOfNumbers(plan, data, ['x', 'q']))).toBe(
      'test@1 › q: there are no numbers of it. Defined: x, y.',
    )
    expect(messageOf(() => tableOfNodes(plan, evaluate(plan, data), ['criteria.c']))).toBe(
      'test@1 › criteria.c: no such criterion to analyse. Write it as criteria.a.children.b.',
    )
    expect(messageOf(() => tableOf('test@1', ['e'], [{ id: 'x', values: [1, 2] }]))).toBe(
      'test@1 › x: 2 numbers for 1 entries. Give one each, NaN where there is none.',
    )
  })
})

group('descriptions', () => {
  test('a worked column: 2, 4, 4, 4, 5, 5, 7, 9, 0 and a gap', () => {
    const [given] = describe(columnsOf({ x: [2, 4, 4, 4, 5, 5, 7, 9, 0, NONE] }))
    expect(given).toMatchObject({
      id: 'x',
      available: 9,
      nonZero: 8,
      unique: 6,
      same: 3,
      shares: { available: 0.9, nonZero: 8 / 9, unique: 6 / 9, same: 3 / 9 },
      least: 0,
      most: 9,
      mean: 40 / 9,
      median: 4,
      flags: [],
    })
    // squares sum to 232, less 40²/9
    expect(given?.sd).toBeCloseTo(Math.sqrt((232 - 1600 / 9) / 8), 12)
  })

  test('1, 2, 3, 4 and 10: skewness and kurtosis by hand', () => {
    // mean 4, squares sum to 50, cubes to 180, fourth powers to 1394
    const [given] = describe(columnsOf({ x: [1, 2, 3, 4, 10] }))
    expect(given?.skewness).toBeCloseTo((((Math.sqrt(5) * 180) / 50 ** 1.5) * Math.sqrt(20)) / 3, 12)
    expect(given?.kurtosis).toBeCloseTo(((6 * ((5 * 1394) / 2500 - 3) + 6) * 4) / 6, 12)
  })

  test('what does not exist is null, not NaN', () => {
    const [empty, single, flat] = describe(
      columnsOf({ empty: [NONE, NONE, NONE, NONE], single: [NONE, 3, NONE, NONE], flat: [0, 0, 0, 0] }),
    )
    expect(empty).toEqual({
      id: 'empty',
      available: 0,
      nonZero: 0,
      unique: 0,
      same: 0,
      shares: { available: 0, nonZero: null, unique: null, same: null },
      least: null,
      most: null,
      mean: null,
      median: null,
      sd: null,
      skewness: null,
      kurtosis: null,
      flags: ['few'],
    })
    expect([single?.mean, single?.sd, single?.median, single?.skewness]).toEqual([3, null, 3, null])
    expect([flat?.sd, flat?.skewness, flat?.kurtosis, flat?.flags]).toEqual([
      0,
      null,
      null,
      ['zeros', 'repeated'],
    ])
  })

  test('numbers near the ends of what a double holds, and such as differ by rounding alone', () => {
    const values = [1, 2, 3, 4, 10]
    const [huge, tiny, plain, rounded] = describe(
      columnsOf({
        huge: values.map(value => value * 2 ** 1000),
        tiny: values.map(value => value * 2 ** -1000),
        plain: values,
        rounded: [0.3, 0.1 + 0.2, 0.3, 0.3, 0.3],
      }),
    )
    for (const [found, scale] of [[huge, 2 ** 1000] as const, [tiny, 2 ** -1000] as const])
      expect([found?.sd, found?.skewness, found?.kurtosis]).toEqual([
        plain!.sd! * scale,
        plain?.skewness,
        plain?.kurtosis,
      ])
    expect([rounded?.skewness, rounded?.kurtosis, rounded?.flags]).toEqual([null, null, ['repeated']])
  })

  test('outliers are flagged, and limits are those given', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 200]
    expect(describe(columnsOf({ x }))[0]?.flags).toEqual(['outliers'])
    const limits = { available: 0, nonZero: 0, unique: 0, skewness: 99, kurtosis: 99 }
    expect(describe(columnsOf({ x }), limits)[0]?.flags).toEqual([])
  })

  test('whether a limit is passed does not depend on the unit: of four, one apart, the skewness is 2', () => {
    for (const by of [1, 0.1, 1e-5, 123.4, -3])
      expect(describe(columnsOf({ x: [5, 5, 5, 5 + by] }))[0]?.flags).toEqual([])
  })

  test('at a limit is not below it', () => {
    // Of six entries four have numbers; half of those are 0, and half differ.
    const [half] = describe(columnsOf({ x: [0, 0, 1, 1, NONE, NONE] }), { ...LIMITS, available: 4 / 6 })
    expect(half?.flags).toEqual([])
  })

  test('the median of an even number is the mean of the middle two', () => {
    expect(describe(columnsOf({ x: [1, 7, 2, 4] }))[0]?.median).toBe(3)
  })
})

group('places', () => {
  test('ties share the smaller place, gaps have none, negative numbers stand below', () => {
    expect([...placesOf(Float64Array.of(3, NONE, 5, 3, -1, 3 + 1e-13))]).toEqual([2, 0, 1, 2, 5, 2])
  })

  test('within groups; without a group compared with nobody', () => {
    const places = placesWithin(Float64Array.of(3, 9, 5, 1, 7), ['a', 'b', 'a', 'b', ''])
    expect([...places]).toEqual([2, 1, 1, 2, 0])
  })

  test('mid-ranks from the lowest', () => {
    expect([...midRanks(Float64Array.of(10, 20, 10, 30))]).toEqual([1.5, 3, 1.5, 4])
  })

  test('mid-ranks of any numbers sum to n(n+1)/2', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 })), numbers => {
        const n = numbers.length
        expect(midRanks(Float64Array.from(numbers)).reduce((sum, rank) => sum + rank, 0)).toBe(
          (n * (n + 1)) / 2,
        )
      }),
    )
  })
})

test('Student’s t: tables and closed forms', () => {
  // Abramowitz & Stegun, table 26.10 (two-sided 5 % points, 4 figures)
  for (const [t, df] of [
    [12.706, 1],
    [4.303, 2],
    [2.571, 5],
    [2.228, 10],
    [2.042, 30],
    [1.98, 120],
  ] as const)
    expect(studentBeyond(t, df)).toBeCloseTo(0.05, 4)
  expect(studentBeyond(1, 1)).toBeCloseTo(0.5, 15)
  expect(studentBeyond(-1, 2)).toBeCloseTo(1 - 1 / Math.sqrt(3), 15)
  expect([studentBeyond(0, 7), studentBeyond(Number.POSITIVE_INFINITY, 7)]).toEqual([1, 0])
})

group('reliability', () => {
  test('1, 2, 3 and 1, 3, 2: variances 1, covariance ½', () => {
    const found = reliability(columnsOf({ x: [1, 2, 3], y: [1, 3, 2] }))
    expect(found).toEqual({
      parts: 2,
      n: 3,
      alpha: expect.closeTo(2 / 3, 12),
      standardised: expect.closeTo(2 / 3, 12),
    })
  })

  test('parts on other scales change alpha and not the standardised one', () => {
    const found = reliability(columnsOf({ x: [1, 2, 3], y: [10, 30, 20] }))
    // 4 · 5 / (1 + 100 + 10)
    expect(found.alpha).toBeCloseTo(20 / 111, 12)
    expect(found.standardised).toBeCloseTo(2 / 3, 12)
  })

  test('over the entries that two parts share', () => {
    expect(reliability(columnsOf({ x: [1, 2, 3, NONE], y: [1, 3, 2, 9] }))).toMatchObject({ n: 3 })
  })

  test('what cannot be said is null or an error that names the part', () => {
    expect(reliability(columnsOf({ x: [1, 1, 1], y: [1, 3, 2] }))).toMatchObject({
      alpha: 0,
      standardised: null,
    })
    expect(reliability(columnsOf({ x: [1, 1], y: [2, 2] }))).toMatchObject({
      alpha: null,
      standardised: null,
    })
    expect(messageOf(() => reliability(columnsOf({ x: [1, 2] })))).toBe(
      'test@1: 1 parts cannot agree with each other. Give at least 2.',
    )
    expect(messageOf(() => reliability(columnsOf({ x: [1, 2, NONE], y: [NONE, 2, 3] })))).toBe(
      'test@1 › y: it shares 1 entries with "x". They need at least 2 with numbers for both.',
    )
  })

  test('numbers near the ends of what a double holds', () => {
    for (const scale of [1e300, 1e-300])
      expect(
        reliability(columnsOf({ x: [1, 2, 3].map(x => x * scale), y: [1, 3, 2].map(y => y * scale) })).alpha,
      ).toBeCloseTo(2 / 3, 12)
  })

  test('parts that cancel each other but for rounding leave nothing to measure', () => {
    const [x, y] = [
      [0.1, 0.2, 0.3, 0.5, 0.7],
      [0.3, 0.1, 0.9, 0.4, 0.7],
    ]
    const found = reliability(columnsOf({ x, y, z: x.map((value, e) => 3.1 - value - (y[e] as number)) }))
    expect(found.alpha).toBeNull()
    expect(reliability(columnsOf({ x, z: x.map(value => 3.1 - 0.7 * value) })).standardised).toBeNull()
  })

  test('copies of one part measure one thing perfectly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2 }),
        fc.integer({ min: 2, max: 5 }),
        (x, k) => {
          const { alpha } = reliability(
            columnsOf(Object.fromEntries(Array.from({ length: k }, (_, i) => [`c${i}`, x]))),
          )
          expect(alpha).toEqual(x.every(value => value === x[0]) ? null : expect.closeTo(1, 9))
        },
      ),
    )
  })
})

group('components', () => {
  test('of two columns: 1 ± r, and as much of each', () => {
    const found = components(columnsOf({ x: [1, 2, 3, 9], y: [1, 3, 2, NONE] }))
    expect(found).toMatchObject({ ids: ['x', 'y'], n: 3, mean: [2, 2], sd: [1, 1] })
    expect(found.components.map(({ variance }) => variance)).toEqual([
      expect.closeTo(1.5, 12),
      expect.closeTo(0.5, 12),
    ])
    expect(found.components.map(({ share }) => share)).toEqual([
      expect.closeTo(0.75, 12),
      expect.closeTo(0.25, 12),
    ])
    expect(found.components[0]?.loadings).toEqual([
      expect.closeTo(Math.SQRT1_2, 12),
      expect.closeTo(Math.SQRT1_2, 12),
    ])
  })

  test('names what has no spread, and says where too few entries are complete', () => {
    expect(messageOf(() => components(columnsOf({ x: [1, 2, 3], y: [4, 4, 4] })))).toBe(
      'test@1: "y" have the same number in all 3 complete entries. Leave them out.',
    )
    expect(messageOf(() => components(columnsOf({ x: [1, 2, NONE], y: [4, 5, 6] })))).toBe(
      'test@1: 2 entries have a number for each of "x", "y". Components need at least 3.',
    )
    expect(messageOf(() => components(columnsOf({})))).toBe(
      'test@1: 0 entries have a number for each of no column. Components need at least 3.',
    )
  })

  test('numbers near the ends of what a double holds, and such as differ by rounding alone', () => {
    const scaled = (scale: number) =>
      components(columnsOf({ x: [1, 2, 3, 9].map(x => x * scale), y: [1, 3, 2, 5] })).components
    expect(scaled(2 ** 1000)).toEqual(scaled(1))
    expect(scaled(2 ** -1000)).toEqual(scaled(1))
    expect(messageOf(() => components(columnsOf({ x: [1, 2, 3], y: [0.3, 0.1 + 0.2, 0.3] })))).toBe(
      'test@1: "y" have the same number in all 3 complete entries. Leave them out.',
    )
  })

  test('two columns that go against each other point the way of the first', () => {
    const { components: found } = components(columnsOf({ x: [1, 2, 3, 7], y: [5.1, 4.4, 3.7, 0.9] }))
    expect(found[0]?.loadings).toEqual([expect.closeTo(Math.SQRT1_2, 12), expect.closeTo(-Math.SQRT1_2, 12)])
  })

  test('of any numbers: variances sum to the number of columns, whatever the order of the entries', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(fc.tuple(numbers, numbers, numbers), columns => {
        fc.pre(columns.every(column => new Set(column).size > 1))
        const entries = [0, 1, 2, 3, 4, 5]
        const table = (order: readonly number[]) =>
          tableOf(
            'test@1',
            order.map(e => `e${e}`),
            columns.map((column, id) => ({ id: `${id}`, values: order.map(e => column[e]!) })),
          )
        const found = components(table(entries))
        expect(found.components.reduce((sum, { variance }) => sum + variance, 0)).toBeCloseTo(3, 9)
        expect(components(table([3, 1, 5, 0, 4, 2]))).toEqual(found)
      }),
    )
  })
})
