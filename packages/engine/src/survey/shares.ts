import { type AnswerValue, DONT_KNOW, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { Question } from '@tumstock/rubric/contract'
import { wilson } from './interval.ts'

/** A question whose answers can be counted. */
export type Countable = Extract<Question, { type: 'choice' | 'multiple' }>

/** How many chose `option`, of `n` respondents; share and 95 % interval are null while nobody has answered. */
export type OptionShare = {
  /** An option id, or `?` for those who do not know. */
  option: string
  count: number
  n: number
  share: number | null
  low: number | null
  high: number | null
}

export type Shares = {
  /** Those who answered, with "do not know" among them. */
  n: number
  /** Everyone who could have answered; null when not known. */
  population: number | null
  unanswered: number
  notApplicable: number
  options: readonly OptionShare[]
}

const chosen = (answer: AnswerValue): readonly string[] =>
  typeof answer === 'object' ? answer : [String(answer)]

const optionShare = (
  option: string,
  count: number,
  of: { n: number; population: number | null },
): OptionShare => {
  const { n, population } = of
  if (n === 0) return { option, count, n, share: null, low: null, high: null }
  return { option, count, n, share: count / n, ...wilson(count, n, population) }
}

/**
 * What part of those who answered chose each option. "Do not know" is an option of its own; not applicable and
 * unanswered are left out and told beside it. For `multiple` the shares are of respondents and may sum above 1.
 *
 * @param answers one per entry, null where there is none
 * @param population N for the finite-population correction: everyone to whom the question applies; null when not known
 * @throws RangeError when an answer is not an option, or more answered than N
 */
export const shares = (
  question: Countable,
  answers: readonly (AnswerValue | null)[],
  population: number | null,
): Shares => {
  const counts = new Map(Object.keys(question.options).map(option => [option, 0]))
  if (question.unknown) counts.set(DONT_KNOW, 0)
  let notApplicable = 0
  let unanswered = 0
  for (const answer of answers) {
    if (answer === null) unanswered++
    else if (answer === NOT_APPLICABLE) notApplicable++
    else
      for (const option of new Set(chosen(answer))) {
        const count = counts.get(option)
        if (count === undefined)
          throw new RangeError(`"${option}" is not one of ${[...counts.keys()].join(', ')}`)
        counts.set(option, count + 1)
      }
  }
  const n = answers.length - unanswered - notApplicable
  const options = [...counts].map(([option, count]) => optionShare(option, count, { n, population }))
  return { n, population, unanswered, notApplicable, options }
}
