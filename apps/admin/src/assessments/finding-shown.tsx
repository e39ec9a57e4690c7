import { Tag } from '@digdir/designsystemet-react'
import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import type { RubricData } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { type Finding, SURE } from './assessing.ts'
import styles from './assessments.module.css'
import { EffectLines } from './effect-lines.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { useAnswerWords } from './use-answer-words.ts'

type Props = { question: string; finding: Finding; rubric: RubricData }

/** What somebody found: the answer, by whom, how sure, why, and what it means. */
export function FindingShown({ question, finding, rubric }: Props) {
  const { t } = useTranslation('assessing')
  const locale = useLocale()
  const words = useAnswerWords(rubric)
  const { layer, value, verdict, confidence, reason, author, at, evidence } = finding
  const agrees = verdict === 'agree'
  return (
    <div className={styles.found} data-verdict={verdict}>
      <p className={styles.verdict}>
        <Tag data-size="sm" data-color={agrees ? 'success' : 'warning'}>
          {agrees ? <CheckmarkCircleIcon aria-hidden /> : <ExclamationmarkTriangleIcon aria-hidden />}
          {t(agrees ? 'found.agrees' : 'found.differs')}
        </Tag>
        <strong>{words(question, value)}</strong>
        {confidence !== null && <span className={styles.fine}>{t(`find.sure.${SURE[confidence]}`)}</span>}
      </p>
      {reason !== null && <p>{t('found.reason', { reason })}</p>}
      <EffectLines finding={finding} rubric={rubric} />
      {evidence.length > 0 && <EvidenceList evidence={evidence} />}
      <p className={styles.fine}>
        {t('found.by', { who: author?.name ?? t(`found.role.${layer}`), time: formatTime(at, locale) })}
      </p>
      {finding.outOfDate && (
        <p className={styles.warning}>
          <ExclamationmarkTriangleIcon aria-hidden />
          {t('find.outOfDate', { answer: words(question, finding.against) })}
        </p>
      )}
    </div>
  )
}
