import { normal } from '../score/statistics.ts'
import { finitePopulation } from './interval.ts'

/** One wave's share of an option; `n` is null where the source does not say, `population` where N is not known. */
export type WaveShare = { share: number; n: number | null; population: number | null }

export type Significance = {
  z: number
  /** Two-sided. */
  p: number
  /** The smallest level that `p` is below, null when the change may well be chance. */
  level: 0.001 | 0.01 | 0.05 | null
}

/** `n-unknown`: a wave has no n · `too-few`: fewer than 5 expected in a cell · `census`: no sampling error in either wave. */
export type NoTest = 'n-unknown' | 'too-few' | 'census'

export type Trend = {
  /** Percentage points, later minus earlier, unrounded. */
  change: number
} & ({ significance: Significance; reason: null } | { significance: null; reason: NoTest })

const LEVELS = [0.001, 0.01, 0.05] as const

/** Cochran (1954), Biometrics 10, 417–451: the normal approximation needs 5 expected in every cell. */
const LEAST_EXPECTED = 5

/**
 * The change between two waves, and whether it is more than chance: the pooled two-proportion z test
 *
 *     z = (p₂ − p₁) / √( p(1−p) (f₁/n₁ + f₂/n₂) ),  p = (n₁p₁ + n₂p₂) / (n₁ + n₂),  f = (N−n)/(N−1), 1 where N is unknown
 *
 * It takes the waves as independent samples; where the same units answered both, it is on the careful side as long as
 * their answers go together. Nothing is said of significance unless both n are known.
 * Source: Fleiss, Levin & Paik (2003), *Statistical Methods for Rates and Proportions*, 3rd ed., §3.1; f as in `finitePopulation`.
 *
 * @throws RangeError when a share is outside 0..1 or n above N
 */
export const trend = (earlier: WaveShare, later: WaveShare): Trend => {
  for (const { share } of [earlier, later])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`share ${share} is not within 0..1`)
  const change = 100 * later.share - 100 * earlier.share
  if (!earlier.n || !later.n) return { change, significance: null, reason: 'n-unknown' }
  const pooled = (earlier.n * earlier.share + later.n * later.share) / (earlier.n + later.n)
  const spread =
    finitePopulation(earlier.n, earlier.population) / earlier.n +
    finitePopulation(later.n, later.population) / later.n
  if (spread === 0) return { change, significance: null, reason: 'census' }
  if (Math.min(earlier.n, later.n) * Math.min(pooled, 1 - pooled) < LEAST_EXPECTED)
    return { change, significance: null, reason: 'too-few' }
  const z = (later.share - earlier.share) / Math.sqrt(pooled * (1 - pooled) * spread)
  const p = Math.min(1, 2 * normal(-Math.abs(z)))
  return { change, significance: { z, p, level: LEVELS.find(level => p < level) ?? null }, reason: null }
}
