import type { RubricData } from '@tumstock/rubric/contract'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Model } from 'survey-react-ui'
import { answerIn, fieldValue, hasOptions } from '../rubrics/field-value.ts'
import { questionnaireModel, showAsked } from '../rubrics/questionnaire-model.ts'
import { useLocale } from '../ui/locale.ts'
import type { Given } from './answered.ts'
import { useAnswering } from './answering.ts'
import { fillQuietly, isFilling } from './fill-quietly.ts'
import { QUESTION } from './question-frame.tsx'
import { refusalText } from './refusal-text.ts'
import { isSameAnswer } from './same-answer.ts'

/** The library's model of the reader's own areas, which shows what is answered and tells what is changed in it. */
export function useSurvey(language: string): Model {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  const answering = useAnswering()
  const { view, shown, unsent, readOnly } = answering
  const latest = useRef(answering)
  latest.current = answering
  const applied = useRef<Given>({})
  const { rubric } = view

  const survey = useMemo(() => {
    const words = { unknown: t('unknown'), notApplicable: t('notApplicable') }
    const made = questionnaireModel({ rubric: { ...rubric, questions: ownOf(rubric) }, words, language })
    made.showNavigationButtons = false
    made.showTitle = false
    made.showPageTitles = false
    made.showQuestionNumbers = false
    made.onElementWrapperComponentName.add((_, options) => {
      if (options.wrapperName === 'component' && options.element.isQuestion) options.componentName = QUESTION
    })
    made.onValueChanged.add((_, { name, value }) => {
      const question = rubric.questions[name]
      if (isFilling(made) || !question) return
      const parsed = answerIn(question, value)
      if ('problem' in parsed) latest.current.refuse(name, String(value), parsed.problem)
      else latest.current.change(name, parsed.value, hasOptions(question) ? undefined : 'typing')
    })
    applied.current = {}
    return made
  }, [rubric, t, language])

  useEffect(() => {
    survey.readOnly = readOnly
  }, [survey, readOnly])

  useEffect(() => {
    for (const [id, question] of Object.entries(ownOf(rubric))) {
      const answer = shown[id] ?? null
      if (isSameAnswer(answer, applied.current[id] ?? null)) continue
      // What is being typed already says this, in the typist's own way of writing it.
      const written = answerIn(question, survey.getValue(id))
      if (!('value' in written && isSameAnswer(written.value, answer)))
        fillQuietly(survey, id, fieldValue(question, answer, locale))
    }
    applied.current = shown
    showAsked(survey, rubric, shown)
  }, [survey, rubric, shown, locale])

  useEffect(() => {
    for (const question of survey.getAllQuestions()) {
      const held = unsent.find(one => one.question === question.name)?.held
      const why = held?.by === 'refusal' ? refusalText(held, t) : null
      if (why === (question.errors[0]?.text ?? null)) continue
      question.clearErrors()
      if (why !== null) question.addError(why)
    }
  }, [survey, unsent, t])

  return survey
}

type Rubric = ReturnType<typeof useAnswering>['view']['rubric']

/** The questions of the reader's own areas; the rubric also holds those that decide about them. */
const ownOf = ({ areas, questions }: Rubric): RubricData['questions'] =>
  Object.fromEntries(
    areas.flatMap(area =>
      area.questions.flatMap(id => {
        const question = questions[id]
        return question ? [[id, question]] : []
      }),
    ),
  )
