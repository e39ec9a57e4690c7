import 'survey-core/survey-core.fontless.min.css'
import 'survey-core/i18n/norwegian'
import 'survey-core/i18n/swedish'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { visibleQuestions } from '@tumstock/rubric/visible'
import { settings } from 'survey-core'
import { Model } from 'survey-react-ui'
import { type AnswerWords, questionnaireOf } from './questionnaire.ts'

/** The house's colours and type in place of the library's own. */
const THEME = {
  cssVariables: {
    '--sjs2-color-project-brand-600': 'var(--ts-accent)',
    '--sjs2-color-bg-brand-primary': 'var(--ts-accent)',
    '--sjs2-color-bg-brand-primary-dim': 'var(--ds-color-accent-base-hover)',
    '--sjs2-color-bg-brand-secondary': 'var(--ds-color-accent-surface-tinted)',
    '--sjs2-color-bg-brand-secondary-dim': 'var(--ds-color-accent-surface-hover)',
    '--sjs2-color-bg-brand-tertiary': 'transparent',
    '--sjs2-color-bg-brand-tertiary-dim': 'var(--ds-color-accent-surface-tinted)',
    '--sjs2-color-fg-brand-primary': 'var(--ds-color-accent-text-subtle)',
    '--sjs2-color-border-brand-primary': 'var(--ts-accent)',
    '--sjs2-color-utility-surface-survey': 'var(--ts-ground)',
    '--sjs2-color-utility-body': 'var(--ts-ground)',
    // The library's own are too pale to be told from the ground, or to be read.
    '--sjs2-color-border-basic-secondary': 'var(--ds-color-neutral-border-default)',
    '--sjs2-color-fg-basic-secondary': 'var(--ts-muted)',
    '--sjs2-color-component-radio-true-disabled-icon': 'var(--ds-color-neutral-text-default)',
    '--sjs2-color-component-checkbox-true-disabled-icon': 'var(--ds-color-neutral-text-default)',
    '--sjs2-typography-font-family-text': "'Inter Variable', system-ui, sans-serif",
    '--sjs2-base-unit-size': '7px',
    '--sjs2-base-unit-spacing': '6px',
  },
}

// A question that an answer hides is gone at once, also for who walks through them by keyboard.
settings.animationEnabled = false

const LOCALES: Record<string, string> = { nb: 'no', nn: 'no', sv: 'sv', en: 'en' }

type Asking = Pick<RubricData, 'id' | 'edition' | 'questions'>
type Asked = { rubric: Asking; words: AnswerWords; language: string }

/** A rubric's questionnaire, to be shown by the library. */
export function questionnaireModel({ rubric, words, language }: Asked): Model {
  const survey = new Model(questionnaireOf(rubric, words))
  survey.locale = LOCALES[language] ?? 'en'
  survey.showCompleteButton = false
  survey.focusFirstQuestionAutomatic = false
  survey.clearInvisibleValues = 'none'
  survey.textUpdateMode = 'onTyping'
  survey.applyTheme(THEME)
  survey.onAfterRenderQuestionInput.add((_, { question, htmlElement }) => {
    const type = rubric.questions[question.name]?.type
    if (type === 'number' || type === 'share') htmlElement.inputMode = 'decimal'
    if (type === 'url') htmlElement.inputMode = 'url'
  })
  return survey
}

/** Shows the questions that these answers lead to, and no others. */
export function showAsked(
  survey: Model,
  rubric: Asking,
  answers: Readonly<Record<string, AnswerValue | null>>,
): void {
  const asked = visibleQuestions(rubric, answers)
  for (const question of survey.getAllQuestions()) question.visible = asked.has(question.name)
}
