import type { RubricData, Step } from '../contract.ts'
import type { Finding } from '../problem.ts'
import { repeated, unknownName } from './names.ts'

type Of<D extends Step['do']> = Extract<Step, { do: D }>

/** Whether each step has something to work on, and something to do to it. */
export function* checkSteps(rubric: RubricData): Generator<Finding> {
  const steps = rubric.steps ?? []
  const indicators = Object.keys(rubric.indicators)
  if (steps.length > 0 && indicators.length === 0) {
    yield bad('steps', 'there are no indicators. Steps are done to the numbers of indicators.')
    return
  }
  for (const [i, step] of steps.entries()) {
    const path = `steps.${i}`
    if ('of' in step) yield* checkNames(`${path}.of`, step.of ?? [], indicators)
    if (step.do === 'denominate') yield* checkDenominate(path, step, indicators)
    if (step.do === 'screen') yield* checkScreen(path, step)
    if (step.do === 'impute') yield* checkImpute(path, step, rubric)
    if (step.do === 'treat') yield* checkTreat(path, step)
  }
}

const bad = (path: string, says: string): Finding => ({ code: 'bad-step', path, says })

function* checkNames(
  path: string,
  names: readonly string[],
  indicators: readonly string[],
): Generator<Finding> {
  for (const [i, id] of names.entries())
    if (!indicators.includes(id)) yield unknownName(`${path}.${i}`, `indicator “${id}”`, indicators)
  yield* checkRepeated(path, names)
}

function* checkRepeated(path: string, names: readonly string[]): Generator<Finding> {
  for (const { value, index } of repeated(names))
    yield {
      code: 'duplicate',
      path: `${path}.${index}`,
      says: `“${value}” is listed before. Once is enough.`,
    }
}

function* checkDenominate(
  path: string,
  { each }: Of<'denominate'>,
  indicators: readonly string[],
): Generator<Finding> {
  if (Object.keys(each).length === 0)
    yield bad(`${path}.each`, 'names no indicator, so nothing is divided. At least one.')
  for (const [id, { by }] of Object.entries(each)) {
    if (!indicators.includes(id)) yield unknownName(`${path}.each.${id}`, `indicator “${id}”`, indicators)
    if (!indicators.includes(by)) yield unknownName(`${path}.each.${id}.by`, `indicator “${by}”`, indicators)
    else if (by === id)
      yield bad(`${path}.each.${id}.by`, `divides “${id}” by itself, which is 1. By another indicator.`)
  }
}

function* checkScreen(path: string, step: Of<'screen'>): Generator<Finding> {
  const { available, nonZero, keep = [], drop = [] } = step
  if (available === undefined && nonZero === undefined && drop.length === 0)
    yield bad(path, 'leaves nobody out. It has “available”, “nonZero” or “drop”.')
  for (const id of drop)
    if (keep.includes(id)) yield bad(`${path}.keep`, `“${id}” is also in drop. An entry is in one of them.`)
  yield* checkRepeated(`${path}.keep`, keep)
  yield* checkRepeated(`${path}.drop`, drop)
}

function* checkImpute(path: string, step: Of<'impute'>, rubric: RubricData): Generator<Finding> {
  if (step.by === 'regression') {
    yield* checkNames(`${path}.on`, step.on, Object.keys(rubric.indicators))
    for (const id of step.of ?? [])
      if (step.on.includes(id))
        yield bad(`${path}.on`, `“${id}” is also in of. A number is estimated from other indicators.`)
  }
  if ((step.by === 'mean' || step.by === 'median') && step.within !== undefined)
    yield* checkWithin(`${path}.within`, step.within, rubric)
}

function* checkWithin(path: string, within: string, rubric: RubricData): Generator<Finding> {
  if (within === 'category') {
    if (Object.keys(rubric.categories).length === 0)
      yield {
        code: 'unknown-reference',
        path,
        says: 'there are no categories. Define some, or name a choice question.',
      }
    return
  }
  const question = Object.hasOwn(rubric.questions, within) ? rubric.questions[within] : undefined
  if (question !== undefined && question.type !== 'choice')
    yield bad(path, `“${within}” is of type ${question.type}. It is “category” or a question of type choice.`)
  if (question === undefined) {
    const choices = Object.keys(rubric.questions).filter(id => rubric.questions[id]?.type === 'choice')
    yield unknownName(path, `category or choice question “${within}”`, ['category', ...choices])
  }
}

function* checkTreat(path: string, step: Of<'treat'>): Generator<Finding> {
  const { test, winsorise, then, both } = step
  if (winsorise === undefined && then === undefined)
    yield bad(path, 'does nothing to what it treats. It has “winsorise”, “then” or both of them.')
  if (both && (winsorise === undefined || then === undefined))
    yield bad(`${path}.both`, 'is about “winsorise” followed by “then”. It needs both of them.')
  if (winsorise !== undefined && then !== undefined && test === undefined && !both)
    yield bad(
      `${path}.winsorise`,
      'comes to nothing: without a “test”, “then” begins from the numbers before it. Give a “test” or “both”.',
    )
  if (winsorise?.most === null && test === undefined)
    yield bad(
      `${path}.winsorise.most`,
      'null has no end without a “test” that can be passed. Give one or the other.',
    )
}

/** Indicators that steps use for other indicators: to divide by, or to estimate from. */
export const usedBySteps = (rubric: RubricData): string[] =>
  (rubric.steps ?? []).flatMap(step => {
    if (step.do === 'denominate') return Object.values(step.each).map(({ by }) => by)
    return step.do === 'impute' && step.by === 'regression' ? step.on : []
  })
