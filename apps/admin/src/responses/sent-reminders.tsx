import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import styles from './responses.module.css'

/** What went out before; nothing where nothing has. */
export function SentReminders({ round }: { round: Round }) {
  const { t } = useTranslation('responses')
  const locale = useLocale()
  const sent = useQuery(trpc.reminders.list.queryOptions({ round: round.id }))
  if (!sent.data || sent.data.length === 0) return null
  return (
    <section className={styles.part} aria-labelledby="sent">
      <h2 id="sent">{t('sent.title')}</h2>
      <ul className={styles.sent}>
        {sent.data.map(({ at, recipients, group }) => (
          <li key={at}>
            <time dateTime={at}>{formatTime(at, locale)}</time>
            <span>{t('sent.line', { count: recipients })}</span>
            <span className="ts-muted">{group.states.map(state => t(`state.${state}`)).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
