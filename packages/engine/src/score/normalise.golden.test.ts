import type { Scoring } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { type AsemItem, asemData, asemIndicators, asemPath, asemRubric } from '../golden/asem.fixture.ts'
import { columnApart, type GoldenTable, golden, goldenIsAbsent, lazily } from '../golden/golden.fixture.ts'
import { scoreLeaves } from './leaves.ts'
import { compile } from './plan.ts'

type Meta = Readonly<Record<string, readonly (number | string | null)[]>>
type Variants = Readonly<Record<string, GoldenTable>>
type File = {
  iMeta_with_norm_params: Meta
  input_Treated: GoldenTable
  input_Raw: GoldenTable
  on_Treated: Variants
  on_Raw: Variants
  mixed_indiv_specs_on_Raw: GoldenTable
}

const file = lazily(() => golden<File>('normalise.json'))

const parameter = (name: string, { code }: AsemItem): number => {
  const meta = file().iMeta_with_norm_params
  return meta[name]?.[meta.iCode?.indexOf(code) ?? -1] as number
}

type Scored = { ids: readonly string[]; values: ReadonlyMap<string, Float64Array>; errors: readonly string[] }

const score = (table: GoldenTable, scoring: (item: AsemItem) => Scoring): Scored => {
  const rubric = asemRubric({ scoring })
  const plan = compile(rubric)
  const data = asemData(rubric, table)
  const { byNode, errors } = scoreLeaves(plan, data)
  const at = (code: string) => byNode[plan.indexByPath.get(asemPath(code)) as number]?.values as Float64Array
  const values = new Map(asemIndicators().map(({ code }) => [code, at(code)]))
  return { ids: data.ids, values, errors: errors.map(({ path, error }) => `${error.code} ${path}`) }
}

/** Adds the direction to a rule that takes it as a flag. */
const down = <S extends Scoring>(item: AsemItem, rule: S): S =>
  item.lowerIsBetter ? { ...rule, lowerIsBetter: true } : rule

/** Goalposts between two numbers, the better one last. */
const between = (item: AsemItem, low: number, high: number): Scoring =>
  item.lowerIsBetter ? { by: 'linear', from: high, to: low } : { by: 'linear', from: low, to: high }

const open = (rule: Scoring): Scoring => ({ ...rule, open: true }) as Scoring

type Variant = {
  scoring: (item: AsemItem) => Scoring
  /** Their number of ours; `n` = how many entries have one. */
  shown?: (value: number, n: number) => number
}

const percent = (value: number) => value * 100
const ENTRIES = 51

const VARIANTS: Record<string, Variant> = {
  none: { scoring: item => ({ by: 'linear', from: 0, to: item.lowerIsBetter ? -1 : 1, open: true }) },
  n_minmax_0_1: { scoring: item => down(item, { by: 'minmax' }) },
  n_minmax_0_100: { scoring: item => down(item, { by: 'minmax' }), shown: percent },
  n_minmax_1_100: { scoring: item => down(item, { by: 'minmax', range: [0.01, 1] }), shown: percent },
  n_minmax_iMeta_1_100: { scoring: item => down(item, { by: 'minmax', range: [0.01, 1] }), shown: percent },
  n_zscore_0_1: { scoring: item => down(item, { by: 'zscore', open: { mean: 0, sd: 1 } }) },
  n_zscore_10_2: {
    scoring: item => down(item, { by: 'zscore', open: { mean: 0.1, sd: 0.02 } }),
    shown: percent,
  },
  n_zscore_iMeta_100_10: {
    scoring: item => down(item, { by: 'zscore', open: { mean: 1, sd: 0.1 } }),
    shown: percent,
  },
  n_scaled_iMeta: {
    scoring: item => open(between(item, parameter('scaled_lower', item), parameter('scaled_upper', item))),
    shown: percent,
  },
  n_scaled_global_0_50: {
    scoring: item => ({ by: 'linear', from: 0, to: item.lowerIsBetter ? -50 : 50, open: true }),
    shown: percent,
  },
  n_dist2max: { scoring: item => down(item, { by: 'minmax' }) },
  n_dist2ref_5: { scoring: item => down(item, { by: 'reference', entry: 'BGR' }) },
  n_dist2ref_5_cap: { scoring: item => down(item, { by: 'reference', entry: 'BGR', cap: true }) },
  n_dist2targ_iMeta_nocap: {
    scoring: item => down(item, { by: 'target', target: parameter('Target', item) }),
  },
  n_dist2targ_iMeta_cap: {
    scoring: item => down(item, { by: 'target', target: parameter('Target', item), cap: true }),
  },
  n_prank_min: { scoring: item => down(item, { by: 'rank', ties: 'least' }) },
  n_prank_average: { scoring: item => down(item, { by: 'rank' }) },
  n_rank_min: {
    scoring: item => down(item, { by: 'rank', ties: 'least' }),
    shown: (v, n) => v * (n - 1) + 1,
  },
  n_rank_average: { scoring: item => down(item, { by: 'rank' }), shown: (v, n) => v * (n - 1) + 1 },
  n_borda_min: {
    scoring: item => down(item, { by: 'borda', ties: 'least' }),
    shown: v => v * (ENTRIES - 1),
  },
  n_borda_average: { scoring: item => down(item, { by: 'borda' }), shown: v => v * (ENTRIES - 1) },
  n_goalposts_iMeta_trunc: {
    scoring: item => between(item, parameter('goalpost_lower', item), parameter('goalpost_upper', item)),
    shown: percent,
  },
  n_goalposts_iMeta_notrunc: {
    scoring: item =>
      open(between(item, parameter('goalpost_lower', item), parameter('goalpost_upper', item))),
    shown: percent,
  },
}

const worst = ({ ids, values }: Scored, theirs: GoldenTable, shown: Variant['shown'] = v => v): number =>
  Math.max(
    ...[...values].map(([code, column]) => {
      const n = column.filter(value => !Number.isNaN(value)).length
      return columnApart(
        ids,
        column.map(value => shown(value, n)),
        theirs,
        code,
      )
    }),
  )

describe.skipIf(goldenIsAbsent).each(['Treated', 'Raw'] as const)('normalised: %s', set => {
  const input = () => file()[`input_${set}`]

  test.each(Object.entries(VARIANTS))('%s', (name, { scoring, shown }) => {
    const ours = score(input(), scoring)
    expect(ours.errors).toEqual([])
    expect(worst(ours, file()[`on_${set}`][name] as GoldenTable, shown)).toBeLessThan(1e-12)
  })

  test('ties by their largest rank are ties by the smallest, seen from the other end', () => {
    const mirrored = score(input(), item =>
      down({ ...item, lowerIsBetter: !item.lowerIsBetter }, { by: 'rank', ties: 'least' }),
    )
    expect(worst(mirrored, file()[`on_${set}`].n_prank_max as GoldenTable, v => 1 - v)).toBeLessThan(1e-12)
    const ranks = file()[`on_${set}`].n_rank_max as GoldenTable
    expect(worst(mirrored, ranks, (v, n) => (1 - v) * (n - 1) + 1)).toBeLessThan(1e-12)
  })

  test("the reference's ranks by order of appearance lie within the ranks that their ties share", () => {
    const { n_rank_first: first, n_rank_min: least, n_rank_max: most } = file()[`on_${set}`]
    for (const { code } of asemIndicators())
      first?.[code]?.forEach((rank, i) => {
        const [from, to] = [least?.[code]?.[i], most?.[code]?.[i]]
        expect(
          rank === null ? from === null : Number(from) <= Number(rank) && Number(rank) <= Number(to),
        ).toBe(true)
      })
  })

  test('share of the best: as theirs where higher is better, never more for the worse where lower is', () => {
    const theirs = file()[`on_${set}`].n_fracmax as GoldenTable
    const ours = score(input(), item => down(item, { by: 'shareOfBest' }))
    const failed = new Set(ours.errors)
    for (const item of asemIndicators()) {
      const numbers = input()[item.code]?.filter(value => value !== null) as number[]
      const least = Math.min(...numbers)
      const shared = item.lowerIsBetter ? least > 0 : least >= 0
      expect(failed.has(`not-positive ${asemPath(item.code)}`)).toBe(!shared)
      const values = ours.values.get(item.code) as Float64Array
      if (!shared) continue
      if (!item.lowerIsBetter) expect(columnApart(ours.ids, values, theirs, item.code)).toBeLessThan(1e-12)
      else {
        const best = theirs.uCode[input()[item.code]?.indexOf(least) as number] as string
        expect(values[ours.ids.indexOf(best)]).toBe(1)
        expect(Math.max(...values.filter(value => !Number.isNaN(value)))).toBe(1)
        expect(Math.max(...(theirs[item.code] as number[]))).toBeGreaterThan(1)
      }
    }
  })
})

test.skipIf(goldenIsAbsent)('a rule of its own for each indicator', () => {
  const mixed: Record<string, string> = { LPI: 'n_borda_min', Flights: 'n_zscore_10_2' }
  const variantOf = ({ code }: AsemItem) => VARIANTS[mixed[code] ?? 'n_minmax_0_100'] as Variant
  const { ids, values } = score(file().input_Raw, item => variantOf(item).scoring(item))
  for (const item of asemIndicators()) {
    const { shown = v => v } = variantOf(item)
    const ours = values.get(item.code)?.map(value => shown(value, Number.NaN)) as Float64Array
    expect(columnApart(ids, ours, file().mixed_indiv_specs_on_Raw, item.code)).toBeLessThan(1e-12)
  }
})
