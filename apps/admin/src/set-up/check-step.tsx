import { useTranslation } from 'react-i18next'
import styles from './check.module.css'
import { DifferencesList } from './differences-list.tsx'
import { OpenRound } from './open-round.tsx'
import { ProblemsList } from './problems-list.tsx'
import { RemoveDraft } from './remove-draft.tsx'
import { StepHead } from './step-head.tsx'
import { useEditing } from './use-draft.ts'

/** What stops the opening, what differs from the edition, and what opening means. */
export function CheckStep() {
  const { t } = useTranslation('setUp')
  const { readOnly } = useEditing()
  return (
    <>
      <StepHead title={t('step.check')} lead={t(readOnly ? 'check.readLead' : 'check.lead')} />
      {!readOnly && <ProblemsList />}
      <DifferencesList />
      {!readOnly && (
        <div className={styles.end}>
          <OpenRound />
          <RemoveDraft />
        </div>
      )}
    </>
  )
}
