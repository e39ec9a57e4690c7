import { Alert, Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import styles from './check.module.css'
import { hasUnsaved, useEditing } from './use-draft.ts'

const MEANS = ['frozen', 'hash', 'editionMoves', 'invite', 'noWayBack'] as const

/** Says what freezing means before it is done. */
export function OpenRound() {
  const { t } = useTranslation('setUp')
  const { t: frame } = useTranslation()
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
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        closeButton={frame('close')}
        aria-labelledby="open-sure"
      >
        <Heading level={2} data-size="sm" id="open-sure">
          {t('check.sure', { title: round.title })}
        </Heading>
        <Paragraph>{t('check.sureText')}</Paragraph>
        {open.isError && (
          <Alert data-color="danger" data-size="sm" role="alert">
            <Paragraph>{open.error.message}</Paragraph>
          </Alert>
        )}
        <div className={styles.buttons}>
          <Button
            loading={open.isPending}
            onClick={() => open.mutate({ id: round.id, version: state.version })}
          >
            {t('check.open')}
          </Button>
          <Button variant="secondary" onClick={() => setAsked(false)}>
            {frame('cancel')}
          </Button>
        </div>
      </Dialog>
    </section>
  )
}
