import 'survey-core/survey-core.fontless.min.css'
import type { RubricData } from '@tumstock/rubric/contract'
import 'survey-core/i18n/norwegian'
import 'survey-core/i18n/swedish'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Model, Survey } from 'survey-react-ui'
import { questionnaireOf } from './questionnaire.ts'

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
    '--sjs2-typography-font-family-text': "'Inter Variable', system-ui, sans-serif",
    '--sjs2-base-unit-size': '7px',
    '--sjs2-base-unit-spacing': '6px',
  },
}

const LOCALES: Record<string, string> = { nb: 'no', nn: 'no', sv: 'sv', en: 'en' }

/** The questionnaire as those who are asked will see it. Answers given here go nowhere. */
export function QuestionnairePreview({ rubric }: { rubric: Pick<RubricData, 'questions'> }) {
  const { t, i18n } = useTranslation('setUp')
  const model = useMemo(() => {
    const words = { unknown: t('questions.unknown'), notApplicable: t('questions.notApplicable') }
    const survey = new Model(questionnaireOf(rubric, words))
    survey.locale = LOCALES[i18n.language] ?? 'en'
    survey.showCompleteButton = false
    survey.applyTheme(THEME)
    survey.focusFirstQuestionAutomatic = false
    return survey
  }, [rubric, t, i18n.language])
  return <Survey model={model} />
}
