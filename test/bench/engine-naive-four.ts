/** Four assumptions at once by plain loops: what a careful reader would write first, every run from the numbers on. */

import { compile } from '@tumstock/engine/plan'
import { prepare } from '@tumstock/engine/prepare'
import type { Subject } from '@tumstock/engine/subject'
import { type NaiveStatistics, statisticsOf } from './engine-naive.ts'
import { seeded } from './engine-world.ts'

/** Numbers by indicator as they are before treatment, and the tree above them; places are those of the plan. */
export type NaiveIndex = {
  units: number
  leaves: readonly { node: number; numbers: readonly number[]; lowerIsBetter: boolean }[]
  /** Children first. */
  groups: readonly { node: number; children: readonly number[] }[]
  weights: readonly number[]
}

/** @param subject whose last step treats outliers, and lacks no numbers before it */
export function naiveIndexOf({ rubric, data }: Subject): NaiveIndex {
  const plan = compile(rubric)
  const { columns } = prepare({ ...plan, steps: plan.steps.slice(0, -1) }, data).data
  return {
    units: data.ids.length,
    leaves: plan.nodes.flatMap(node => {
      if (node.kind === 'group') return []
      const column = columns[node.reads[0]?.id ?? '']
      const numbers = column?.kind === 'number' ? [...column.values] : []
      return [{ node: node.index, numbers, lowerIsBetter: 'lowerIsBetter' in node.scoring }]
    }),
    groups: plan.nodes.flatMap(node =>
      node.kind === 'group' ? [{ node: node.index, children: node.children }] : [],
    ),
    weights: [...plan.weights],
  }
}

/** Runs with everything drawn, then the statistics of every unit's ranks. */
export function naiveFour(index: NaiveIndex, runs: number): NaiveStatistics[] {
  const random = seeded(4)
  const ranks = new Int32Array(index.units * runs)
  for (let run = 0; run < runs; run++)
    ranksOf(index, [random(), random(), random(), random()]).forEach((rank, u) => {
      ranks[u * runs + run] = rank
    })
  return Array.from({ length: index.units }, (_, u) => statisticsOf(ranks.subarray(u * runs, (u + 1) * runs)))
}

/** First and total order of each assumption: n rows of two points and one mixed point for each assumption. */
export function naiveSobol(index: NaiveIndex, n: number): { first: number; total: number }[] {
  const random = seeded(5)
  const nominal = ranksOf(index, null)
  const changeAt = (point: readonly number[]) =>
    ranksOf(index, point).reduce((sum, rank, u) => sum + Math.abs(rank - nominal[u]!), 0) / index.units
  const draw = () => Array.from({ length: n }, () => [random(), random(), random(), random()])
  const a = draw()
  const b = draw()
  const ya = a.map(changeAt)
  const yb = b.map(changeAt)
  const mean = [...ya, ...yb].reduce((sum, y) => sum + y, 0) / (2 * n)
  const variance = [...ya, ...yb].reduce((sum, y) => sum + (y - mean) ** 2, 0) / (2 * n)
  return [0, 1, 2, 3].map(factor => {
    const mixed = a.map((row, i) => changeAt(row.map((u, f) => (f === factor ? b[i]![f]! : u))))
    const first = mixed.reduce((sum, y, i) => sum + yb[i]! * (y - ya[i]!), 0) / n / variance
    const total = mixed.reduce((sum, y, i) => sum + (y - ya[i]!) ** 2, 0) / (2 * n) / variance
    return { first, total }
  })
}

/** @param point how many points are winsorised, how numbers are scaled, weights, how they are combined; null: as it is */
function ranksOf(index: NaiveIndex, point: readonly number[] | null): number[] {
  const [treating = 0.9, scaling = 0, weighting = 0, combining = 0] = point ?? []
  const random = seeded(Math.floor(weighting * 2 ** 32))
  const weights = index.weights.map(weight => weight * (point ? 1 + 0.25 * (2 * random() - 1) : 1))
  const values: number[][] = []
  for (const { node, numbers, lowerIsBetter } of index.leaves) {
    const treated = treat(numbers, 1 + Math.floor(treating * 5)).map(x => (lowerIsBetter ? -x : x))
    values[node] = scaling < 0.5 ? minmax(treated) : zscores(treated)
  }
  for (const { node, children } of index.groups) {
    const whole = children.reduce((sum, child) => sum + weights[child]!, 0)
    values[node] = Array.from({ length: index.units }, (_, u) => {
      let sum = 0
      for (const child of children) {
        const value = values[child]![u]!
        sum += weights[child]! * (combining < 0.5 ? value : Math.log(value))
      }
      return combining < 0.5 ? sum / whole : Math.exp(sum / whole)
    })
  }
  const scores = values[index.groups.at(-1)!.node]!
  const order = scores.map((_, u) => u).sort((x, y) => scores[y]! - scores[x]!)
  const ranks: number[] = []
  order.forEach((u, at) => {
    const before = order[at - 1]
    ranks[u] = before !== undefined && scores[before] === scores[u] ? ranks[before]! : at + 1
  })
  return ranks
}

function treat(numbers: readonly number[], most: number): readonly number[] {
  if (passes(numbers)) return numbers
  let winsorised = numbers
  for (let moved = 0; moved < most && !passes(winsorised); moved++) {
    const ascending = [...winsorised].sort((x, y) => x - y)
    if (shapeOf(winsorised).skewness > 0) {
      const high = ascending.findLast(x => x < ascending.at(-1)!)!
      winsorised = winsorised.map(x => Math.min(x, high))
    } else {
      const low = ascending.find(x => x > ascending[0]!)!
      winsorised = winsorised.map(x => Math.max(x, low))
    }
  }
  if (passes(winsorised)) return winsorised
  const least = Math.min(...numbers)
  const span = Math.max(...numbers) - least
  return numbers.map(x => Math.log(x - least + 0.01 * span))
}

function passes(numbers: readonly number[]): boolean {
  const { skewness, kurtosis } = shapeOf(numbers)
  return Math.abs(skewness) < 2 || kurtosis < 3.5
}

function shapeOf(numbers: readonly number[]): { skewness: number; kurtosis: number } {
  const n = numbers.length
  const mean = numbers.reduce((sum, x) => sum + x, 0) / n
  let [m2, m3, m4] = [0, 0, 0]
  for (const x of numbers) {
    const d = x - mean
    m2 += (d * d) / n
    m3 += (d * d * d) / n
    m4 += (d * d * d * d) / n
  }
  const excess = m4 / (m2 * m2) - 3
  return {
    skewness: (m3 / m2 ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2)),
    kurtosis: (((n + 1) * excess + 6) * (n - 1)) / ((n - 2) * (n - 3)),
  }
}

function minmax(numbers: readonly number[]): number[] {
  const least = Math.min(...numbers)
  const span = Math.max(...numbers) - least
  return numbers.map(x => 0.01 + (0.99 * (x - least)) / span)
}

function zscores(numbers: readonly number[]): number[] {
  const n = numbers.length
  const mean = numbers.reduce((sum, x) => sum + x, 0) / n
  const sd = Math.sqrt(numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1))
  return numbers.map(x => 0.1 + (0.02 * (x - mean)) / sd)
}
