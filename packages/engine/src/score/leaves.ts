/** Stage one: the value of every leaf for every entry. Does not depend on weights. */
import { RubricError } from '@tumstock/rubric/error'
import type { Prepared } from '../steps/prepare.ts'
import { preparedOf } from '../steps/prepared.ts'
import { ANSWERED, type Data, NOT_APPLICABLE as GAP_NOT_APPLICABLE } from './data.ts'
import type { Calls } from './functions.ts'
import type { Plan, PlanLeaf } from './plan.ts'
import { emptyPresence, gapsOf, imputedIn, type Presence, presenceOf, settle } from './present.ts'
import {
  ERROR,
  NOT_APPLICABLE,
  type NodeResult,
  SCORED,
  type ScoringFault,
  UNANSWERED,
  UNVERIFIED,
} from './results.ts'
import { type Sources, valuesInto } from './valuer.ts'

export type Leaves = {
  entries: number
  /** By node index; null for groups. */
  byNode: readonly (NodeResult | null)[]
  errors: readonly ScoringFault[]
}

/**
 * Scores the leaves, after the rubric's steps.
 *
 * @param data as tabulated, before any step
 * @param calls results of the rubric's functions, from `callFunctions` or from the process that runs them
 * @throws RubricError `function-unknown` when a function criterion has no result in `calls`; `unknown-read` when a step names
 * what is no indicator. What goes wrong with one criterion of one entry is not thrown: it is that entry's outcome.
 */
export const scoreLeaves = (plan: Plan, data: Data, calls?: Calls): Leaves =>
  scorePrepared(plan, preparedOf(plan, data), calls)

/**
 * Scores the leaves of data whose steps have been run.
 *
 * @throws RubricError `function-unknown` when a function criterion has no result in `calls`
 */
export const scorePrepared = (
  plan: Plan,
  { data, among, faults }: Pick<Prepared, 'data' | 'among' | 'faults'>,
  calls: Calls = new Map(),
): Leaves => {
  const errors: ScoringFault[] = []
  const presence = emptyPresence(data.ids.length)
  const given = { data, among, calls, faults, presence, errors }
  const results = emptyResults(plan, data.ids.length)
  const byNode = plan.nodes.map(node =>
    node.kind === 'leaf' ? scoreLeaf(plan, node, given, results.next().value as NodeResult) : null,
  )
  return { entries: data.ids.length, byNode, errors }
}

type Given = Sources & { faults: Prepared['faults']; presence: Presence; errors: ScoringFault[] }

/** Columns for all leaves, cut from three blocks of memory: many small ones cost more than what is put into them. */
function* emptyResults(plan: Plan, n: number): Generator<NodeResult> {
  const leaves = plan.nodes.filter(node => node.kind === 'leaf')
  const values = new Float64Array(n * leaves.length)
  const outcomes = new Uint8Array(n * leaves.length)
  const coverage = new Float64Array(n * leaves.length)
  for (const [i, { path }] of leaves.entries()) {
    const [from, to] = [i * n, (i + 1) * n]
    yield {
      path,
      values: values.subarray(from, to),
      outcomes: outcomes.subarray(from, to),
      coverage: coverage.subarray(from, to),
    }
  }
}

const scoreLeaf = (plan: Plan, leaf: PlanLeaf, given: Given, result: NodeResult): NodeResult => {
  const unplaced = valuesInto(plan, leaf, given, result.values)
  if (leaf.reads.length > 1) settleSeveral(leaf, result, presenceOf(leaf, given.data, given.presence))
  else settleOne(leaf, result, given.data)
  const faults = unplaced.size > 0 ? unplaced : unbounded(plan, leaf, result)
  if (faults.size > 0 || given.faults.length > 0) markFaults(leaf, result, faults, given)
  return result
}

/** A leaf that reads one thing has it or has not: its policy comes down to `zero` or not. */
const settleOne = (leaf: PlanLeaf, { values, outcomes, coverage }: NodeResult, data: Data): void => {
  const gaps = gapsOf(leaf, data)
  const zero = leaf.missing === 'zero'
  const missing = outcomeOfMissing(leaf)
  // A rule on numbers has a value for every number; points and functions may have none for an answer.
  const mayBeNone =
    leaf.scoring.by === 'points' || leaf.scoring.by === 'function' || leaf.scoring.by === 'panel'
  coverage.fill(1)
  for (let e = 0; e < gaps.length; e++) {
    const gap = gaps[e]
    if (gap === ANSWERED && !(mayBeNone && Number.isNaN(values[e]))) continue
    if (gap !== ANSWERED) coverage[e] = 0
    values[e] = Number.NaN
    if (gap === GAP_NOT_APPLICABLE) outcomes[e] = NOT_APPLICABLE
    else if (zero) values[e] = 0
    else outcomes[e] = missing
  }
  const imputed = imputedIn(data, leaf.reads[0]?.id ?? '')
  if (imputed) for (let e = 0; e < gaps.length; e++) if (imputed[e]) coverage[e] = 0
}

const settleSeveral = (
  leaf: PlanLeaf,
  { values, outcomes, coverage }: NodeResult,
  presence: Presence,
): void => {
  const { applicable, present, observed } = presence
  for (let e = 0; e < values.length; e++) {
    const whole = applicable[e] as number
    if (whole === 0) {
      values[e] = Number.NaN
      outcomes[e] = NOT_APPLICABLE
      continue
    }
    const part = present[e] as number
    coverage[e] = (observed[e] as number) / whole
    const verdict = settle(leaf.missing, part, whole)
    if (verdict === 'compute' && !Number.isNaN(values[e])) continue
    const zero = leaf.missing === 'zero'
    values[e] = zero ? 0 : Number.NaN
    outcomes[e] = zero ? SCORED : outcomeOfMissing(leaf)
  }
}

const outcomeOfMissing = ({ scoring }: PlanLeaf): number => (scoring.by === 'panel' ? UNVERIFIED : UNANSWERED)

/** Further out, sums and powers of values leave the range of numbers. */
const FARTHEST = 1e100

/** Values that a step or an open rule has brought out of what can be computed with. */
const unbounded = (
  { rubric }: Plan,
  { path, reads }: PlanLeaf,
  { values, outcomes }: NodeResult,
): ReadonlyMap<number, RubricError> => {
  const faults = new Map<number, RubricError>()
  for (let e = 0; e < values.length; e++) {
    if (Math.abs(values[e] as number) <= FARTHEST || outcomes[e] !== SCORED) continue
    const says = `"${reads[0]?.id}" comes to ${values[e]}, beyond what can be computed with. Allowed: -${FARTHEST} to ${FARTHEST}.`
    faults.set(e, new RubricError({ code: 'no-number', rubric, path, says }))
  }
  return faults
}

/** What a rule or a step could not compute, for entries that the criterion applies to and would have computed. */
const markFaults = (
  leaf: PlanLeaf,
  { path, values, outcomes }: NodeResult,
  faults: ReadonlyMap<number, RubricError>,
  { faults: prepared, errors }: Given,
): void => {
  const all = new Map(faults)
  for (const { indicators, entries, error } of prepared)
    if (leaf.reads.some(({ id }) => indicators.includes(id))) for (const e of entries) all.set(e, error)
  for (const entry of [...all.keys()].sort((a, b) => a - b)) {
    if (outcomes[entry] === NOT_APPLICABLE) continue
    values[entry] = Number.NaN
    outcomes[entry] = ERROR
    errors.push({ path, entry, error: all.get(entry) as RubricError })
  }
}
