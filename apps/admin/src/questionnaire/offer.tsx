import { Button } from '@digdir/designsystemet-react'
import type { Question } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { type FieldValue, fieldValue, hasOptions } from '../rubrics/field-value.ts'
import { useLocale } from '../ui/locale.ts'
import { answerText } from './answer-text.ts'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'

type Props = {
  name: string
  question: Question
  /** Goes to the field, with a text to start from where there is one. */
  start: (value: FieldValue) => void
}

/** An answer that could stand here: last round's, or the one that went when the question was hidden. Nothing is taken unasked. */
export function Offer({ name, question, start }: Props) {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  const { view, shown, kept, change } = useAnswering()
  if ((shown[name] ?? null) !== null) return null
  const words = { t, locale }
  const before = kept[name] ?? null
  if (before !== null)
    return (
      <div className={styles.offer}>
        <p>
          <strong>{t('kept')}</strong> {answerText(question, before, words)}
        </p>
        <Button data-size="sm" variant="secondary" onClick={() => change(name, before)}>
          {t('putBack')}
        </Button>
      </div>
    )
  const last = view.prefill[name]
  if (!last) return null
  return (
    <div className={styles.offer} data-offer="prefill">
      <p>
        <strong>{t('lastTime', { year: last.round.year })}</strong> {answerText(question, last.value, words)}
      </p>
      <div className={styles.buttons}>
        <Button data-size="sm" variant="secondary" onClick={() => change(name, last.value)}>
          {t('confirm')}
        </Button>
        <Button
          data-size="sm"
          variant="tertiary"
          onClick={() => start(hasOptions(question) ? undefined : fieldValue(question, last.value, locale))}
        >
          {t('answerAnew')}
        </Button>
      </div>
    </div>
  )
}
