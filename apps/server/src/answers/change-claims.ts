/** The rule of changing an answer: pure, for one entry's claims as they stand. */
import { type AnswerValue, isMissing, validateAnswer } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { isVisible, relatedQuestions } from '@tumstock/rubric/visible'
import { canonical } from '../canonical.ts'
import { Refusal } from '../refusal.ts'

export type Claim = { value: AnswerValue; version: number; at: string; authorId: string | null }

/** An entry's claims by question; at least those of the questions that are related to what is wished. */
export type Claims = ReadonlyMap<string, Claim>

export type Wish = {
  question: string
  /** Null takes the answer away. */
  value: AnswerValue | null
  /** The version that the asker saw, 0 for none; without one, whatever stands is replaced. */
  version?: number | undefined
  at: string
  authorId: string | null
}

/** The answer's version and time from now on (version 0: there is none), and what went because it is hidden now. */
export type Written = { version: number; at: string; removed: string[] }

/** What a wish comes to: the row to write and those to delete, neither where all is as it was wished already. */
export type Changed = Written & { put: Claim | null; deleted: readonly string[] }

/** What is asked under this name: a question, or an indicator of the rubric. */
const askedIn = ({ questions, indicators }: RubricData, id: string) => {
  if (Object.hasOwn(questions, id)) return questions[id]
  return Object.hasOwn(indicators, id) ? indicators[id] : undefined
}

/** The value in the form that is stored. @throws Refusal `bad-input` */
export function checkedValue(rubric: RubricData, question: string, value: unknown): AnswerValue | null {
  const asked = askedIn(rubric, question)
  if (!asked) throw new Refusal('bad-input', `The rubric asks no "${question}".`, { path: 'question' })
  const checked = validateAnswer(asked, value)
  if ('problem' in checked) throw new Refusal('bad-input', checked.problem.message, { path: question })
  return checked.value
}

/**
 * What the wish changes. Wishing what stands already is no change, so that a save may be sent again; an answer that the
 * change hides goes with it.
 *
 * @param next the version that a changed answer gets
 * @throws Refusal `bad-input`, `stale`, `wrong-state`
 */
export function changeClaims(claims: Claims, rubric: RubricData, wish: Wish, next: number): Changed {
  const { question, at, authorId } = wish
  const value = checkedValue(rubric, question, wish.value)
  const stands = claims.get(question)
  if (isSame(stands?.value ?? null, value))
    return { put: null, deleted: [], removed: [], version: stands?.version ?? 0, at: stands?.at ?? at }
  if (wish.version !== undefined && wish.version !== (stands?.version ?? 0)) throw stale(question, stands)
  const given = valuesOf(claims, relatedQuestions(rubric, question))
  if (isMissing(value)) delete given[question]
  else {
    if (!isVisible(rubric, given, question))
      throw new Refusal('wrong-state', `"${question}" is not asked, going by the other answers.`, {
        path: question,
      })
    given[question] = value
  }
  const removed = Object.keys(given).filter(id => !isVisible(rubric, given, id))
  if (isMissing(value)) return { put: null, deleted: [question, ...removed], removed, version: 0, at }
  return { put: { value, version: next, at, authorId }, deleted: removed, removed, version: next, at }
}

const valuesOf = (claims: Claims, questions: ReadonlySet<string>): Record<string, AnswerValue> =>
  Object.fromEntries(
    [...questions].flatMap(question => {
      const claim = claims.get(question)
      return claim ? [[question, claim.value]] : []
    }),
  )

const isSame = (one: AnswerValue | null, other: AnswerValue | null): boolean =>
  one === other || (Array.isArray(one) && Array.isArray(other) && canonical(one) === canonical(other))

const stale = (question: string, stands: Claim | undefined): Refusal =>
  new Refusal(
    'stale',
    'Somebody else has changed this answer since you opened it. Reload to see the change.',
    { path: question, version: stands?.version ?? 0 },
  )
