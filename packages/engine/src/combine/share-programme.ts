/** The shares that hold the highest of several sums down as far as can be. */
import { Matrix, solve as solveLeastSquares } from 'ml-matrix'
import { type Constraint, solve } from 'yalps'

/** What the solver takes for 0; it also rounds its answer to it, which `polished` makes up for. */
const PRECISION = 1e-10

/** Sums of shares such as 3 · ⅓ miss 1 by the last bits only. */
export const EXACT = 1e-9

/** How near to its limit a sum or a share stands that the solver left at it. */
const NEAR = 1e-7

/**
 * Shares ≥ 0, each at most `most` and summing to 1, under which the highest of the sums Σ share · row over all `rows` is
 * least. Rows are above or at 0.
 *
 * By linear programming: shares divided by that highest sum are the u ≥ 0 that maximise Σu with Σu·row ≤ 1 for every row and
 * u ≤ most·Σu. What the solver finds tight is solved once more as equations, to the precision of numbers.
 *
 * @returns null where the solver ended without an optimum
 */
export const sharesUnder = (rows: readonly Float64Array[], most: number): Float64Array | null => {
  const width = rows[0]?.length ?? 0
  if (width * most <= 1 + EXACT) return new Float64Array(width).fill(1 / width)
  const parts = Array.from({ length: width }, (_, c) => c)
  const bounded = most < 1
  const constraints = new Map<string, Constraint>(rows.map((_, j) => [`row${j}`, { max: 1 }]))
  if (bounded) for (const c of parts) constraints.set(`most${c}`, { max: 0 })
  const variables = parts.map((c): [number, Map<string, number>] => {
    const column = new Map([
      ['sum', 1],
      ...rows.map((row, j): [string, number] => [`row${j}`, row[c] as number]),
    ])
    if (bounded) for (const other of parts) column.set(`most${other}`, (other === c ? 1 : 0) - most)
    return [c, column]
  })
  const options = { precision: PRECISION, checkCycles: true, includeZeroVariables: true }
  const { status, result, variables: found } = solve({ objective: 'sum', constraints, variables }, options)
  if (status !== 'optimal' || !(result > 0)) return null
  const shares = Float64Array.from(found, ([, u]) => u / result)
  const exact = polished(rows, most, shares)
  return highestSum(rows, exact) <= highestSum(rows, shares) * (1 + NEAR) ? exact : shares
}

export const highestSum = (rows: readonly Float64Array[], shares: Float64Array): number =>
  Math.max(...rows.map(row => sumOf(row, shares)))

export const sumOf = (row: Float64Array, shares: Float64Array): number => {
  let sum = 0
  for (let c = 0; c < shares.length; c++) sum += (shares[c] as number) * (row[c] as number)
  return sum
}

/** The shares at which the sums that are highest are equal, with those at 0 and at their most left there. */
const polished = (rows: readonly Float64Array[], most: number, shares: Float64Array): Float64Array => {
  const highest = highestSum(rows, shares)
  const tight = rows.filter(row => sumOf(row, shares) >= highest * (1 - NEAR))
  const settled = shares.map(share => (share <= NEAR ? 0 : share >= most - NEAR ? most : Number.NaN))
  const free = [...settled.keys()].filter(c => Number.isNaN(settled[c]))
  if (free.length === 0) return settled
  const fixed = settled.map(share => (Number.isNaN(share) ? 0 : share))
  // Unknown are the free shares and, last, the highest sum.
  const left = tight.map(row => [...free.map(c => row[c] as number), -1])
  const right = tight.map(row => [-sumOf(row, fixed)])
  const sum = [...free.map(() => 1), 0]
  const rest = 1 - fixed.reduce((total, share) => total + share, 0)
  const solution = solveLeastSquares(new Matrix([...left, sum]), new Matrix([...right, [rest]]), true)
  for (const [i, c] of free.entries()) settled[c] = solution.get(i, 0)
  return settled.map(share => Math.min(most, Math.max(0, share)))
}
