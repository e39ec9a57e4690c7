import { DONT_KNOW, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { Condition, Question, RubricData } from '@tumstock/rubric/contract'

/** What stands beside a rubric's own options. */
export type AnswerWords = { unknown: string; notApplicable: string }

type Element = Readonly<Record<string, unknown>> & { name: string; type: string }
export type Questionnaire = {
  pages: readonly { name: string; title?: string; elements: readonly Element[] }[]
}

/** A rubric's questions as a SurveyJS definition: one page an area, in the order of the rubric. */
export const questionnaireOf = (rubric: Pick<RubricData, 'questions'>, words: AnswerWords): Questionnaire => {
  const areas = Map.groupBy(Object.entries(rubric.questions), ([, question]) => question.area ?? '')
  return {
    pages: [...areas].map(([area, questions], index) => ({
      name: `page${index + 1}`,
      ...(area !== '' && { title: area }),
      elements: questions.map(([id, question]) => elementOf(rubric, id, question, words)),
    })),
  }
}

const elementOf = (
  rubric: Pick<RubricData, 'questions'>,
  id: string,
  question: Question,
  words: AnswerWords,
): Element => ({
  name: id,
  title: question.text,
  ...(question.help !== undefined && { description: question.help }),
  ...(question.showIf && { visibleIf: visibleIf(rubric, question.showIf) }),
  ...fieldOf(question, words),
})

const fieldOf = (question: Question, words: AnswerWords): { type: string } & Record<string, unknown> => {
  switch (question.type) {
    case 'choice':
      return { type: 'radiogroup', choices: [...optionsOf(question), ...exitsOf(question, words)] }
    case 'multiple':
      return { type: 'checkbox', choices: [...optionsOf(question), ...exitsOf(question, words)] }
    case 'number':
    case 'share':
      return {
        type: 'text',
        inputType: 'number',
        min: question.min ?? (question.type === 'share' ? 0 : undefined),
        max: question.max ?? (question.type === 'share' ? 100 : undefined),
        placeholder: question.unit ?? (question.type === 'share' ? '%' : ''),
      }
    case 'text':
      return { type: 'comment' }
    case 'file':
      return { type: 'file' }
    default:
      return { type: 'text', inputType: question.type }
  }
}

const optionsOf = (question: Extract<Question, { type: 'choice' | 'multiple' }>) =>
  Object.entries(question.options).map(([value, { text }]) => ({ value, text }))

const exitsOf = (question: Question, words: AnswerWords) => [
  ...(question.unknown ? [{ value: DONT_KNOW, text: words.unknown }] : []),
  ...(question.notApplicable ? [{ value: NOT_APPLICABLE, text: words.notApplicable }] : []),
]

const visibleIf = ({ questions }: Pick<RubricData, 'questions'>, { question, is }: Condition): string => {
  const contains = questions[question]?.type === 'multiple' ? 'contains' : '='
  return [is]
    .flat()
    .map(option => `{${question}} ${contains} '${option}'`)
    .join(' or ')
}
