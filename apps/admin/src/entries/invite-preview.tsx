import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Loading, Problem } from '../ui/states.tsx'
import styles from './entries.module.css'
import type { Whom } from './whom.ts'

const SHOWN = 12

/** Who will be invited, counted and named, before anybody is. */
export function InvitePreview({ round, whom }: { round: Round; whom: Whom }) {
  const { t } = useTranslation('entries')
  const meant = useQuery(
    trpc.entries.who.queryOptions({ round: round.id, whom }, { placeholderData: before => before }),
  )
  if (meant.isError) return <Problem error={meant.error} />
  if (!meant.data) return <Loading rows={2} />
  const out = (state: string | undefined) => state === 'declined' || state === 'withdrawn'
  const fresh = meant.data.filter(one => one.entry === null || out(one.entry.state))
  const names = fresh.slice(0, SHOWN).map(one => one.name)
  return (
    <div className={styles.preview} role="status">
      <strong>{t('invite.preview', { count: fresh.length })}</strong>
      {meant.data.length > fresh.length && (
        <span className="ts-muted">{t('invite.already', { count: meant.data.length - fresh.length })}</span>
      )}
      {names.length > 0 && (
        <p>
          {names.join(', ')}
          {fresh.length > SHOWN && ` ${t('invite.more', { count: fresh.length - SHOWN })}`}
        </p>
      )}
    </div>
  )
}
