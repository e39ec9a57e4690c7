import { type Constraint, solve } from 'yalps'

/** Least and most of the whole that each part may have. */
export type ShareBounds = { least: number; most: number }

/** Below this the solver takes a number for 0; its own default would cost half of the digits. */
const PRECISION = 1e-13

/**
 * The shares, summing to 1, under which the highest of Σ share · ratio is least: the linear programme that maximises Σu over
 * u ≥ 0 with Σu·ratio ≤ 1 for each of `ratios` and least·Σu ≤ u ≤ most·Σu, divided by that sum.
 *
 * @returns null where the solver ended without an optimum
 */
export const sharesUnder = (
  ratios: readonly Float64Array[],
  { least, most }: ShareBounds,
): Float64Array | null => {
  const width = ratios[0]?.length ?? 0
  const constraints = new Map<string, Constraint>(ratios.map((_, j) => [`ratio${j}`, { max: 1 }]))
  const parts = Array.from({ length: width }, (_, c) => c)
  for (const c of parts) {
    if (least > 0) constraints.set(`least${c}`, { min: 0 })
    if (most < 1) constraints.set(`most${c}`, { max: 0 })
  }
  const variables = parts.map((c): [number, Map<string, number>] => {
    const column = new Map([['sum', 1]])
    for (const [j, ratio] of ratios.entries()) column.set(`ratio${j}`, ratio[c] as number)
    for (const other of parts) {
      const own = other === c ? 1 : 0
      if (least > 0) column.set(`least${other}`, own - least)
      if (most < 1) column.set(`most${other}`, own - most)
    }
    return [c, column]
  })
  const { status, variables: found } = solve(
    { objective: 'sum', constraints, variables },
    { precision: PRECISION, checkCycles: true },
  )
  if (status !== 'optimal') return null
  const shares = new Float64Array(width)
  let sum = 0
  for (const [c, u] of found) {
    shares[c] = u
    sum += u
  }
  return shares.map(u => u / sum)
}
