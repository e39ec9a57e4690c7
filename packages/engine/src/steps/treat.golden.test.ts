import type { Step } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { asemData, asemIndicators, asemRubric } from '../golden/asem.fixture.ts'
import {
  apart,
  columnApart,
  type GoldenTable,
  golden,
  goldenIsAbsent,
  lazily,
} from '../golden/golden.fixture.ts'
import { compile } from '../score/plan.ts'
import { prepare } from './prepare.ts'
import { transformOf } from './transform.ts'
import type { Treatment } from './treat.ts'
import { shapeOf, winsorise } from './winsorise.ts'

type Numbers = readonly (number | null)[]
type Won = { x: Numbers; nwin: readonly number[] }
type Vector = { x: Numbers; skew: number; kurt: number; check: { Pass: boolean } } & Record<
  'win5' | 'win1' | 'win_nolimit' | 'win_force3',
  Won
> &
  Record<'log_CT' | 'log_CT_plus' | 'log_CT_orig' | 'log_GII_as_shipped' | 'boxcox0.5' | 'boxcox0', Numbers>
type Table = Readonly<Record<string, readonly (number | string | boolean | null)[]>>
type Treated = { x: GoldenTable; table: Table; points: Readonly<Record<string, readonly string[]>> }
type File = {
  treat_functions: Record<string, Vector>
  treat_dataset_Screened: Record<string, Treated>
}

const file = lazily(() => golden<File>('impute-treat-screen.json'))
const screened = lazily(() => golden<{ data: { Screened: GoldenTable } }>('pipeline.json').data.Screened)

const usual = { skewness: 2, kurtosis: 3.5 }
const ascendingOf = (x: Numbers) => Float64Array.from(x.filter(value => value !== null)).sort()
const worst = (ours: Numbers, theirs: Numbers) => Math.max(...ours.map((x, i) => apart(x, theirs[i] ?? null)))

const VECTORS = ['lognorm', 'neglog', 'normal', 'ties', 'na_some', 'integer_like']

describe.skipIf(goldenIsAbsent).each(VECTORS)('the numbers of %s', name => {
  test('skewness, kurtosis and whether they pass', () => {
    const { x, skew, kurt, check } = file().treat_functions[name] as Vector
    const shape = shapeOf(ascendingOf(x), usual)
    expect(Math.max(apart(shape.skewness, skew), apart(shape.kurtosis, kurt))).toBeLessThan(1e-12)
    expect(shape.passes).toBe(check.Pass)
  })

  test.each([
    ['win5', usual, 5],
    ['win1', usual, 1],
    ['win_nolimit', usual, Number.POSITIVE_INFINITY],
    ['win_force3', undefined, 3],
  ] as const)('winsorised: %s', (key, outliers, most) => {
    const { x, [key]: theirs } = file().treat_functions[name] as Vector
    const { low, high, moved } = winsorise(ascendingOf(x), outliers, most)
    if (name === 'integer_like' && key === 'win_force3') {
      // The reference goes on until a single number is left of two, which nothing can place.
      expect([new Set(theirs.x).size, low, high]).toEqual([1, 0, 1])
      return
    }
    expect(x.map(value => value && Math.min(high, Math.max(low, value)))).toEqual(theirs.x)
    expect(moved).toBe(theirs.nwin[0])
  })

  test.each([
    ['log_CT', 'log'],
    ['log_CT_plus', 'logMirrored'],
    ['log_CT_orig', 'logFromOne'],
    ['boxcox0.5', { boxCox: 0.5 }],
    ['boxcox0', { boxCox: 0 }],
  ] as const)('transformed: %s', (key, transform) => {
    const { x, [key]: theirs } = file().treat_functions[name] as Vector
    const by = transformOf(transform, ascendingOf(x))
    if ('wrong' in by) throw new Error(by.says)
    expect(
      worst(
        x.map(value => (value === null ? null : by.apply(value))),
        theirs,
      ),
    ).toBeLessThan(1e-12)
  })

  test("the reference's log_GII gives back what it was given, which logScaled does not", () => {
    const { x, log_GII_as_shipped } = file().treat_functions[name] as Vector
    expect(log_GII_as_shipped).toEqual(x)
    const by = transformOf('logScaled', ascendingOf(x))
    if ('apply' in by) expect(x.map(value => value && by.apply(value))).not.toEqual(x)
    else expect(Math.max(...ascendingOf(x))).toBeLessThanOrEqual(1)
  })
})

const STEPS: Record<string, Step> = {
  winmax1: { do: 'treat', test: usual, winsorise: { most: 1 }, then: 'log' },
  winmax2: { do: 'treat', test: usual, winsorise: { most: 2 }, then: 'log' },
  winmax3: { do: 'treat', test: usual, winsorise: { most: 3 }, then: 'log' },
  winmax4: { do: 'treat', test: usual, winsorise: { most: 4 }, then: 'log' },
  winmax1_combine: { do: 'treat', test: usual, winsorise: { most: 1 }, then: 'log', both: true },
  winmax1_log_CT_plus: { do: 'treat', test: usual, winsorise: { most: 1 }, then: 'logMirrored' },
  winmax1_log_CT_orig: { do: 'treat', test: usual, winsorise: { most: 1 }, then: 'logFromOne' },
  skew1_kurt2: { do: 'treat', test: { skewness: 1, kurtosis: 2 }, winsorise: { most: 5 }, then: 'log' },
}

describe.skipIf(goldenIsAbsent).each(Object.entries(STEPS))('the data set treated: %s', (name, step) => {
  const treated = lazily(() => {
    const theirs = file().treat_dataset_Screened[name] as Treated
    const rubric = asemRubric({ steps: [step] })
    const raw = asemData(rubric, screened())
    const { data, stages } = prepare(compile(rubric), raw)
    const rows = new Map(stages[0]?.treatments?.map(row => [row.id, row]))
    return { theirs, raw, data, rows }
  })

  test('every number', () => {
    const { theirs, data } = treated()
    for (const { code } of asemIndicators())
      expect(columnApart(data.ids, data.columns[code]?.values as Float64Array, theirs.x, code)).toBeLessThan(
        1e-12,
      )
  })

  test('how uneven each indicator is at each stage, and how many points moved', () => {
    const { theirs, rows } = treated()
    const number = (column: string, i: number) => (theirs.table[column]?.[i] ?? null) as number | null
    theirs.table.iCode?.forEach((code, i) => {
      const row = rows.get(code as string) as Treatment
      const stages = [row.before, row.winsorised?.after, row.transformed]
      stages.forEach((shape, at) => {
        const check = `check_SkewKurt${at}`
        expect(shape?.passes ?? null).toBe(theirs.table[`${check}.Pass`]?.[i] ?? null)
        expect(apart(shape?.skewness ?? null, number(`${check}.Skew`, i))).toBeLessThan(1e-12)
        expect(apart(shape?.kurtosis ?? null, number(`${check}.Kurt`, i))).toBeLessThan(1e-12)
      })
      expect(row.winsorised?.moved ?? null).toBe(number('winsorise.nwin', i))
    })
  })

  test('which points are moved and which transformed', () => {
    const { theirs, raw, rows } = treated()
    const places = new Map(raw.ids.map((id, e) => [id, e]))
    for (const [code, row] of rows) {
      const values = raw.columns[code]?.values as Float64Array
      const moved = theirs.x.uCode.map(id => {
        const value = values[places.get(id) as number] as number
        const { low, high } = row.winsorised ?? { low: value, high: value }
        return value > high ? 'winhi' : value < low ? 'winlo' : ''
      })
      const label = row.transformed
        ? step.do === 'treat' && step.then === 'logFromOne'
          ? '+log_CT_orig'
          : '+log_CT'
        : ''
      expect(moved.map(end => `${end}${label}`)).toEqual(theirs.points[code])
    }
  })
})
