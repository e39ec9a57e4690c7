import { Checkbox } from '@digdir/designsystemet-react'
import { DONT_KNOW, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { Question } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'

/** "Do not know" and "not applicable" beside a field that has no options to put them among. */
export function Exits({ name, question }: { name: string; question: Question }) {
  const { t } = useTranslation('answering')
  const { shown, readOnly, change } = useAnswering()
  const exits = [
    ...(question.unknown ? [{ value: DONT_KNOW, words: t('unknown') }] : []),
    ...(question.notApplicable ? [{ value: NOT_APPLICABLE, words: t('notApplicable') }] : []),
  ]
  if (exits.length === 0) return null
  return (
    <fieldset className={styles.exits}>
      <legend className="ts-visually-hidden">{t('insteadOf', { question: question.text })}</legend>
      {exits.map(({ value, words }) => (
        <Checkbox
          key={value}
          data-size="sm"
          label={words}
          value={value}
          checked={shown[name] === value}
          readOnly={readOnly}
          onChange={({ target }) => change(name, target.checked ? value : null)}
        />
      ))}
    </fieldset>
  )
}
