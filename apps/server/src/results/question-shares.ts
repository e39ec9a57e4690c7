import { type OptionShare, type Shares, shares } from '@tumstock/engine/shares'
import { DONT_KNOW } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import type { Participant } from '../entries/rows.ts'

export type QuestionOption = Omit<OptionShare, 'option'> & { id: string; text: string }

/** One question over the entries that answered it. Only questions with options can be counted. */
export type QuestionShares = {
  id: string
  text: string
  area: string | null
  type: 'choice' | 'multiple'
  n: number
  population: number | null
  unanswered: number
  notApplicable: number
  options: readonly QuestionOption[]
}

type Countable = Extract<RubricData['questions'][string], { type: 'choice' | 'multiple' }>

export const countable = (rubric: RubricData): [string, Countable][] =>
  Object.entries(rubric.questions).flatMap(([id, question]) =>
    question.type === 'choice' || question.type === 'multiple'
      ? [[id, question] satisfies [string, Countable]]
      : [],
  )

const optionText = (question: Countable, option: string): string =>
  question.options[option]?.text ?? (option === DONT_KNOW ? DONT_KNOW : option)

const viewOf = (id: string, question: Countable, counted: Shares): QuestionShares => ({
  id,
  text: question.text,
  area: question.area ?? null,
  type: question.type,
  n: counted.n,
  population: counted.population,
  unanswered: counted.unanswered,
  notApplicable: counted.notApplicable,
  options: counted.options.map(({ option, ...rest }) => ({
    id: option,
    text: optionText(question, option),
    ...rest,
  })),
})

/** @param population everyone who was asked, for the finite-population correction; null when not known */
export const questionShares = (
  rubric: RubricData,
  entries: readonly Participant[],
  population: number | null,
): QuestionShares[] =>
  countable(rubric).map(([id, question]) =>
    viewOf(
      id,
      question,
      shares(
        question,
        entries.map(one => one.answers[id] ?? null),
        population,
      ),
    ),
  )
