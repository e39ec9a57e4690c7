import type { Step } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { asemIndicators, asemItems, asemPath, asemRows, asemRubric } from '../golden/asem.fixture.ts'
import { apart, type GoldenTable, golden, goldenIsAbsent, lazily } from '../golden/golden.fixture.ts'
import { prepareYears } from '../steps/prepare.ts'
import type { Data } from './data.ts'
import { evaluateYears } from './evaluate-years.ts'
import { compile } from './plan.ts'
import { tabulate } from './tabulate.ts'

type File = Record<
  | 'aggregated_global_minmax'
  | 'aggregated_per_year_minmax'
  | 'treated_per_year'
  | 'panel_with_holes'
  | 'impute_panel_latest'
  | 'impute_panel_linear'
  | 'impute_panel_constant',
  GoldenTable
>

const file = lazily(() => golden<File>('panel.json'))
const panel = lazily(() => golden<{ iData_panel: GoldenTable }>('input-panel.json').iData_panel)

/** The rows of one year, as a table of its own. */
const yearOf = (table: GoldenTable, year: number): GoldenTable => {
  const keeps = table.uCode.map((_, i) => table.Time?.[i] === year)
  const columns = Object.entries(table).map(([name, values]) => [name, values.filter((_, i) => keeps[i])])
  return { ...Object.fromEntries(columns), uCode: table.uCode.filter((_, i) => keeps[i]) }
}

const YEARS = [2018, 2019, 2020, 2021, 2022]

const dataOf = (rubric: ReturnType<typeof asemRubric>, table: GoldenTable) =>
  YEARS.map(year => ({ year, data: tabulate(rubric, asemRows(yearOf(table, year))) }))

/** How far the numbers of the entries that theirs have are apart. */
const worst = (
  ids: readonly string[],
  numbers: (code: string) => ArrayLike<number>,
  theirs: GoldenTable,
  codes: readonly string[],
): number =>
  Math.max(
    ...theirs.uCode.flatMap((id, i) =>
      codes.map(code =>
        apart(numbers(code)[ids.indexOf(id)] ?? null, (theirs[code]?.[i] ?? null) as number | null),
      ),
    ),
  )

const CODES = lazily(() => asemIndicators().map(({ code }) => code))

/** The reference leaves out who lacks numbers, and treats each year for itself. */
const steps: Step[] = [
  { do: 'screen', available: 0.9 },
  { do: 'treat', test: { skewness: 2, kurtosis: 3.5 }, winsorise: { most: 5 }, then: 'log' },
]

describe.skipIf(goldenIsAbsent)('five years of data', () => {
  test('treated within each year', () => {
    const rubric = { ...asemRubric({ steps }), years: 'each' as const }
    const prepared = prepareYears(compile(rubric), dataOf(rubric, panel()))
    prepared.forEach(({ data }, i) => {
      const theirs = yearOf(file().treated_per_year, YEARS[i] as number)
      expect(
        worst(data.ids, code => data.columns[code]?.values as Float64Array, theirs, CODES()),
      ).toBeLessThan(1e-12)
      expect(data.ids.filter((_, e) => !data.leftOut?.[e]).sort()).toEqual([...theirs.uCode].sort())
    })
  })

  test.each([
    ['pooled', 'aggregated_global_minmax'],
    ['each', 'aggregated_per_year_minmax'],
  ] as const)('scored against %s', (years, name) => {
    const rubric = { ...asemRubric({ steps }), years }
    const plan = compile(rubric)
    const codes = asemItems().flatMap(({ code, level }) => (level === null ? [] : [code]))
    for (const { year, results } of evaluateYears(plan, dataOf(rubric, panel()))) {
      const { ids, nodes, total } = results
      const shown = (code: string) =>
        (nodes.get(asemPath(code)) ?? total).values.map(value => value * plan.max)
      expect(worst(ids, shown, yearOf(file()[name], year), codes)).toBeLessThan(1e-12)
    }
  })

  test.each([
    ['last', 'impute_panel_latest'],
    ['linear', 'impute_panel_linear'],
    ['constant', 'impute_panel_constant'],
  ] as const)('imputed from other years: %s', (by, name) => {
    const rubric = { ...asemRubric({ steps: [{ do: 'impute', by }] }), years: 'each' as const }
    const prepared = prepareYears(compile(rubric), dataOf(rubric, file().panel_with_holes))
    prepared.forEach(({ data }, i) => {
      const numbersOf = (code: string) => (data as Data).columns[code]?.values as Float64Array
      expect(worst(data.ids, numbersOf, yearOf(file()[name], YEARS[i] as number), CODES())).toBeLessThan(
        1e-12,
      )
    })
  })
})
