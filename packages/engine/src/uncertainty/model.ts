/** A rubric, its data and what is assumed, checked and made ready for runs. */
import { nameOf, RubricError } from '@tumstock/rubric/error'
import { compile, type Plan } from '../score/plan.ts'
import { type NodeResult, SCORED } from '../score/results.ts'
import { type Assumption, parseAssumptions } from './assumptions.ts'
import { checkPlaces } from './check-places.ts'
import { panelsOf } from './marks.ts'
import { placesWhere } from './places-where.ts'
import { rankInto, rankRoom } from './rank-run.ts'
import type { Runnable } from './runs.ts'
import { structuresOf } from './structures.ts'
import type { Subject } from './subject.ts'
import { noiseOf } from './weights.ts'

/** Scores (1 is shown as the scale's `max`; NaN without a total) and ranks (1 is best, 0 without a total) by entry. */
export type Ranked = { scores: Float64Array; ranks: Int32Array }

export type Model = Runnable & {
  plan: Plan
  /** The entries that are analysed, in the order of the data. */
  ids: readonly string[]
  /** As the rubric has it, ranked as runs are: by the total alone, without the rubric's `tieBreak`. */
  nominal: Ranked
}

/**
 * @param options `category`: only its entries are analysed, and ranked among themselves. Rules and ways to combine that
 * compare entries still compare all.
 * @throws RubricError `bad-assumption`, `unknown-path`, `unknown-category`, and whatever compiling or scoring the rubric
 * as it stands throws or finds wrong with an entry
 */
export const modelOf = (
  subject: Subject,
  assumptions: readonly Assumption[],
  options: { category?: string } = {},
): Model => {
  const { rubric, data } = subject
  const plan = compile(rubric)
  const parsed = parseAssumptions(assumptions, nameOf(rubric))
  checkPlaces(rubric, plan, parsed)
  const analysed = entriesOf(plan, subject, options.category)
  const noises = parsed.flatMap((one, i) => (one.vary === 'weights' ? [noiseOf(plan, i, one)] : []))
  const structures = structuresOf({ subject, plan, assumptions: parsed, noises, analysed })
  if (
    !Number.isSafeInteger(structures.alternatives.reduce((product, count) => product * Math.max(1, count), 1))
  )
    throw new RubricError({
      code: 'bad-assumption',
      rubric: plan.rubric,
      path: 'assumptions',
      says: 'more combinations of alternatives than can be told apart. Vary less at once.',
    })
  const factor = parsed.findIndex(({ vary }) => vary === 'marks')
  return {
    plan,
    ids: Array.from(analysed, e => data.ids[e] as string),
    units: analysed.length,
    nodes: plan.nodes.length,
    factors: parsed.length,
    alternatives: structures.alternatives,
    noises,
    marks: factor === -1 ? null : { factor, panels: panelsOf(plan, data) },
    nominal: nominalOf(structures.total, analysed),
    programAt: structures.programAt,
  }
}

const entriesOf = (plan: Plan, { data }: Subject, category: string | undefined): Int32Array => {
  const all = Int32Array.from(data.ids.keys()).filter(e => data.unranked?.[e] !== 1)
  if (category === undefined) return all
  const index = plan.categories.indexOf(category)
  if (index === -1)
    throw new RubricError({
      code: 'unknown-category',
      rubric: plan.rubric,
      says: `no category "${category}" to rank within. Defined: ${plan.categories.join(', ') || 'none'}.`,
    })
  return all.filter(e => data.category[e] === index)
}

const nominalOf = ({ values, outcomes }: NodeResult, analysed: Int32Array): Ranked => {
  const scores = new Float64Array(analysed.length)
  for (let i = 0; i < scores.length; i++) scores[i] = values[analysed[i] as number] as number
  const ranks = new Int32Array(scores.length)
  const ranked = placesWhere(scores.length, i => outcomes[analysed[i] as number] === SCORED)
  rankInto(scores, ranked, ranks, rankRoom(scores.length))
  return { scores, ranks }
}
