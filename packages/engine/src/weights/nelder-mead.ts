/** A minimum of a function of several numbers, without its derivatives. */

export type Minimum = {
  at: readonly number[]
  value: number
  /** Times that the function was called. */
  calls: number
  /** False when it ran out of calls: the value is the best so far. */
  converged: boolean
}

export type Stop = { tolerance: number; calls: number }

type Vertex = { at: readonly number[]; value: number }

/**
 * Nelder and Mead's simplex search with Nash's steps: reflect the worst vertex in the centre of the others; if that is the
 * best so far, stretch on; if it is not better than the best, contract; if that does not help either, shrink to the best.
 * The first simplex goes a tenth of the largest starting value along each axis. Ends when the worst and best vertex are
 * within tolerance·(|f(start)| + tolerance). Where the function is not finite, it is taken as very large: a wall.
 * Source: Nelder & Mead, Computer Journal 7 (1965); Nash, *Compact Numerical Methods for Computers* (1990), algorithm 19,
 * which R's `optim` uses too, so that both go the same way.
 */
export const nelderMead = (
  f: (at: readonly number[]) => number,
  start: readonly number[],
  { tolerance, calls: most }: Stop,
): Minimum => {
  let calls = 0
  const at = (point: readonly number[]): Vertex => {
    calls++
    const value = f(point)
    return { at: point, value: Number.isFinite(value) ? value : WALL }
  }
  const first = at(start)
  const near = tolerance * (Math.abs(first.value) + tolerance)
  let simplex = [first, ...around(start).map(at)]
  let size = sizeOf(simplex, first)

  for (;;) {
    const best = simplex.reduce((a, b) => (b.value < a.value ? b : a))
    const worst = simplex.reduce((a, b) => (b.value > a.value ? b : a))
    const converged = worst.value <= best.value + near
    if (converged || calls > most) return { at: best.at, value: best.value, calls, converged }
    const centre = centreOf(simplex.filter(vertex => vertex !== worst))
    const replace = (by: Vertex): Vertex[] => simplex.map(vertex => (vertex === worst ? by : vertex))

    const reflected = at(between(worst.at, centre, 2))
    if (reflected.value < best.value) {
      const stretched = at(between(centre, reflected.at, 2))
      simplex = replace(stretched.value < reflected.value ? stretched : reflected)
      continue
    }
    const outside = reflected.value < worst.value ? reflected : worst
    const contracted = at(between(outside.at, centre, 0.5))
    if (contracted.value < outside.value) simplex = replace(contracted)
    else if (outside === reflected) simplex = replace(reflected)
    else {
      simplex = simplex.map(vertex => (vertex === best ? best : at(between(vertex.at, best.at, 0.5))))
      const shrunk = sizeOf(simplex, best)
      if (shrunk >= size) return { at: best.at, value: best.value, calls, converged: true }
      size = shrunk
    }
  }
}

const WALL = 1e35

/** The point that lies `times` as far from a as b does. */
const between = (a: readonly number[], b: readonly number[], times: number): number[] =>
  a.map((value, i) => (1 - times) * value + times * (b[i] as number))

const around = (start: readonly number[]): number[][] => {
  const step = 0.1 * Math.max(...start.map(Math.abs)) || 0.1
  return start.map((_, axis) => start.map((value, i) => (i === axis ? value + step : value)))
}

const centreOf = (vertices: readonly Vertex[]): number[] =>
  (vertices[0]?.at ?? []).map(
    (_, i) => vertices.reduce((sum, { at }) => sum + (at[i] as number), 0) / vertices.length,
  )

const sizeOf = (simplex: readonly Vertex[], from: Vertex): number =>
  simplex.reduce(
    (sum, { at }) => at.reduce((far, value, i) => far + Math.abs(value - (from.at[i] as number)), sum),
    0,
  )
