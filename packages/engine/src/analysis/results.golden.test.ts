import { describe, expect, test } from 'vitest'
import { asemData, asemIndicators, asemPath, asemRubric } from '../golden/asem.fixture.ts'
import { type GoldenTable, golden, goldenIsAbsent } from '../golden/golden.fixture.ts'
import { evaluate } from '../score/evaluate.ts'
import { scoreLeaves } from '../score/leaves.ts'
import { compile, ROOT_PATH } from '../score/plan.ts'
import { availability } from './availability.ts'
import { compareResults } from './compare-results.ts'
import { correlateWithAbove } from './correlate.ts'
import { codesAtLevel, farthest, goldenTable, tableOfGolden } from './golden-tables.fixture.ts'
import { placesOf, placesWithin } from './places.ts'
import { removeEach } from './remove-one.ts'
import { standingsIn } from './strengths.ts'
import { summaryOf } from './summary.ts'

type Codes = { Code: readonly string[]; Rank: readonly number[]; Value: readonly number[] }
type Standing = { Strengths: Codes; Weaknesses: Codes }
type Pipeline = {
  data: Record<string, GoldenTable>
  results: Record<'Full' | 'FullRanks' | 'GroupRanksEurAsia', GoldenTable>
  data_avail: { Summary: GoldenTable; ByGroup: GoldenTable }
  strengths_weaknesses_raw: Record<string, Standing>
  strengths_weaknesses_norm: Record<string, Standing>
  unit_summary: Record<string, { Code: string[]; Score: number[]; Rank: number[] }>
}
type Removals = Record<
  string,
  { Scores: GoldenTable; Ranks: GoldenTable; MeanAbsDiff: Record<string, [number]> }
>
type Family = { Var1: readonly string[]; Var2: readonly string[]; Correlation: readonly (number | null)[] }
type Multivariate = {
  get_corr_lev1_vs_parent: Family
  get_corr_family: Family
  remove_elements: Removals
  compare_minmax_vs_prank: Record<'uCode' | 'coin.1' | 'coin.2' | 'Diff' | 'Abs.diff', readonly number[]>
}

const pipeline = () => golden<Pipeline>('pipeline.json')
const multivariate = () => golden<Multivariate>('multivariate.json')

/** The indicators by group, as the reference sorts them: places that tie are listed in this order. */
const inTheirOrder = (): string[] => {
  const { iCode, Level } = golden<{ weights_original: { iCode: string[]; Level: number[] } }>(
    'input.json',
  ).weights_original
  return iCode.filter((_, i) => Level[i] === 1)
}

/** The reference's tree over its normalised numbers, so that these tests rest on nothing but the groups. */
const asem = () => {
  const rubric = asemRubric({ scoring: () => ({ by: 'linear', from: 0, to: 100 }) })
  const plan = compile(rubric)
  const data = asemData(rubric, pipeline().data.Normalised)
  const leaves = scoreLeaves(plan, data)
  return { plan, data, leaves, results: evaluate(plan, data) }
}

describe.skipIf(goldenIsAbsent)('as in COINr', () => {
  test('ranks of all indicators and groups, overall and within Europe and Asia', () => {
    const { Full, FullRanks, GroupRanksEurAsia } = pipeline().results
    // TolMin apart: 54.022988505747115 and 54.02298850574713 are one number here and two in COINr.
    const codes = [1, 2, 3, 4].flatMap(codesAtLevel).filter(code => code !== 'TolMin')
    for (const { id, values } of tableOfGolden(Full, codes).columns) {
      const theirs = tableOfGolden(FullRanks, [id]).columns[0]?.values
      expect([id, ...placesOf(values)]).toEqual([id, ...(theirs ?? [])])
    }
    const groups = [2, 3, 4].flatMap(codesAtLevel)
    const { entries, columns } = goldenTable('Aggregated', groups)
    const regions = GroupRanksEurAsia as unknown as Record<string, readonly string[]>
    const regionOf = (id: string) => regions.EurAsia_group?.[GroupRanksEurAsia.uCode.indexOf(id)] as string
    for (const { id, values } of columns)
      expect([id, ...placesWithin(values, entries.map(regionOf))]).toEqual([
        id,
        ...(tableOfGolden(GroupRanksEurAsia, [id]).columns[0]?.values ?? []),
      ])
  })

  test('availability overall and by group, before any step', () => {
    const rubric = asemRubric()
    const data = asemData(rubric)
    const { entries, groups } = availability(compile(rubric), data)
    const { Summary, ByGroup } = pipeline().data_avail
    const theirs = (table: GoldenTable, id: string, column: string) =>
      table[column]?.[table.uCode.indexOf(id)] as number | null
    const pairs = entries.flatMap(({ id, missing, zero, available, nonZero }) => [
      [missing, theirs(Summary, id, 'N_missing')] as const,
      [zero, theirs(Summary, id, 'N_zero')] as const,
      [missing + zero, theirs(Summary, id, 'N_miss_or_zero')] as const,
      [available, theirs(Summary, id, 'Dat_Avail')] as const,
      [nonZero, theirs(Summary, id, 'Non_Zero')] as const,
    ])
    const byGroup = [2, 3, 4].flatMap(codesAtLevel).flatMap(code => {
      const own = groups.find(({ path }) => path === asemPath(code))
      return data.ids.map((id, e) => [own?.available[e] ?? null, theirs(ByGroup, id, code)] as const)
    })
    expect([pairs.length, byGroup.length]).toEqual([255, 561])
    expect(farthest([...pairs, ...byGroup])).toBeLessThan(1e-12)
  })

  test.each(['CHE', 'CHN', 'BGD'])('strengths and weaknesses of %s', id => {
    const lower = new Set(
      asemIndicators().flatMap(({ code, lowerIsBetter }) => (lowerIsBetter ? [code] : [])),
    )
    const raw = goldenTable('Raw', inTheirOrder())
    const { Strengths, Weaknesses } = pipeline().strengths_weaknesses_raw[id] as Standing
    const { strengths, weaknesses } = standingsIn(raw, lower)(id)
    const rows = ({ Code, Rank, Value }: Codes) =>
      Code.map((code, i) => ({ id: code, place: Rank[i], value: Value[i] }))
    const plain = ({ id, place, value }: (typeof strengths)[number]) => ({ id, place, value })
    expect(strengths.map(plain)).toEqual(rows(Strengths))
    // COINr drops what stands last from the weaknesses; without those ours are the same, worst first.
    const lastOf = (code: string) => {
      const column = raw.columns.find(({ id: own }) => own === code)?.values as Float64Array
      return Math.max(...placesOf(lower.has(code) ? column.map(value => -value) : column))
    }
    const all = standingsIn(raw, lower)(id, 20).weaknesses.filter(
      ({ id: code, place }) => place < lastOf(code),
    )
    expect(all.slice(0, 5).map(plain).reverse()).toEqual(rows(Weaknesses))
    expect(weaknesses).toHaveLength(5)
  })

  test.each(['CHE', 'CHN'])('strengths of %s among its scores', id => {
    const { Strengths } = pipeline().strengths_weaknesses_norm[id] as Standing
    const { strengths } = standingsIn(goldenTable('Normalised', inTheirOrder()))(id)
    expect(strengths.map(({ id: code, place }) => [code, place])).toEqual(
      Strengths.Code.map((code, i) => [code, Strengths.Rank[i]]),
    )
  })

  test.each(['CHE', 'CHN'])('%s at a glance', id => {
    const { plan, results } = asem()
    const { Code, Score, Rank } = pipeline().unit_summary[id] as Pipeline['unit_summary'][string]
    const ours = summaryOf(plan, results, results.ids.indexOf(id))
    expect(ours.map(({ path }) => path)[0]).toBe(ROOT_PATH)
    const lineOf = (code: string) => ours.find(({ path }) => path === asemPath(code))
    expect(ours).toHaveLength(Code.length)
    expect(Code.map(code => lineOf(code)?.place)).toEqual(Rank)
    expect(
      farthest(Code.map((code, i) => [100 * (lineOf(code)?.value ?? -1), Score[i] as number])),
    ).toBeLessThan(1e-12)
  })

  test.each([1, 2, 3])('what each element of level %i does to the ranking', level => {
    const { plan, data, leaves } = asem()
    const { Scores, Ranks, MeanAbsDiff } = multivariate().remove_elements[`level${level}`] as Removals[string]
    const codes = codesAtLevel(level)
    const ours = removeEach(plan, data, leaves, codes.map(asemPath))
    const at = (table: GoldenTable, code: string) =>
      data.ids.map(id => table[code]?.[table.uCode.indexOf(id)] as number | null)
    ours.forEach(({ removed, values, ranks, meanChange }, i) => {
      const code = codes[i] as string
      expect(removed).toBe(asemPath(code))
      expect(ranks).toEqual(at(Ranks, code))
      const scores = at(Scores, code)
      expect(farthest(values.map((v, e) => [v === null ? v : 100 * v, scores[e] ?? null]))).toBeLessThan(
        1e-12,
      )
      expect(farthest([[meanChange, MeanAbsDiff[code]?.[0] ?? null]])).toBeLessThan(1e-12)
    })
    expect(ours).toHaveLength(codes.length)
  })

  test('each indicator with its pillar, sub-index and the index', () => {
    const { plan, results } = asem()
    const { get_corr_lev1_vs_parent: parents, get_corr_family: family } = multivariate()
    const ours = correlateWithAbove(plan, results, 'pearson')
    const levelOf = new Map(
      ['Pillar', 'Sub-index', 'Index'].flatMap((name, i) =>
        codesAtLevel(i + 2).map(code => [asemPath(code), name] as const),
      ),
    )
    // There COINr left out what has p > 0.05.
    const withParent = parents.Var2.map((code, i) => {
      const group = asemPath(parents.Var1[i] as string)
      const own = ours.find(({ path, above }) => path === asemPath(code) && above === group)
      return [own && (own.p ?? 1) <= 0.05 ? own.r : null, parents.Correlation[i] ?? null] as const
    })
    const withAll = family.Var2.map((code, i) => {
      const own = ours.find(
        ({ path, above }) => path === asemPath(code) && levelOf.get(above) === family.Var1[i],
      )
      return [own?.r ?? null, family.Correlation[i] ?? null] as const
    })
    expect([withParent.length, withAll.length]).toEqual([49, 147])
    expect(farthest([...withParent, ...withAll])).toBeLessThan(1e-12)
  })

  test('the index by min-max and by percentile ranks', () => {
    const { uCode, 'coin.1': first, 'coin.2': second, Diff } = multivariate().compare_minmax_vs_prank
    const other = asemRubric({
      scoring: ({ lowerIsBetter }) => ({
        by: 'rank',
        ties: 'least',
        ...(lowerIsBetter && { lowerIsBetter }),
      }),
    })
    const treated = asemData(other, pipeline().data.Treated)
    const after = { rubric: 'rank@1', results: evaluate(compile(other), treated) }
    const { entries } = compareResults({ rubric: 'asem@1', results: asem().results }, after)
    const codes = uCode as unknown as readonly string[]
    const lineOf = (id: string) => entries.find(entry => entry.id === id)
    expect(codes.map(id => lineOf(id)?.before.place)).toEqual(first)
    expect(codes.map(id => lineOf(id)?.after.place)).toEqual(second)
    expect(codes.map(id => lineOf(id)?.gained)).toEqual(Diff)
  })
})
