import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Confirm } from '../ui/confirm.tsx'
import { formatTimeOf, fromLocalInput, toLocalInput } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { MarkTag } from '../ui/tags.tsx'
import styles from './shortlist.module.css'
import { isOut, type Shortlist } from './shortlist.ts'

type Props = { round: Round; shortlist: Shortlist; chosen: number }

/** When everybody may see the nominees; until then they exist for nobody else. */
export function Announce({ round, shortlist, chosen }: Props) {
  const { t } = useTranslation('shortlist')
  const locale = useLocale()
  const [at, setAt] = useState(toLocalInput(shortlist.announcedAt))
  const [sure, setSure] = useState(false)
  const cache = useQueryClient()
  const announce = useMutation(
    trpc.shortlist.announce.mutationOptions({
      onSuccess: async () => {
        setSure(false)
        await cache.invalidateQueries({ queryKey: trpc.shortlist.pathKey() })
      },
    }),
  )
  const { announcedAt } = shortlist
  const words = announcedAt && formatTimeOf(announcedAt, locale, round.timeZone)
  if (isOut(shortlist, new Date()))
    return (
      <Alert data-color="success">
        {t('out', { at: words })}{' '}
        <Link to="/nominees/$round" params={{ round: round.id }}>
          {t('see')}
        </Link>
      </Alert>
    )
  const time = fromLocalInput(at)
  return (
    <section className={styles.announce} aria-label={t('announce.title')}>
      <div className={styles.head}>
        <h2>{t('announce.title')}</h2>
        <MarkTag mark="embargoed" />
      </div>
      <p>{announcedAt ? t('announce.set', { at: words }) : t('announce.text')}</p>
      <div className={styles.when}>
        <Textfield
          label={t('announce.at')}
          type="datetime-local"
          data-size="sm"
          value={at}
          onChange={({ target }) => setAt(target.value)}
        />
        <Button data-size="sm" disabled={chosen === 0 || time === null} onClick={() => setSure(true)}>
          {t('announce.button')}
        </Button>
        {announcedAt && (
          <Button
            data-size="sm"
            variant="secondary"
            loading={announce.isPending}
            onClick={() => announce.mutate({ round: round.id, at: null })}
          >
            {t('announce.off')}
          </Button>
        )}
        <Link to="/nominees/$round" params={{ round: round.id }}>
          {t('announce.preview')}
        </Link>
      </div>
      <Confirm
        open={sure}
        title={t('announce.sure', { count: chosen })}
        text={t('announce.sureText', { at: time ? formatTimeOf(time, locale, round.timeZone) : '' })}
        act={t('announce.button')}
        pending={announce.isPending}
        error={announce.error}
        onAct={() => announce.mutate({ round: round.id, at: time })}
        onClose={() => setSure(false)}
      />
    </section>
  )
}
