import type { RubricData } from '@tumstock/rubric/contract'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Survey } from 'survey-react-ui'
import { answerIn } from './field-value.ts'
import { questionnaireModel, showAsked } from './questionnaire-model.ts'

/** The questionnaire as those who are asked will see it. Answers given here go nowhere. */
export function QuestionnairePreview({ rubric }: { rubric: RubricData }) {
  const { t, i18n } = useTranslation('setUp')
  const model = useMemo(() => {
    const words = { unknown: t('questions.unknown'), notApplicable: t('questions.notApplicable') }
    const survey = questionnaireModel({ rubric, words, language: i18n.language })
    const show = () => showAsked(survey, rubric, answersOf(rubric, survey.data))
    survey.onValueChanged.add(show)
    show()
    return survey
  }, [rubric, t, i18n.language])
  return <Survey model={model} />
}

const answersOf = ({ questions }: RubricData, held: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(questions).map(([id, question]) => {
      const parsed = answerIn(question, held[id])
      return [id, 'value' in parsed ? parsed.value : null]
    }),
  )
