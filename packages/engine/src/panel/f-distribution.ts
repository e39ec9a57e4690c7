/** Fisher's F distribution, through the regularised incomplete beta function. */

/** ln Γ(x), x > 0: Lanczos' approximation with g = 7 and 9 terms (Godfrey 2001), about 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const series = LANCZOS.reduce((sum, term, i) => sum + (i === 0 ? term : term / (x - 1 + i)), 0)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series)
}

/** Away from 0, as Lentz's algorithm needs its denominators. */
const away = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by the modified Lentz algorithm. */
const fraction = (x: number, a: number, b: number): number => {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return value
}

/** I_x(a, b), the distribution function of Beta(a, b). `rest` is 1 − x, which x near 1 has no digits left for. */
const betaBelow = ({ x, rest }: { x: number; rest: number }, a: number, b: number): number => {
  if (x <= 0) return 0
  if (rest <= 0) return 1
  const log = (part: number, other: number) => (part < 0.5 ? Math.log(part) : Math.log1p(-other))
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x, rest) + b * log(rest, x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(rest, b, a)) / b
}

/** P(F ≥ f) with `d1` and `d2` degrees of freedom (need not be whole): I_{d2/(d2 + d1 f)}(d2/2, d1/2). */
export const fAbove = (f: number, d1: number, d2: number): number => {
  if (!(f > 0)) return 1
  const odds = (d1 / d2) * f
  if (odds === Number.POSITIVE_INFINITY) return 0
  return betaBelow({ x: 1 / (1 + odds), rest: odds / (1 + odds) }, d2 / 2, d1 / 2)
}

/** The value that F exceeds with probability `above`, 0 < above < 1, by bisection to the last bits. */
export const fExceeded = (above: number, d1: number, d2: number): number => {
  let low = 0
  let high = 1
  while (fAbove(high, d1, d2) > above) {
    low = high
    high *= 2
  }
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (fAbove(middle, d1, d2) > above) low = middle
    else high = middle
  }
  return (low + high) / 2
}
