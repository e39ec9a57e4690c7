import { Button } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Survey } from 'survey-react-ui'
import { type Area, leftOf } from './answered.ts'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'
import { useSurvey } from './use-survey.ts'

const route = getRouteApi('/rounds/$round/answer/$entry')

/** One area's questions, and the ways on from there. */
export function Questions({ area, language }: { area: Area; language: string }) {
  const { t } = useTranslation('answering')
  const { view, visible, shown, readOnly } = useAnswering()
  const survey = useSurvey(language)
  const navigate = useNavigate({ from: route.id })
  const heading = useRef<HTMLHeadingElement>(null)
  const { areas } = view.rubric
  const at = areas.findIndex(one => one.id === area.id)
  const [first] = area.questions.filter(question => visible.has(question))

  useEffect(() => {
    const page = first === undefined ? undefined : survey.getQuestionByName(first)?.page
    if (page) survey.currentPage = page
  }, [survey, first])

  const show = (id: string) => navigate({ search: search => ({ ...search, area: id }), resetScroll: false })
  const turnTo = async (id: string) => {
    await show(id)
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }
  const openIn = (one: Area) => leftOf({ questions: one.questions, visible, shown, view }).open
  const ahead = [...areas.slice(at), ...areas.slice(0, at)].find(one => openIn(one).length > 0)
  const toNext = async () => {
    const next = ahead && openIn(ahead)[0]
    if (!ahead || next === undefined) return
    await show(ahead.id)
    survey.focusQuestion(next)
  }
  const [before, after] = [areas[at - 1], areas[at + 1]]
  return (
    <section className={styles.main} aria-labelledby="area">
      <div className={styles.head}>
        <h2 id="area" ref={heading} tabIndex={-1}>
          {area.title === '' ? t('noArea') : area.title}
        </h2>
        {!readOnly && ahead && (
          <Button data-size="sm" variant="tertiary" onClick={toNext}>
            {t('nextOpen')}
          </Button>
        )}
      </div>
      {first === undefined ? <p className="ts-muted">{t('nothingAsked')}</p> : <Survey model={survey} />}
      <div className={styles.turn}>
        {before && (
          <Button variant="secondary" onClick={() => turnTo(before.id)}>
            {t('before', { area: before.title })}
          </Button>
        )}
        {after && (
          <Button variant="secondary" onClick={() => turnTo(after.id)}>
            {t('after', { area: after.title })}
          </Button>
        )}
      </div>
    </section>
  )
}
