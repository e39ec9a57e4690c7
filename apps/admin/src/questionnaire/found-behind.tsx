import { useQuery } from '@tanstack/react-query'
import type { Question } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { useLocale } from '../ui/locale.ts'
import { answerText } from './answer-text.ts'
import type { View } from './answered.ts'
import styles from './print.module.css'

type Props = { name: string; question: Question; round: string; view: View }

const LAYERS = ['desk', 'visit'] as const

/** What the desk check and the visit found behind an answer, once the entry may see it. */
export function FoundBehind({ name, question, round, view }: Props) {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  const enabled = view.can.includes('replies.findings')
  const entry = view.entry.id
  const findings = useQuery(trpc.replies.findings.queryOptions({ round, entry }, { enabled }))
  const item = findings.data?.items.find(one => one.question === name)
  return LAYERS.map(layer => {
    const finding = item?.[layer]
    if (!finding) return null
    return (
      <dd key={layer} className={styles.finding}>
        {t(`print.${layer}`)} {answerText(question, finding.value, { t, locale })}
        {finding.reason !== null && <span> – {finding.reason}</span>}
      </dd>
    )
  })
}
