/** The uncertainty of weights by plain loops: what a careful reader would write first, over flat arrays. */
import { GROUPS, LEAVES, type Numbers, PER_GROUP, seeded } from './engine-world.ts'

export type NaiveStatistics = { mean: number; median: number; low: number; high: number; first: number }

/** Row by row the numbers of each unit, NaN where missing. */
export function tableOf(answers: readonly Numbers[]): Float64Array {
  const table = new Float64Array(answers.length * LEAVES)
  answers.forEach((row, u) => {
    for (let i = 0; i < LEAVES; i++) table[u * LEAVES + i] = row[`i${i}`] ?? Number.NaN
  })
  return table
}

/** Min–max, then per run: weights ±25 % on both levels, means of what is there, ranks; at the end the ranks' statistics. */
export function naiveUncertainty(table: Float64Array, runs: number): NaiveStatistics[] {
  const units = table.length / LEAVES
  const scaled = minmax(table, units)
  const random = seeded(3)
  const noisy = (weight: number) => weight * (1 + 0.25 * (2 * random() - 1))
  const ranks = new Int32Array(units * runs)
  const scores = new Float64Array(units)
  const order = new Int32Array(units)
  for (let run = 0; run < runs; run++) {
    const inner = Float64Array.from({ length: LEAVES }, (_, i) => noisy(1 + ((i % PER_GROUP) % 3)))
    const outer = Float64Array.from({ length: GROUPS }, (_, g) => noisy(1 + g))
    for (let u = 0; u < units; u++) scores[u] = scoreOf(scaled, u * LEAVES, inner, outer)
    for (let u = 0; u < units; u++) order[u] = u
    order.sort((a, b) => scores[b]! - scores[a]!)
    for (let at = 0; at < units; at++) {
      const tied = at > 0 && scores[order[at]!] === scores[order[at - 1]!]
      ranks[order[at]! * runs + run] = tied ? ranks[order[at - 1]! * runs + run]! : at + 1
    }
  }
  return Array.from({ length: units }, (_, u) => statisticsOf(ranks.subarray(u * runs, (u + 1) * runs)))
}

function minmax(table: Float64Array, units: number): Float64Array {
  const scaled = new Float64Array(table.length)
  for (let i = 0; i < LEAVES; i++) {
    let least = Number.POSITIVE_INFINITY
    let most = Number.NEGATIVE_INFINITY
    for (let u = 0; u < units; u++) {
      const value = table[u * LEAVES + i]!
      if (value < least) least = value
      if (value > most) most = value
    }
    for (let u = 0; u < units; u++) scaled[u * LEAVES + i] = (table[u * LEAVES + i]! - least) / (most - least)
  }
  return scaled
}

function scoreOf(scaled: Float64Array, from: number, inner: Float64Array, outer: Float64Array): number {
  let total = 0
  let whole = 0
  for (let g = 0; g < GROUPS; g++) {
    let sum = 0
    let weight = 0
    for (let i = g * PER_GROUP; i < (g + 1) * PER_GROUP; i++) {
      const value = scaled[from + i]!
      if (Number.isNaN(value)) continue
      sum += inner[i]! * value
      weight += inner[i]!
    }
    if (weight === 0) continue
    total += (outer[g]! * sum) / weight
    whole += outer[g]!
  }
  return total / whole
}

export function statisticsOf(ranks: Int32Array): NaiveStatistics {
  const sorted = ranks.toSorted()
  const at = (p: number) => {
    const place = (sorted.length - 1) * p
    const below = Math.floor(place)
    const value = sorted[below]!
    return place > below ? value + (place - below) * (sorted[below + 1]! - value) : value
  }
  let sum = 0
  let first = 0
  for (const rank of ranks) {
    sum += rank
    if (rank === 1) first++
  }
  return {
    mean: sum / ranks.length,
    median: at(0.5),
    low: at(0.05),
    high: at(0.95),
    first: first / ranks.length,
  }
}
