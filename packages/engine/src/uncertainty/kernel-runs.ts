/** Runs on the kernel: the same numbers as `scoreRun` and `rankInto`, many runs at a time. */
import { type Kernel, newKernel, RUNS } from './kernel.ts'
import { drawMarks } from './marks.ts'
import { type Mounted, mount, PASS, sharedOf } from './mount.ts'
import type { Program } from './program.ts'
import { seedOf } from './random.ts'
import type { Each, Points, Runnable, Runs } from './runs.ts'

const DOUBLE = 8

/** Scores runs of one program. */
export type KernelRuns = (runs: Runs, points: Points, each: Each) => void

/** A kernel for one model, with what its programs share. */
export const kernelRunsOf = (model: Runnable): KernelRuns => {
  const kernel = newKernel()
  const shared = sharedOf(kernel, model.units, model.nodes)
  const nodes = model.noises.map(noise => {
    const at = kernel.reserve(noise.nodes.byteLength)
    new Int32Array(kernel.memory.buffer, at, noise.nodes.length).set(noise.nodes)
    return at
  })
  const known = new Map<Program, Mounted>()
  return ({ program, runs }, points, each) => {
    const mounted = known.get(program) ?? mount(shared, program, model.marks !== null)
    known.set(program, mounted)
    const views = viewsOf(kernel, mounted, model)
    // Marks that are drawn again stand once for each run of a batch.
    const size = model.marks ? RUNS : PASS
    for (let first = 0; first < runs.length; first += size)
      pass({ model, kernel, mounted, nodes, views, points }, runs.slice(first, first + size), each)
  }
}

/** What is written and read from outside while the memory stays where it is; arrays by run of a pass. */
type Views = {
  weights: Float64Array
  scores: readonly Float64Array[]
  ranks: Int32Array
  panels: readonly ReadonlyMap<number, Float64Array>[]
}

const viewsOf = ({ memory }: Kernel, mounted: Mounted, { units, nodes }: Runnable): Views => {
  const { program, entries } = mounted
  const row = (at: number, run: number) => new Float64Array(memory.buffer, at + run * entries * DOUBLE, units)
  const panelsOf = (run: number) =>
    new Map(
      program.panels.flatMap(({ node, column }) => {
        const at = mounted.panels.get(node)
        if (at === undefined) return []
        const values = row(at, run)
        values.set(column)
        return [[node, values]]
      }),
    )
  return {
    weights: new Float64Array(memory.buffer, mounted.weights, PASS * nodes),
    scores: Array.from({ length: PASS }, (_, run) => row(mounted.scores, run)),
    ranks: new Int32Array(memory.buffer, mounted.ranks, units).fill(0),
    panels: Array.from({ length: RUNS }, (_, run) => panelsOf(run)),
  }
}

type Passing = {
  model: Runnable
  kernel: Kernel
  mounted: Mounted
  /** Where the nodes of each noise are. */
  nodes: readonly number[]
  views: Views
  points: Points
}

const pass = (passing: Passing, runs: readonly number[], each: Each): void => {
  const { kernel, mounted, views } = passing
  const { program, patterns, entries, unranked } = mounted
  const batches = Math.ceil(runs.length / RUNS)
  drawRuns(passing, runs)
  for (let batch = 0; batch < batches; batch++)
    for (const { at, count, shares } of patterns)
      kernel.shares(at, count, batch * batchBytes(program), shares + batch * count * RUNS * DOUBLE)
  kernel.score(mounted.groups, program.groups.length, entries, batches)
  runs.forEach((run, i) => {
    const scores = views.scores[i] as Float64Array
    kernel.rank(scores.byteOffset, mounted.ranked, program.ranked.length, mounted.ranks, mounted.room)
    for (const place of unranked) scores[place] = Number.NaN
    each(run, scores, views.ranks)
  })
}

/** Bytes of the weights of one batch. */
const batchBytes = ({ weights }: Program): number => weights.length * RUNS * DOUBLE

const drawRuns = (
  { model, kernel, mounted, nodes, views, points }: Passing,
  runs: readonly number[],
): void => {
  const { program, weights } = mounted
  const point = new Float64Array(model.factors)
  program.weights.forEach((weight, node) => {
    for (let batch = 0; batch * RUNS < runs.length; batch++) {
      const first = (batch * program.weights.length + node) * RUNS
      views.weights.fill(weight, first, first + RUNS)
    }
  })
  runs.forEach((run, i) => {
    points(run, point)
    const lane = weights + Math.floor(i / RUNS) * batchBytes(program) + (i % RUNS) * DOUBLE
    model.noises.forEach(({ factor, by, nodes: moved }, n) => {
      const seed = seedOf(point[factor] as number)
      const at = nodes[n] as number
      kernel.noise(seed >>> 0, Math.floor(seed / 2 ** 32), factor, by, at, moved.length, lane)
    })
    if (model.marks) {
      const values = views.panels[i] as Views['panels'][number]
      drawMarks(model.marks.panels, point[model.marks.factor] as number, program, values)
    }
  })
}
