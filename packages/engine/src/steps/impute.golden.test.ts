import type { Step } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { asemData, asemIndicators, asemRubric } from '../golden/asem.fixture.ts'
import { columnApart, type GoldenTable, golden, goldenIsAbsent, lazily } from '../golden/golden.fixture.ts'
import { compile } from '../score/plan.ts'
import { prepare } from './prepare.ts'

type Screen = { thresh: number; removed: readonly string[] }
type File = {
  impute: Record<string, GoldenTable>
  screen_byNA: readonly Screen[]
  screen_zeros: { summary: GoldenTable }
}

const file = lazily(() => golden<File>('impute-treat-screen.json'))

const STEPS: Record<string, Step> = {
  i_mean: { do: 'impute', by: 'mean' },
  i_median: { do: 'impute', by: 'median' },
  i_mean_grp: { do: 'impute', by: 'mean', within: 'EurAsia_group' },
  i_median_grp: { do: 'impute', by: 'median', within: 'GDP_group' },
  row_mean_normfirst: { do: 'impute', by: 'rowMean' },
  row_mean_by_pillar: { do: 'impute', by: 'rowMean', siblings: true },
}

const prepared = (steps: readonly Step[], table?: GoldenTable) => {
  const rubric = asemRubric({ steps })
  return prepare(compile(rubric), asemData(rubric, table))
}

const denominated = lazily(
  () => golden<{ data: { Denominated: GoldenTable } }>('pipeline.json').data.Denominated,
)

describe.skipIf(goldenIsAbsent)('the data set with its gaps filled', () => {
  test.each(Object.entries(STEPS))('%s', (name, step) => {
    const { data } = prepared([step], denominated())
    const theirs = file().impute[name] as GoldenTable
    for (const { code } of asemIndicators())
      expect(columnApart(data.ids, data.columns[code]?.values as Float64Array, theirs, code)).toBeLessThan(
        1e-12,
      )
  })
})

describe.skipIf(goldenIsAbsent)('the data set screened', () => {
  test('by the share of numbers, at four thresholds', () => {
    for (const { thresh, removed } of file().screen_byNA) {
      const { data } = prepared([{ do: 'screen', available: thresh }])
      expect(data.ids.filter((_, e) => data.leftOut?.[e]).sort()).toEqual(removed)
    }
  })

  test('by zeros as well', () => {
    const { uCode, N_missing, N_zero, Dat_Avail, Non_Zero, Included } = file().screen_zeros.summary
    const { data, stages } = prepared([{ do: 'screen', available: 0.95, nonZero: 0.9 }])
    const rows = new Map(data.ids.map((id, e) => [id, stages[0]?.screening?.[e]]))
    uCode.forEach((id, i) => {
      const { leftOut, ...row } = rows.get(id) ?? { leftOut: null }
      expect(row).toEqual({
        missing: N_missing?.[i],
        zero: N_zero?.[i],
        available: Dat_Avail?.[i],
        nonZero: Non_Zero?.[i],
      })
      expect(leftOut === null).toBe(Included?.[i])
    })
  })
})
