import { Textfield } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './set-up.module.css'
import { StepHead } from './step-head.tsx'
import { useEditing } from './use-draft.ts'
import { useKept } from './use-kept.ts'

/** Title, year, reference date, description, and the edition that the round is made from. */
export function BasicsStep() {
  const { t } = useTranslation('setUp')
  const { round, draft, readOnly, change } = useEditing()
  const { t: frame } = useTranslation()
  const title = useKept(draft.title, text => {
    if (text.trim() === '') return false
    change('title', { title: text })
    return true
  })
  const year = useKept(String(draft.year), text => {
    const number = Number(text)
    if (!Number.isInteger(number) || number < 1990 || number > 2100) return false
    change('year', { year: number })
    return true
  })
  const day = useKept(draft.referenceDate, text => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
    change('referenceDate', { referenceDate: text })
    return true
  })
  return (
    <>
      <StepHead title={t('step.basics')} lead={t('basics.lead')} />
      <div className={styles.form}>
        <Textfield
          label={t('basics.title')}
          data-at="title"
          maxLength={200}
          readOnly={readOnly}
          {...title.field}
          error={title.bad && t('basics.titleMissing')}
        />
        <Textfield
          label={t('basics.description')}
          description={t('basics.descriptionHelp')}
          data-at="description"
          multiline
          rows={3}
          readOnly={readOnly}
          value={draft.description}
          onChange={event => change('description', { description: event.target.value })}
        />
        <div className={styles.pair}>
          <Textfield
            label={t('basics.year')}
            data-at="year"
            inputMode="numeric"
            readOnly={readOnly}
            {...year.field}
            error={year.bad && t('basics.yearBad')}
          />
          <Textfield
            label={t('basics.referenceDate')}
            description={t('basics.referenceDateHelp')}
            data-at="referenceDate"
            type="date"
            readOnly={readOnly}
            {...day.field}
            error={day.bad && t('basics.dateBad')}
          />
        </div>
        <dl className={styles.facts}>
          <dt>{t('basics.edition')}</dt>
          <dd>
            <Link to="/rubrics/$ref" params={{ ref: `${round.award}@${round.edition}` }}>
              {round.base.title}
            </Link>
          </dd>
          <dt>{t('basics.owner')}</dt>
          <dd>{round.base.owner}</dd>
          <dt>{t('basics.country')}</dt>
          <dd data-at="country">{frame(`country.${round.country as 'NO'}`)}</dd>
        </dl>
      </div>
    </>
  )
}
