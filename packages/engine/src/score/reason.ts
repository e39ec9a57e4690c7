/** Machine-readable reasons for one node's result; the screens put them into words. */
import { DONT_KNOW, NOT_APPLICABLE as NOT_APPLICABLE_WORD } from '@tumstock/rubric/answers'
import { isRelative } from '@tumstock/rubric/relative'
import type { Prepared } from '../steps/prepare.ts'
import { leftOutOf, trailOf } from '../steps/trail.ts'
import { answerAt } from './answer-at.ts'
import { ascendingOf, midRank, momentsOf } from './basis.ts'
import { ANSWERED, NOT_APPLICABLE as GAP_NOT_APPLICABLE } from './data.ts'
import type { Plan, PlanGroup, PlanLeaf, PlanNode } from './plan.ts'
import { pointsOf } from './points.ts'
import { gapsOf } from './present.ts'
import { NOT_APPLICABLE, type NodeResult, type Reason, type Results, SCORED } from './results.ts'
import { numbersIn } from './valuer.ts'

/** The entry that is explained, with all that it was computed from. */
export type Case = { plan: Plan; prepared: Prepared; results: Results; entry: number }

export const resultOf = ({ plan, results }: Case, node: PlanNode): NodeResult =>
  node.index === plan.nodes.length - 1 ? results.total : (results.nodes.get(node.path) as NodeResult)

/** Why a node has the outcome and the value that it has. */
export const reasonOf = (from: Case, node: PlanNode, outcome: number): Reason => {
  const { prepared, results, entry } = from
  const { data } = prepared
  const fault = results.errors.find(error => error.path === node.path && error.entry === entry)
  if (fault) {
    const { code, path = node.path, message } = fault.error
    return { kind: 'error', code, at: path, message }
  }
  if (outcome === NOT_APPLICABLE) {
    const screened = leftOutOf(prepared, entry)
    if (screened) return { kind: 'notApplicable', why: 'leftOut', screened }
    const outside = node.kind === 'leaf' && node.appliesIn && !node.appliesIn[data.category[entry] as number]
    return {
      kind: 'notApplicable',
      why: outside || (node.kind === 'group' && allOutside(from, node)) ? 'category' : 'answer',
    }
  }
  if (node.kind === 'leaf') return ruleOf(from, node)
  const present = node.children.filter(
    index => resultOf(from, from.plan.nodes[index] as PlanNode).outcomes[entry] === SCORED,
  )
  return { kind: 'combine', combine: node.combine, present: present.length, missingPolicy: node.missing }
}

const allOutside = (from: Case, group: PlanGroup): boolean =>
  group.children.every(index => {
    const reason = reasonOf(from, from.plan.nodes[index] as PlanNode, NOT_APPLICABLE)
    return reason.kind === 'notApplicable' && reason.why === 'category'
  })

type RuleReason = Extract<Reason, { kind: 'rule' }>

const ruleOf = (from: Case, leaf: PlanLeaf): RuleReason => {
  const { prepared, entry } = from
  const { data } = prepared
  const { scoring } = leaf
  const reads = leaf.reads.map(read => readOf(from, leaf, read))
  const reason: RuleReason = { kind: 'rule', scoring, reads }
  if (scoring.by === 'panel') reason.marks = data.marks[leaf.path]?.[entry] ?? []
  const waiting = leaf.reads.filter(({ id }) => {
    const gap = data.columns[id]?.gaps[entry]
    return gap !== ANSWERED && gap !== GAP_NOT_APPLICABLE
  })
  const noMarks = scoring.by === 'panel' && reason.marks?.length === 0
  if (leaf.missing === 'zero' && (waiting.length > 0 || noMarks)) reason.zeroFor = waiting.map(({ id }) => id)
  if (isRelative(scoring)) reason.basis = basisFor(from, leaf)
  return reason
}

type RuleRead = RuleReason['reads'][number]

const WORDS = { unanswered: null, unknown: DONT_KNOW, notApplicable: NOT_APPLICABLE_WORD } as const

/**
 * An answer as it was given, what steps made of it, and what it counted: points of the most to be had, or for other rules
 * the leaf's own value of 1.
 */
const readOf = (from: Case, leaf: PlanLeaf, { id, points, weight }: PlanLeaf['reads'][number]): RuleRead => {
  const { prepared, entry } = from
  const given = answerAt(prepared.raw.columns[id], entry)
  const scored = answerAt(prepared.data.columns[id], entry)
  const trail = trailOf(prepared, id, entry)
  const read = {
    id,
    value: given.gap === null ? given.value : WORDS[given.gap],
    ...(trail.length > 0 && { trail }),
  }
  if (scored.gap !== null) {
    const zero = leaf.missing === 'zero' && scored.gap !== 'notApplicable'
    return { ...read, counted: zero ? 0 : null, of: zero ? weight : null }
  }
  if (points) return { ...read, counted: pointsOf(points, prepared.data.columns[id], entry), of: weight }
  const result = resultOf(from, leaf)
  const counted = leaf.scoring.by !== 'function' && result.outcomes[entry] === SCORED
  return { ...read, counted: counted ? (result.values[entry] as number) : null, of: counted ? 1 : null }
}

/** The round that a relative rule compared with. */
const basisFor = (
  { prepared: { data, among }, entry }: Case,
  leaf: PlanLeaf,
): NonNullable<RuleReason['basis']> => {
  const ascending = ascendingOf(
    among.map(each => ({ numbers: numbersIn(leaf, each), gaps: gapsOf(leaf, each) })),
  )
  const n = ascending.length
  const [min = Number.NaN, max = Number.NaN] = [ascending[0], ascending[n - 1]]
  const basis = { n, min, max, ...momentsOf(ascending) }
  if (gapsOf(leaf, data)[entry] !== ANSWERED) return basis
  return { ...basis, rank: midRank(ascending, numbersIn(leaf, data)[entry] as number) }
}
