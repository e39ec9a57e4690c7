import { describe, expect, test } from 'vitest'
import {
  asemData,
  asemIndicators,
  asemItems,
  asemPath,
  asemRubric,
  asemSteps,
} from '../golden/asem.fixture.ts'
import { columnApart, type GoldenTable, golden, goldenIsAbsent, lazily } from '../golden/golden.fixture.ts'
import type { Data } from '../score/data.ts'
import { evaluate } from '../score/evaluate.ts'
import { compile } from '../score/plan.ts'
import { prepare } from './prepare.ts'

type Pipeline = {
  data: Record<'Denominated' | 'Imputed' | 'Screened' | 'Treated' | 'Aggregated', GoldenTable>
  screen_summary: GoldenTable
  results: { FullRanks: GoldenTable }
}

const given = lazily(() => {
  const rubric = asemRubric({ steps: asemSteps() })
  const plan = compile(rubric)
  const raw = asemData(rubric)
  return { pipeline: golden<Pipeline>('pipeline.json'), plan, raw, prepared: prepare(plan, raw) }
})

const worst = (data: Data | undefined, table: GoldenTable): number =>
  Math.max(
    ...asemIndicators().map(({ code }) => {
      const column = data?.columns[code]
      return data && column?.kind === 'number'
        ? columnApart(data.ids, column.values, table, code)
        : Number.POSITIVE_INFINITY
    }),
  )

describe.skipIf(goldenIsAbsent)("the reference's own pipeline on its own data", () => {
  test.each([
    ['Denominated', 0],
    ['Imputed', 1],
    ['Screened', 2],
    ['Treated', 3],
  ] as const)('the numbers after the step that gives %s', (name, at) => {
    const { pipeline, prepared } = given()
    expect(worst(prepared.stages[at]?.data, pipeline.data[name])).toBeLessThan(1e-12)
    expect(prepared.faults).toEqual([])
  })

  test('the screening counts what is missing and what is zero', () => {
    const { pipeline, raw, prepared } = given()
    const rows = new Map(raw.ids.map((id, e) => [id, prepared.stages[2]?.screening?.[e]]))
    const { uCode, N_missing, N_zero, Dat_Avail, Non_Zero, Included } = pipeline.screen_summary
    expect(uCode.map(id => rows.get(id))).toEqual(
      uCode.map((_, i) => ({
        missing: N_missing?.[i],
        zero: N_zero?.[i],
        available: Dat_Avail?.[i],
        nonZero: Non_Zero?.[i],
        leftOut: Included?.[i] ? null : 'available',
      })),
    )
  })

  test('every indicator, group and the index as scored, and every rank', () => {
    const { pipeline, plan, raw } = given()
    const { ids, nodes, total, rank } = evaluate(plan, raw)
    for (const { code } of asemItems().filter(({ level }) => level !== null)) {
      const values = (nodes.get(asemPath(code)) ?? total).values.map(value => value * plan.max)
      expect(columnApart(ids, values, pipeline.data.Aggregated, code)).toBeLessThan(1e-12)
    }
    expect(columnApart(ids, rank, pipeline.results.FullRanks, 'Index')).toBe(0)
  })
})
