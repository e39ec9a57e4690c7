/** The shares that hold the highest of several sums down as far as can be. */
import { Matrix, solve as solveLeastSquares } from 'ml-matrix'
import { type Constraint, solve } from 'yalps'

/** What the solver takes for 0; it also rounds its answer to it, which `polished` makes up for. */
const PRECISION = 1e-11

/** Sums of shares such as 3 · ⅓ miss 1 by the last bits only. */
export const EXACT = 1e-9

/** How near to its limit a sum or a share stands that the solver left at it. */
const NEAR = 1e-7

/** How far the solver's own sum may be off, where a share stands beyond its most by its rounding. */
const FAR = 1e-5

/**
 * Shares ≥ 0, each at most `most` and summing to 1, under which the highest of the sums Σ share · row over all `rows` is
 * least. Rows are above or at 0.
 *
 * By linear programming: shares divided by that highest sum are the u ≥ 0 that maximise Σu with Σu·row ≤ 1 for every row and
 * u ≤ most·Σu.
 *
 * @returns good to about nine digits (see `polished`); null where the solver ended without an optimum
 */
export const sharesUnder = (rows: readonly Float64Array[], most: number): Float64Array | null => {
  const width = rows[0]?.length ?? 0
  if (width * most <= 1 + EXACT) return new Float64Array(width).fill(1 / width)
  const parts = Array.from({ length: width }, (_, c) => c)
  // Each unknown in parts of what its column can come to, so that the solver's rounding is small beside every sum.
  const scale = greatestByColumn(rows)
  const bounded = most < 1
  const constraints = new Map<string, Constraint>(rows.map((_, j) => [`row${j}`, { max: 1 }]))
  if (bounded) for (const c of parts) constraints.set(`most${c}`, { max: 0 })
  const variables = parts.map((c): [number, Map<string, number>] => {
    const unit = 1 / (scale[c] as number)
    const column = new Map([['sum', unit]])
    for (const [j, row] of rows.entries()) column.set(`row${j}`, unit * (row[c] as number))
    if (bounded) for (const other of parts) column.set(`most${other}`, unit * ((other === c ? 1 : 0) - most))
    return [c, column]
  })
  const options = { precision: PRECISION, checkCycles: true, includeZeroVariables: true }
  const { status, result, variables: found } = solve({ objective: 'sum', constraints, variables }, options)
  if (status !== 'optimal' || !(result > 0)) return null
  const parted = Float64Array.from(found, ([, value], c) => value / (scale[c] as number))
  const sum = parted.reduce((total, part) => total + part, 0)
  const shares = parted.map(part => part / sum)
  // An answer that is not what it says: shares beyond their most, or another sum than was maximised.
  const highest = highestSum(rows, shares)
  const isWithin = shares.every((share, c) => share <= most + Math.max(NEAR, nearOf(scale, c, highest)))
  return isWithin && Math.abs(highest * sum - 1) <= FAR ? shares : null
}

/** How near to its limit a share may stand where its column is too small for more to be told by the sums. */
const nearOf = (scale: Float64Array, c: number, highest: number): number =>
  (NEAR * highest) / (scale[c] as number)

const greatestByColumn = (rows: readonly Float64Array[]): Float64Array => {
  const greatest = new Float64Array(rows[0]?.length ?? 0)
  for (const row of rows)
    for (let c = 0; c < greatest.length; c++) greatest[c] = Math.max(greatest[c] as number, row[c] as number)
  return greatest
}

export const highestSum = (rows: readonly Float64Array[], shares: Float64Array): number =>
  Math.max(...rows.map(row => sumOf(row, shares)))

export const sumOf = (row: Float64Array, shares: Float64Array): number => {
  let sum = 0
  for (let c = 0; c < shares.length; c++) sum += (shares[c] as number) * (row[c] as number)
  return sum
}

/**
 * The same shares to the precision of numbers: where the highest sums are equal, with those at 0 and at their most left
 * there, as equations.
 */
export const polished = (rows: readonly Float64Array[], most: number, shares: Float64Array): Float64Array => {
  const highest = highestSum(rows, shares)
  const tight = rows.filter(row => sumOf(row, shares) >= highest * (1 - NEAR))
  const scale = greatestByColumn(rows)
  const settled = shares.map((share, c) => {
    const near = nearOf(scale, c, highest)
    return share <= near ? 0 : share >= most - near ? most : Number.NaN
  })
  const free = [...settled.keys()].filter(c => Number.isNaN(settled[c]))
  if (free.length === 0) return settled
  // More unknowns than equations: what looks free is at its limit, and nothing is to be gained.
  if (tight.length < free.length) return shares
  const fixed = settled.map(share => (Number.isNaN(share) ? 0 : share))
  // Unknown are the free shares and, last, the highest sum.
  const left = tight.map(row => [...free.map(c => row[c] as number), -1])
  const right = tight.map(row => [-sumOf(row, fixed)])
  const rest = 1 - fixed.reduce((total, share) => total + share, 0)
  const solution = solveLeastSquares(
    new Matrix([...left, [...free.map(() => 1), 0]]),
    new Matrix([...right, [rest]]),
    true,
  )
  for (const [i, c] of free.entries()) settled[c] = Math.min(most, Math.max(0, solution.get(i, 0)))
  return highestSum(rows, settled) <= highest * (1 + FAR) ? settled : shares
}
