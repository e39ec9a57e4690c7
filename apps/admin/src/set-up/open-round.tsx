import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Confirm } from '../ui/confirm.tsx'
import styles from './check.module.css'
import { hasUnsaved, useEditing } from './use-draft.ts'

const MEANS = ['frozen', 'hash', 'editionMoves', 'invite', 'noWayBack'] as const

/** Says what freezing means before it is done. */
export function OpenRound() {
  const { t } = useTranslation('setUp')
  const { round, state } = useEditing()
  const [asked, setAsked] = useState(false)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const open = useMutation(
    trpc.rounds.open.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.rounds.pathKey() })
        await navigate({ to: '/rounds/$round/entries', params: { round: round.id } })
      },
    }),
  )
  const stopped = round.problems.some(problem => problem.severity === 'error')
  return (
    <section className={styles.open} aria-labelledby="opening">
      <h3 id="opening">{t('check.openTitle')}</h3>
      <ul>
        {MEANS.map(key => (
          <li key={key}>{t(`check.means.${key}`)}</li>
        ))}
      </ul>
      <Button disabled={stopped || hasUnsaved(state)} onClick={() => setAsked(true)}>
        {t('check.open')}
      </Button>
      {stopped && <p className={styles.says}>{t('check.firstMend')}</p>}
      <Confirm
        open={asked}
        title={t('check.sure', { title: round.title })}
        text={t('check.sureText')}
        act={t('check.open')}
        pending={open.isPending}
        error={open.error}
        onAct={() => open.mutate({ id: round.id, version: state.version })}
        onClose={() => setAsked(false)}
      />
    </section>
  )
}
