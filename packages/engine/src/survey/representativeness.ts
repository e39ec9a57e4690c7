import { chiSquareAbove } from './chi-square.ts'
import { finitePopulation } from './interval.ts'

/** How many of a band answered, of how many there are. */
export type BandCount = { band: string; answered: number; population: number }

export type BandBalance = BandCount & {
  /** Share of the band among those who answered minus its share among all, in percentage points, unrounded. */
  deviation: number
}

export type Representativeness = {
  bands: readonly BandBalance[]
  /** Null where a band is too small to test. */
  test: { chiSquare: number; df: number; p: number } | null
  /** `differs`: the test rejects at 5 % · `uneven`: no test, and a band is off by `TOLERATED` or more · null: nothing seen. */
  warning: 'differs' | 'uneven' | null
}

/** Percentage points by which a band may be off where nothing can be tested. A rule of this project, not of the literature. */
const TOLERATED = 5

/** Cochran (1954), Biometrics 10, 417–451: no expected count below 1 and at most a fifth of them below 5. */
const testable = (expected: readonly number[]): boolean =>
  expected.length > 1 &&
  expected.every(count => count >= 1) &&
  expected.filter(count => count < 5).length <= expected.length / 5

/**
 * Whether those who answered are spread over the bands as all are: Pearson's χ² = Σ (O−E)²/E with E = n · Nᵦ/N, divided by
 * (N−n)/(N−1) because they are drawn without replacement. It sees only what the bands see: a balanced sample may
 * still be biased in other ways.
 * Source: Pearson (1900); the correction: Rao & Scott (1981), JASA 76, 221–230, for simple random sampling.
 *
 * @throws RangeError when a band has more answers than members, or no member
 */
export const representativeness = (counts: readonly BandCount[]): Representativeness => {
  for (const { band, answered, population } of counts)
    if (!(answered >= 0 && population > 0 && answered <= population))
      throw new RangeError(`band "${band}": ${answered} answers from ${population} members`)
  const n = counts.reduce((sum, count) => sum + count.answered, 0)
  const whole = counts.reduce((sum, count) => sum + count.population, 0)
  const expected = counts.map(count => (n * count.population) / whole)
  const bands = counts.map(count => ({
    ...count,
    deviation: n === 0 ? 0 : (100 * count.answered) / n - (100 * count.population) / whole,
  }))
  const left = finitePopulation(n, whole)
  if (left === 0 || n === 0) return { bands, test: null, warning: null }
  if (!testable(expected)) {
    const uneven = bands.some(band => Math.abs(band.deviation) >= TOLERATED)
    return { bands, test: null, warning: uneven ? 'uneven' : null }
  }
  const distance = counts.reduce((sum, { answered }, i) => {
    const e = expected[i] ?? 0
    return sum + (answered - e) ** 2 / e
  }, 0)
  const df = counts.length - 1
  const chiSquare = distance / left
  const p = chiSquareAbove(chiSquare, df)
  return { bands, test: { chiSquare, df, p }, warning: p < 0.05 ? 'differs' : null }
}
