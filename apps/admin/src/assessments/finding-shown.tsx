import { Tag } from '@digdir/designsystemet-react'
import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import type { RubricData } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { type Finding, SURE } from './assessing.ts'
import styles from './assessments.module.css'
import { EffectLines } from './effect-lines.tsx'
import { useAnswerWords } from './use-answer-words.ts'

type Props = {
  question: string
  finding: Finding
  rubric: RubricData
  /** The form beside it says what was found and why. */
  brief?: true
}

/** What somebody found: the answer, by whom, how sure, why, and what it means. */
export function FindingShown({ question, finding, rubric, brief }: Props) {
  const { t } = useTranslation('assessing')
  const locale = useLocale()
  const words = useAnswerWords(rubric)
  const { layer, verdict, author, at, evidence } = finding
  return (
    <div className={styles.found} data-verdict={verdict}>
      {!brief && <Verdict question={question} finding={finding} rubric={rubric} />}
      <EffectLines finding={finding} rubric={rubric} />
      {!brief && evidence.length > 0 && <EvidenceList evidence={evidence} />}
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

function Verdict({ question, finding, rubric }: Omit<Props, 'brief'>) {
  const { t } = useTranslation('assessing')
  const words = useAnswerWords(rubric)
  const { value, verdict, confidence, reason } = finding
  const agrees = verdict === 'agree'
  return (
    <>
      <p className={styles.verdict}>
        <Tag data-size="sm" data-color={agrees ? 'success' : 'warning'}>
          {agrees ? <CheckmarkCircleIcon aria-hidden /> : <ExclamationmarkTriangleIcon aria-hidden />}
          {t(agrees ? 'found.agrees' : 'found.differs')}
        </Tag>
        <strong>{words(question, value)}</strong>
        {confidence !== null && <span className={styles.fine}>{t(`find.sure.${SURE[confidence]}`)}</span>}
      </p>
      {reason !== null && <p>{t('found.reason', { reason })}</p>}
    </>
  )
}
