import { DONT_KNOW, NOT_APPLICABLE } from '../answers.ts'
import type { Condition, Question, RubricData } from '../contract.ts'
import type { Finding } from '../problem.ts'
import { leaves } from '../tree.ts'
import { unknownName } from './names.ts'
import { usedBySteps } from './steps.ts'

/** Options, limits and conditions of every question, limits of every indicator, and what nothing reads. */
export function* checkQuestions(rubric: RubricData): Generator<Finding> {
  for (const [id, question] of Object.entries(rubric.questions)) {
    const path = `questions.${id}`
    yield* checkOptions(path, question)
    if (question.type === 'number' || question.type === 'share') yield* checkLimits(path, question)
    if (question.showIf !== undefined) yield* checkCondition(`${path}.showIf`, question.showIf, rubric)
    if (isCircular(id, rubric)) yield neverShown(`${path}.showIf`)
  }
  for (const [id, indicator] of Object.entries(rubric.indicators)) {
    yield* checkLimits(`indicators.${id}`, indicator)
    if (Object.hasOwn(rubric.questions, id))
      yield {
        code: 'duplicate',
        path: `indicators.${id}`,
        says: 'a question has the same key. Both are read by it.',
      }
  }
  yield* checkUnused(rubric)
}

function* checkOptions(path: string, question: Question): Generator<Finding> {
  if (question.type !== 'choice' && question.type !== 'multiple') return
  const ids = Object.keys(question.options)
  const least = question.type === 'choice' ? 2 : 1
  if (ids.length < least)
    yield {
      code: 'bad-value',
      path: `${path}.options`,
      says: `has ${ids.length} options. At least ${least}.`,
    }
}

function* checkLimits(path: string, { min, max }: { min?: number; max?: number }): Generator<Finding> {
  if (min !== undefined && max !== undefined && min >= max)
    yield { code: 'bad-range', path, says: `min ${min} is not below max ${max}.` }
}

function* checkCondition(path: string, { question, is }: Condition, rubric: RubricData): Generator<Finding> {
  const asked = Object.hasOwn(rubric.questions, question) ? rubric.questions[question] : undefined
  if (asked === undefined) {
    yield unknownName(`${path}.question`, `question “${question}”`, Object.keys(rubric.questions))
  } else if (asked.type !== 'choice' && asked.type !== 'multiple') {
    yield {
      code: 'bad-value',
      path: `${path}.question`,
      says: `“${question}” is of type ${asked.type}. A condition asks about a choice or multiple.`,
    }
  } else {
    const allowed = Object.keys(asked.options)
    if (asked.unknown) allowed.push(DONT_KNOW)
    if (asked.notApplicable) allowed.push(NOT_APPLICABLE)
    for (const id of [is].flat())
      if (!allowed.includes(id)) yield unknownName(`${path}.is`, `option “${id}”`, allowed)
  }
}

/** True when following conditions from this question leads back to it: it waits for itself. */
const isCircular = (id: string, rubric: RubricData): boolean => {
  const seen = new Set<string>()
  let next = rubric.questions[id]?.showIf?.question
  while (next !== undefined && !seen.has(next)) {
    if (next === id) return true
    seen.add(next)
    next = Object.hasOwn(rubric.questions, next) ? rubric.questions[next]?.showIf?.question : undefined
  }
  return false
}

const neverShown = (path: string): Finding => ({
  code: 'never-shown',
  path,
  says: 'the condition waits for the question itself, so it is never shown. Conditions may not go in a circle.',
})

/** In a survey questions are there to be reported; elsewhere one that could be scored and is not is probably forgotten. */
function* checkUnused(rubric: RubricData): Generator<Finding> {
  const read = new Set(leaves(rubric).flatMap(leaf => leaf.criterion.reads))
  const conditions = new Set(Object.values(rubric.questions).map(question => question.showIf?.question))
  const unused = (path: string): Finding => ({
    code: 'unused',
    severity: 'warning',
    path,
    says: 'no criterion reads it. Read it, or leave it out.',
  })
  if (rubric.purpose !== 'survey')
    for (const [id, { type }] of Object.entries(rubric.questions)) {
      const scorable = type === 'choice' || type === 'multiple' || type === 'number' || type === 'share'
      if (scorable && !read.has(id) && !conditions.has(id)) yield unused(`questions.${id}`)
    }
  for (const id of usedBySteps(rubric)) read.add(id)
  for (const id of Object.keys(rubric.indicators)) if (!read.has(id)) yield unused(`indicators.${id}`)
}
