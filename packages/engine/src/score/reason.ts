/** Machine-readable reasons for one node's result; the screens put them into words. */
import { DONT_KNOW, NOT_APPLICABLE as NOT_APPLICABLE_WORD } from '@tumstock/rubric/answers'
import { answerAt } from './answer-at.ts'
import { ANSWERED, type Data, NOT_APPLICABLE as GAP_NOT_APPLICABLE } from './data.ts'
import type { Plan, PlanGroup, PlanLeaf, PlanNode } from './plan.ts'
import { pointsOf } from './points.ts'
import { presenceOf } from './present.ts'
import { basisOf, isRelative, midRank, type RelativeRule } from './relative.ts'
import { NOT_APPLICABLE, type NodeResult, type Reason, type Results, SCORED } from './results.ts'
import { comparedWith } from './valuer.ts'

/** The entry that is explained, with all that it was computed from. */
export type Case = { plan: Plan; data: Data; results: Results; entry: number }

export const resultOf = ({ plan, results }: Case, node: PlanNode): NodeResult =>
  node.index === plan.nodes.length - 1 ? results.total : (results.nodes.get(node.path) as NodeResult)

/** Why a node has the outcome and the value that it has. */
export const reasonOf = (from: Case, node: PlanNode, outcome: number): Reason => {
  const { data, results, entry } = from
  const fault = results.errors.find(error => error.path === node.path && error.entry === entry)
  if (fault) return { kind: 'error', code: fault.error.code, message: fault.error.message }
  if (outcome === NOT_APPLICABLE) {
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
  const { data, entry } = from
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
  if (isRelative(scoring)) reason.basis = basisFor(from, leaf, scoring)
  return reason
}

type RuleRead = RuleReason['reads'][number]

const WORDS = { unanswered: null, unknown: DONT_KNOW, notApplicable: NOT_APPLICABLE_WORD } as const

/** An answer with what it counted: points of the most to be had, or for other rules the leaf's own value of 1. */
const readOf = (from: Case, leaf: PlanLeaf, read: PlanLeaf['reads'][number]): RuleRead => {
  const { data, entry } = from
  const { id, points, weight } = read
  const column = data.columns[id]
  const answer = answerAt(column, entry)
  if (answer.gap !== null) {
    const zero = leaf.missing === 'zero' && answer.gap !== 'notApplicable'
    return { id, value: WORDS[answer.gap], counted: zero ? 0 : null, of: zero ? weight : null }
  }
  if (points) return { id, value: answer.value, counted: pointsOf(points, column, entry), of: weight }
  const result = resultOf(from, leaf)
  const counted = leaf.scoring.by !== 'function' && result.outcomes[entry] === SCORED
  return {
    id,
    value: answer.value,
    counted: counted ? (result.values[entry] as number) : null,
    of: counted ? 1 : null,
  }
}

/** The round that a relative rule compared with, after its treatment. */
const basisFor = (
  { data, entry }: Case,
  leaf: PlanLeaf,
  rule: RelativeRule,
): NonNullable<RuleReason['basis']> => {
  const { present } = presenceOf(leaf, data)
  const column = data.columns[leaf.reads[0]?.id ?? '']
  const numbers = column?.kind === 'number' ? column.values : new Float64Array(data.ids.length)
  const basis = basisOf(
    rule,
    comparedWith(rule, numbers, e => (present[e] as number) > 0),
  )
  const { min, max, mean, sd } = basis
  const numbersOfRound = { n: basis.ascending.length, min, max, mean, sd }
  const own = (present[entry] as number) > 0
  return own
    ? { ...numbersOfRound, rank: midRank(basis, basis.treat(numbers[entry] as number)) }
    : numbersOfRound
}
