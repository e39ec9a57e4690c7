import { statusOf } from '@tumstock/rubric/tree'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import { MarkTag } from '../ui/tags.tsx'
import { useEntryNames } from '../units/use-entry-names.ts'
import styles from './criteria.module.css'
import type { RubricView } from './rubrics.ts'
import { stepWords } from './step-words.ts'

/** What is done to the numbers before they are scored; nothing where a rubric takes them as they are. */
export function StepsList({ view: { rubric } }: { view: RubricView }) {
  const { t } = useTranslation('steps')
  const locale = useLocale()
  const { steps = [], years } = rubric
  const entryName = useEntryNames(rubric)
  const status = statusOf(rubric, 'steps')
  if (steps.length === 0 && years === undefined) return null
  return (
    <section className={styles.criteria} aria-labelledby="steps">
      <div className={styles.head}>
        <div>
          <h2 id="steps">
            {t('title')} {status && status !== 'sourced' && <MarkTag mark={status} />}
          </h2>
          {steps.length > 0 && <p className="ts-muted">{t('lead')}</p>}
        </div>
      </div>
      {steps.length > 0 && (
        <ol>
          {steps.map(step => (
            <li key={JSON.stringify(step)}>{stepWords(step, { t, locale, rubric, entryName }).join(' ')}</li>
          ))}
        </ol>
      )}
      {years && <p>{t(years)}</p>}
    </section>
  )
}
