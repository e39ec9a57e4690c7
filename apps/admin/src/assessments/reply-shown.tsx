import type { RubricData } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import type { Finding } from './assessing.ts'
import styles from './assessments.module.css'
import { useAnswerWords } from './use-answer-words.ts'

type Props = { question: string; finding: Finding; rubric: RubricData }

/** What the entry says to a finding, and what became of it. */
export function ReplyShown({ question, finding, rubric }: Props) {
  const { t } = useTranslation('assessing')
  const words = useAnswerWords(rubric)
  const { reply, value } = finding
  if (!reply) return null
  return (
    <div className={styles.reply} data-stance={reply.stance}>
      <p>
        <strong>{t(reply.stance === 'accept' ? 'reply.accepted' : 'reply.objected')}</strong>
        {reply.text !== '' && ` ${reply.text}`}
      </p>
      {reply.outcome === null && reply.stance === 'object' && (
        <p className={styles.fine}>{t('reply.waiting')}</p>
      )}
      {reply.outcome !== null && (
        <p>
          <strong>
            {reply.before === null
              ? t('reply.kept')
              : t('reply.changed', {
                  from: words(question, reply.before.value),
                  to: words(question, value),
                })}
          </strong>{' '}
          {reply.answer}
        </p>
      )}
    </div>
  )
}
