/** Two-sided 95 % of the standard normal distribution: Φ(Z95) = 0.975. */
const Z95 = 1.959963984540054

export type Interval = { low: number; high: number }

/**
 * What is left of the sampling variance when `n` of `population` answered: (N − n) / (N − 1); 1 when N is unknown.
 * Source: Cochran (1977), *Sampling Techniques*, 3rd ed., §3.2.
 *
 * @throws RangeError when more answered than there are
 */
export const finitePopulation = (n: number, population: number | null): number => {
  if (population === null) return 1
  if (n > population) throw new RangeError(`${n} answers from a population of ${population}`)
  return population === n ? 0 : (population - n) / (population - 1)
}

/**
 * The 95 % Wilson score interval of a share p = count / n, with z² / n* for z² / n where n* = n / finitePopulation(n, N):
 *
 *     (p + z²/2n* ± z √(p(1−p)/n* + z²/4n*²)) / (1 + z²/n*)
 *
 * It stays within 0..1 and is honest for shares near the ends and for small n. When everybody answered there is no
 * sampling error and the interval is the share itself.
 * Source: Wilson (1927), *Probable inference, the law of succession, and statistical inference*, JASA 22, 209–212;
 * effective sample size in it: Korn & Graubard (1998), Survey Methodology 24, 193–201.
 *
 * @param count respondents with the property, 0..n
 * @param n respondents, at least 1
 * @param population N, everyone who could have answered; null when not known
 * @throws RangeError when the counts are impossible
 */
export const wilson = (count: number, n: number, population: number | null): Interval => {
  if (!(n > 0 && count >= 0 && count <= n)) throw new RangeError(`${count} of ${n} is not a share`)
  const p = count / n
  const square = (Z95 * Z95 * finitePopulation(n, population)) / n
  const centre = p + square / 2
  const half = Math.sqrt(square * p * (1 - p) + (square * square) / 4)
  const ends = { low: (centre - half) / (1 + square), high: (centre + half) / (1 + square) }
  // At 0 and 1 the formula gives the end itself but for the last bit.
  return { low: count === 0 ? 0 : Math.min(p, ends.low), high: count === n ? 1 : Math.max(p, ends.high) }
}
