/** Chances of the levels of one mark, and the log-likelihood of many with its first and second derivatives. */
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import type { Facet } from './rasch-design.ts'

/** Measures in logits by element, and Fₕ (h = 1…m) by set of thresholds. */
export type Measures = Record<Facet, Float64Array> & { thresholds: readonly Float64Array[] }

/** One mark: where in each facet, its set of thresholds, and its level 0…m among those that occur. */
export type Observation = Record<Facet, number> & { set: number; level: number }

export const at = (values: ArrayLike<number>, i: number): number => values[i] as number

/** P(level 0…m), ∝ exp Σ_{h≤k} (η − Fₕ), with η the entry's measure less the assessor's and the criterion's. */
export const chancesOf = (eta: number, thresholds: Float64Array): Float64Array => {
  const logs = new Float64Array(thresholds.length + 1)
  let largest = 0
  for (let h = 0; h < thresholds.length; h++) {
    logs[h + 1] = at(logs, h) + eta - at(thresholds, h)
    largest = Math.max(largest, at(logs, h + 1))
  }
  const weights = logs.map(value => Math.exp(value - largest))
  const all = weights.reduce((sum, value) => sum + value, 0)
  return weights.map(value => value / all)
}

/** Mean and variance of the level. */
export const momentsOf = (chances: Float64Array): { mean: number; variance: number } => {
  let mean = 0
  for (let k = 1; k < chances.length; k++) mean += k * at(chances, k)
  let variance = 0
  for (let k = 0; k < chances.length; k++) variance += at(chances, k) * (k - mean) ** 2
  return { mean, variance }
}

export const etaOf = (measures: Measures, row: Record<Facet, number>): number =>
  at(measures.entries, row.entries) -
  at(measures.assessors, row.assessors) -
  at(measures.criteria, row.criteria)

export const logLikelihood = (rows: readonly Observation[], measures: Measures): number => {
  let total = 0
  for (const row of rows)
    total += Math.log(
      at(chancesOf(etaOf(measures, row), measures.thresholds[row.set] as Float64Array), row.level),
    )
  return total
}

/**
 * Where each free parameter beside the entries stands. What only shifts others is held at 0 and centred afterwards: the
 * first assessor, the first criterion (all, where each has thresholds of its own) and the very first threshold.
 */
export type Layout = {
  size: number
  assessor: (index: number) => number
  criterion: (index: number) => number
  threshold: (set: number, h: number) => number
}

export const layoutOf = (measures: Measures): Layout => {
  const assessors = measures.assessors.length - 1
  const criteria = measures.thresholds.length > 1 ? 0 : measures.criteria.length - 1
  const starts: number[] = []
  let size = assessors + criteria - 1
  for (const set of measures.thresholds) {
    starts.push(size)
    size += set.length
  }
  return {
    size,
    assessor: index => index - 1,
    criterion: index => (criteria === 0 || index === 0 ? -1 : assessors + index - 1),
    threshold: (set, h) => (set === 0 && h === 0 ? -1 : (starts[set] as number) + h),
  }
}

/**
 * One step of Newton's method: the change of the entries and of the other parameters, the entries (whose part of the
 * information is diagonal) eliminated first. Null where the information is not positive definite.
 */
export const newtonStep = (
  rows: readonly Observation[],
  measures: Measures,
  layout: Layout,
): { entries: Float64Array; others: Float64Array } | null => {
  const n = measures.entries.length
  const { size } = layout
  const slope = new Float64Array(n)
  const bend = new Float64Array(n)
  const otherSlope = new Float64Array(size)
  const cross = Matrix.zeros(n, size)
  const bends = Matrix.zeros(size, size)
  for (const row of rows) {
    const thresholds = measures.thresholds[row.set] as Float64Array
    const chances = chancesOf(etaOf(measures, row), thresholds)
    const { mean, variance } = momentsOf(chances)
    const gap = row.level - mean
    slope[row.entries] = at(slope, row.entries) + gap
    bend[row.entries] = at(bend, row.entries) + variance
    // Derivatives of this mark's η-part by each other parameter: −1 for a facet, for a threshold what reaching it adds.
    const touched: { place: number; slope: number; withLevel: number; h: number }[] = []
    for (const place of [layout.assessor(row.assessors), layout.criterion(row.criteria)])
      if (place >= 0) touched.push({ place, slope: gap, withLevel: variance, h: -1 })
    const reached = tails(chances)
    for (let h = 0; h < thresholds.length; h++) {
      const place = layout.threshold(row.set, h)
      if (place < 0) continue
      const reach = at(reached.chance, h)
      const slopeHere = (row.level > h ? 1 : 0) - reach
      touched.push({ place, slope: slopeHere, withLevel: at(reached.level, h) - reach * mean, h })
    }
    for (const one of touched) {
      otherSlope[one.place] = at(otherSlope, one.place) - one.slope
      cross.set(row.entries, one.place, cross.get(row.entries, one.place) - one.withLevel)
      for (const other of touched) {
        const value =
          one.h < 0
            ? other.withLevel
            : other.h < 0
              ? one.withLevel
              : at(reached.chance, Math.max(one.h, other.h)) -
                at(reached.chance, one.h) * at(reached.chance, other.h)
        bends.set(one.place, other.place, bends.get(one.place, other.place) + value)
      }
    }
  }
  return solve({ slope, bend, otherSlope, cross, bends })
}

/** P(level > h) and E(level · [level > h]), h = 0…m−1. */
const tails = (chances: Float64Array): { chance: Float64Array; level: Float64Array } => {
  const m = chances.length - 1
  const chance = new Float64Array(m)
  const level = new Float64Array(m)
  for (let h = m - 1; h >= 0; h--) {
    chance[h] = (h + 1 < m ? at(chance, h + 1) : 0) + at(chances, h + 1)
    level[h] = (h + 1 < m ? at(level, h + 1) : 0) + (h + 1) * at(chances, h + 1)
  }
  return { chance, level }
}

type System = {
  slope: Float64Array
  bend: Float64Array
  otherSlope: Float64Array
  cross: Matrix
  bends: Matrix
}

const solve = ({ slope, bend, otherSlope, cross, bends }: System) => {
  const scaled = cross.clone()
  for (const [i, value] of bend.entries()) scaled.mulRow(i, 1 / value)
  const reduced = bends.clone().sub(scaled.transpose().mmul(cross))
  // Symmetric but for rounding, which the decomposition would not forgive.
  const symmetric = Matrix.add(reduced, reduced.transpose()).div(2)
  const right = Matrix.columnVector(otherSlope).sub(scaled.transpose().mmul(Matrix.columnVector(slope)))
  const size = otherSlope.length
  let others = new Float64Array(0)
  if (size > 0) {
    const decomposition = new CholeskyDecomposition(symmetric)
    if (!decomposition.isPositiveDefinite()) return null
    others = Float64Array.from(decomposition.solve(right).to1DArray())
  }
  const entries = slope.map((value, i) => {
    let rest = value
    for (let j = 0; j < size; j++) rest -= cross.get(i, j) * at(others, j)
    return rest / at(bend, i)
  })
  return { entries, others }
}
