import { DONT_KNOW, MAX_TEXT, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { Question, RubricData } from '@tumstock/rubric/contract'

/** What stands beside a rubric's own options. */
export type AnswerWords = { unknown: string; notApplicable: string }

type Element = Readonly<Record<string, unknown>> & { name: string; type: string }
export type Questionnaire = {
  pages: readonly { name: string; title?: string; elements: readonly Element[] }[]
}

/**
 * A rubric's questions as a SurveyJS definition: one page an area, in the order of the rubric. Which of them are asked is
 * decided by the rubric's own rule (`questionnaire-model.ts`), not by the library's.
 */
export const questionnaireOf = (rubric: Pick<RubricData, 'questions'>, words: AnswerWords): Questionnaire => {
  const areas = Map.groupBy(Object.entries(rubric.questions), ([, question]) => question.area ?? '')
  return {
    pages: [...areas].map(([area, questions], index) => ({
      name: `page${index + 1}`,
      ...(area !== '' && { title: area }),
      elements: questions.map(([id, question]) => elementOf(id, question, words)),
    })),
  }
}

const elementOf = (id: string, question: Question, words: AnswerWords): Element => ({
  name: id,
  title: question.text,
  ...(question.help !== undefined && { description: question.help }),
  ...fieldOf(question, words),
})

const fieldOf = (question: Question, words: AnswerWords): { type: string } & Record<string, unknown> => {
  switch (question.type) {
    case 'choice':
      return { type: 'radiogroup', choices: [...optionsOf(question), ...exitsOf(question, words)] }
    case 'multiple': {
      const exits = exitsOf(question, words).map(exit => ({ ...exit, isExclusive: true }))
      return { type: 'checkbox', choices: [...optionsOf(question), ...exits] }
    }
    case 'number':
    case 'share':
      // As text: a field for numbers takes a decimal comma only where the browser's own language has one.
      return { type: 'text', placeholder: question.unit ?? (question.type === 'share' ? '%' : '') }
    case 'text':
      return { type: 'comment', autoGrow: true, maxLength: MAX_TEXT }
    case 'date':
      return { type: 'text', inputType: 'date' }
    default:
      // As text: of a field for addresses the library hears only when it is left.
      return { type: 'text', maxLength: MAX_TEXT }
  }
}

const optionsOf = (question: Extract<Question, { type: 'choice' | 'multiple' }>) =>
  Object.entries(question.options).map(([value, { text }]) => ({ value, text }))

const exitsOf = (question: Question, words: AnswerWords) => [
  ...(question.unknown ? [{ value: DONT_KNOW, text: words.unknown }] : []),
  ...(question.notApplicable ? [{ value: NOT_APPLICABLE, text: words.notApplicable }] : []),
]
