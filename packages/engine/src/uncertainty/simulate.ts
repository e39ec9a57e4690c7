/** The one place where runs are scored. */
import { RubricError } from '@tumstock/rubric/error'
import { type KernelRuns, kernelRunsOf } from './kernel-runs.ts'
import { drawMarks } from './marks.ts'
import type { Model, Ranked } from './model.ts'
import { isMountable } from './mount.ts'
import type { Program } from './program.ts'
import { type RankRoom, rankInto, rankRoom } from './rank-run.ts'
import type { Each, Points, Range, Runnable, Runs } from './runs.ts'
import { type RunRoom, runRoom, scoreRun } from './score-run.ts'
import { byChoice } from './slices.ts'
import { addNoise } from './weights.ts'

/**
 * Scores and ranks runs. The coordinate u of an assumption with k alternatives takes the one at ⌊u·k⌋; of weights and marks
 * it is the key of a random stream. Who is ranked, and what is missing, is decided once for each combination of alternatives
 * at its own weights. Ties share the smaller rank; the rubric's `tieBreak` is not applied.
 *
 * @param each called once for each run, those of the same alternatives one after the other
 * @throws RubricError before the first run where a combination of alternatives that one of them has cannot be scored
 */
export const simulate = (model: Runnable, points: Points, { from, to }: Range, each: Each): void => {
  for (const runs of byProgram(model, points, { from, to })) scoreRuns(model, runs, points, each)
}

/** Scores and ranks runs of one program, on the kernel where it knows all that they compute. */
export const scoreRuns = (model: Runnable, runs: Runs, points: Points, each: Each): void => {
  if (isMountable(runs.program)) kernelRunsFor(model)(runs, points, each)
  else plainRuns(model, runs, points, each)
}

/** A model's kernel is made when a run first needs it, and goes with the model. */
const kernels = new WeakMap<Runnable, KernelRuns>()

const kernelRunsFor = (model: Runnable): KernelRuns => {
  const kernelRuns = kernels.get(model) ?? kernelRunsOf(model)
  kernels.set(model, kernelRuns)
  return kernelRuns
}

/** In plain TypeScript: for ways to combine that the kernel does not know, and what it is held to. */
export const plainRuns = (model: Runnable, { program, runs }: Runs, points: Points, each: Each): void => {
  const point = new Float64Array(model.factors)
  const room = roomOf(program)
  for (const run of runs) {
    points(run, point)
    const weights = program.weights.slice()
    for (const noise of model.noises) addNoise(noise, point[noise.factor] as number, weights)
    if (model.marks)
      drawMarks(model.marks.panels, point[model.marks.factor] as number, program, room.run.values)
    scoreAndRank(program, weights, room)
    each(run, room.scores, room.ranks)
  }
}

/** A run that is given instead of drawn. */
export type Given = {
  /** By assumption, the index of its alternative; nothing is read at the place of weights and marks. */
  alternatives: ArrayLike<number>
  /** Own weight by criterion path, in place of what the rubric has; the rest keep theirs. */
  weights?: Readonly<Record<string, number>>
}

/**
 * Scores and ranks one given run, to replay a sample or to change one thing at a time. Marks are as they were given.
 *
 * @throws RubricError `unknown-path` for a weight of nothing, `not-positive` where a total cannot be computed under the given
 * weights, and as `simulate`
 */
export const runWith = (model: Model, { alternatives, weights: changes = {} }: Given): Ranked => {
  const chosen = model.alternatives.map((count, factor) =>
    count === 0 ? 0 : (alternatives[factor] as number),
  )
  const program = model.programAt(chosen)
  const weights = program.weights.slice()
  for (const [path, weight] of Object.entries(changes)) {
    const index = model.plan.indexByPath.get(path)
    if (index === undefined)
      throw new RubricError({
        code: 'unknown-path',
        rubric: model.plan.rubric,
        path,
        says: 'no such criterion to weight.',
      })
    weights[index] = weight
  }
  const room = roomOf(program)
  scoreAndRank(program, weights, room)
  const lost = program.ranked.find(i => Number.isNaN(room.scores[i]))
  if (lost !== undefined)
    throw new RubricError({
      code: 'not-positive',
      rubric: model.plan.rubric,
      says: `"${model.ids[lost]}" has no total under these weights: a part of a mean that needs 0 and above is below it.`,
    })
  return { scores: room.scores, ranks: room.ranks }
}

type Room = Ranked & { run: RunRoom; rank: RankRoom }

const roomOf = (program: Program): Room => ({
  run: runRoom(program),
  rank: rankRoom(program.shown.length),
  scores: new Float64Array(program.shown.length).fill(Number.NaN),
  ranks: new Int32Array(program.shown.length),
})

const scoreAndRank = (program: Program, weights: Float64Array, { run, rank, scores, ranks }: Room): void => {
  const total = scoreRun(program, weights, run)
  for (const i of program.ranked) scores[i] = total[program.shown[i] as number] as number
  rankInto(scores, program.ranked, ranks, rank)
}

/** The runs of each combination of alternatives that one of them has, with its program. */
const byProgram = (model: Runnable, points: Points, range: Range): Runs[] =>
  [...byChoice(model, points, range).values()].map(({ chosen, runs }) => ({
    program: model.programAt(chosen),
    runs,
  }))
