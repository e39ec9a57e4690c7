import { expect, test } from 'vitest'
import { golden, goldenIsAbsent } from '../golden/golden.fixture.ts'
import { type Description, describe } from './describe.ts'
import { farthest, goldenTable, indicatorCodes } from './golden-tables.fixture.ts'

type Stats = Readonly<Record<string, readonly (number | string | null)[]>>

const FIGURES: readonly [string, (given: Description) => number | null][] = [
  ['Min', given => given.least],
  ['Max', given => given.most],
  ['Mean', given => given.mean],
  ['Median', given => given.median],
  ['Std', given => given.sd],
  ['Skew', given => given.skewness],
  ['Kurt', given => given.kurtosis],
  ['N.Avail', given => given.available],
  ['N.NonZero', given => given.nonZero],
  ['N.Unique', given => given.unique],
  ['N.Same', given => given.same],
  ['Frc.Avail', given => given.shares.available],
  ['Frc.NonZero', given => given.shares.nonZero],
  ['Frc.Unique', given => given.shares.unique],
  ['Frc.Same', given => given.shares.same],
]

const FLAGS = {
  'Flag.Avail': 'few',
  'Flag.NonZero': 'zeros',
  'Flag.Unique': 'repeated',
  'Flag.SkewKurt': 'outliers',
} as const

test.skipIf(goldenIsAbsent).each(['Raw', 'Denominated', 'Imputed', 'Screened', 'Treated', 'Normalised'])(
  'the statistics of the %s data are those of COINr',
  set => {
    const stats = golden<{ stats: Record<string, Stats> }>('pipeline.json').stats[set] as Stats
    const ours = describe(goldenTable(set, indicatorCodes()))
    const theirs = (id: string, column: string) => stats[column]?.[stats.iCode?.indexOf(id) as number]
    for (const [column, figure] of FIGURES) {
      const pairs = ours.map(given => [figure(given), theirs(given.id, column) as number | null] as const)
      expect([column, farthest(pairs) < 1e-12]).toEqual([column, true])
    }
    for (const [column, flag] of Object.entries(FLAGS))
      expect(ours.filter(({ flags }) => flags.includes(flag)).map(({ id }) => id)).toEqual(
        ours.filter(({ id }) => theirs(id, column) !== 'ok').map(({ id }) => id),
      )
  },
)
