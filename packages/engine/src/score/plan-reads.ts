/** What a leaf reads, with what each part weighs within it; holds every scoring rule to what it can compute with. */
import type { Leaf, Question, RubricData, Scoring } from '@tumstock/rubric/contract'
import type { RubricError, RubricErrorCode } from '@tumstock/rubric/error'

export type Fail = (code: RubricErrorCode, path: string, says: string) => RubricError

export type PlanRead = {
  id: string
  /** What it weighs among the leaf's reads: the most points to be had for the `points` rule, else 1. */
  weight: number
  /** Points by option, in the column's order; null for other rules. */
  points: Float64Array | null
}

export const resolveReads = (rubric: RubricData, leaf: Leaf, path: string, fail: Fail): PlanRead[] => {
  const { scoring } = leaf
  checkRule(scoring, (field, says) => fail('bad-rubric', `${path}.scoring${field}`, says))
  checkCount(leaf, path, fail)
  const stray = leaf.reads.find(
    id => !Object.hasOwn(rubric.questions, id) && !Object.hasOwn(rubric.indicators, id),
  )
  if (stray !== undefined)
    throw fail(
      'unknown-read',
      `${path}.reads`,
      `"${stray}" is neither a question nor an indicator of this rubric.`,
    )
  const reads = leaf.reads.map(id =>
    resolveRead(rubric, id, scoring, says => fail('bad-rubric', `${path}.reads`, says)),
  )
  if (scoring.by === 'points' && reads.every(read => read.weight === 0))
    throw fail(
      'zero-weight',
      path,
      'no option that it reads gives points. At least one has to have more than 0.',
    )
  return reads
}

const resolveRead = (
  rubric: RubricData,
  id: string,
  scoring: Scoring,
  wrong: (says: string) => RubricError,
): PlanRead => {
  const question: Question | undefined = rubric.questions[id]
  const hasOptions = question?.type === 'choice' || question?.type === 'multiple'
  if (scoring.by === 'points' && hasOptions) {
    const points = Float64Array.from(Object.values(question.options), option => option.points ?? 0)
    return { id, weight: mostOf(question.type, points), points }
  }
  const isNumber = question === undefined || question.type === 'number' || question.type === 'share'
  if (scoring.by === 'points')
    throw wrong(`"${id}" has no options, so it has no points. Read a choice or multiple.`)
  if (scoring.by !== 'function' && !isNumber)
    throw wrong(
      `"${id}" is a ${question.type}, and "${scoring.by}" needs a number. Read a number, share or indicator.`,
    )
  return { id, weight: 1, points: null }
}

const mostOf = (type: 'choice' | 'multiple', points: Float64Array): number =>
  type === 'choice' ? Math.max(0, ...points) : points.reduce((sum, point) => sum + Math.max(0, point), 0)

const checkCount = ({ reads, scoring }: Leaf, path: string, fail: Fail): void => {
  const wrong = (allowed: string) =>
    fail(
      'bad-rubric',
      `${path}.reads`,
      `"${scoring.by}" cannot read ${reads.length} answers. It reads ${allowed}.`,
    )
  if (scoring.by === 'panel') {
    if (reads.length > 0) throw wrong('none: it counts marks')
  } else if (scoring.by === 'points' || scoring.by === 'function') {
    if (reads.length === 0) throw wrong('one or more')
  } else if (reads.length !== 1) throw wrong('exactly one')
}

const checkRule = (scoring: Scoring, wrong: (field: string, says: string) => RubricError): void => {
  if (scoring.by === 'linear') {
    const { from, to, log } = scoring
    if (from === to || !Number.isFinite(from) || !Number.isFinite(to))
      throw wrong(
        '',
        `goalposts ${from} and ${to} span nothing. "from" and "to" have to be two different numbers.`,
      )
    if (log && Math.min(from, to) <= 0)
      throw wrong('', 'a goalpost of 0 or below has no logarithm. Both have to be above 0.')
  } else if (scoring.by === 'minmax') {
    const [low, high] = scoring.range ?? [0, 1]
    if (!(low < high)) throw wrong('.range', `${low} to ${high} is no range. The low end comes first.`)
  } else if (scoring.by === 'bands') {
    const { bands } = scoring
    const ascending = bands.every(([atLeast], i) => i === 0 || atLeast > (bands[i - 1]?.[0] ?? Number.NaN))
    if (!ascending || bands.some(([, score]) => !(score >= 0 && score <= 1)))
      throw wrong('.bands', 'bands have to ascend, each with a score from 0 to 1.')
  } else if (scoring.by === 'panel') {
    const points = scoring.scale.map(anchor => anchor.points)
    if (!(Math.max(...points) > Math.min(...points)))
      throw wrong('.scale', 'the scale needs at least two different point values.')
    const trim = scoring.trim ?? 0
    if (!(trim >= 0 && trim <= 0.5))
      throw wrong('.trim', `${trim} cannot be left out at each end. Allowed: 0 to 0.5.`)
  }
}
