import { Button, Tag } from '@digdir/designsystemet-react'
import { EnvelopeClosedIcon, TrashIcon } from '@navikt/aksel-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Confirm } from '../ui/confirm.tsx'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { formatTime, inWords } from '../ui/dates.ts'
import form from '../ui/form.module.css'
import { useLocale } from '../ui/locale.ts'
import { Problem } from '../ui/states.tsx'
import styles from './seats.module.css'
import type { Invitation, Seats } from './seats.ts'
import { useNames } from './use-names.ts'

/** Who has been asked and has not answered. */
export function OpenInvitations({ round, seats }: { round: Round; seats: Seats }) {
  const { t } = useTranslation('seats')
  const cache = useQueryClient()
  const [revoking, setRevoking] = useState<Invitation | null>(null)
  const [said, setSaid] = useState('')
  const settled = () => cache.invalidateQueries({ queryKey: trpc.seats.pathKey() })
  const resend = useMutation(
    trpc.seats.resend.mutationOptions({
      onSuccess: async (_, { invitations }) => {
        setSaid(t('invitations.resent', { count: invitations.length }))
        await settled()
      },
    }),
  )
  const revoke = useMutation(
    trpc.seats.revoke.mutationOptions({
      onSuccess: async () => {
        setRevoking(null)
        await settled()
      },
    }),
  )
  const columns = useColumns(seats, {
    resend: one => resend.mutate({ round: round.id, invitations: [one.id] }),
    revoke: setRevoking,
    busy: resend.isPending,
  })
  const expired = seats.invitations.filter(one => one.expired)
  return (
    <section className={styles.part} aria-labelledby="open-invitations">
      <div className={styles.head}>
        <h2 id="open-invitations">{t('invitations.title')}</h2>
        {expired.length > 0 && (
          <Button
            variant="secondary"
            data-size="sm"
            loading={resend.isPending}
            onClick={() => resend.mutate({ round: round.id, invitations: expired.map(one => one.id) })}
          >
            {t('invitations.resendExpired', { count: expired.length })}
          </Button>
        )}
      </div>
      <p className="ts-muted">{t('invitations.count', { count: seats.invitations.length })}</p>
      <p role="status">{said}</p>
      {resend.isError && <Problem error={resend.error} />}
      <DataTable
        caption={t('invitations.title')}
        rows={seats.invitations}
        rowId={one => one.id}
        columns={columns}
        naming="name"
      />
      <Confirm
        open={revoking !== null}
        title={t('invitations.sure', { name: revoking?.name ?? '' })}
        text={t('invitations.text')}
        act={t('invitations.revoke')}
        danger
        pending={revoke.isPending}
        error={revoke.error}
        onAct={() => revoking && revoke.mutate({ round: round.id, invitations: [revoking.id] })}
        onClose={() => setRevoking(null)}
      />
    </section>
  )
}

type Acts = {
  resend: (one: Invitation) => void
  revoke: (one: Invitation) => void
  busy: boolean
}

function useColumns(seats: Seats, { resend, revoke, busy }: Acts): DataColumn<Invitation>[] {
  const { t } = useTranslation('seats')
  const locale = useLocale()
  const names = useNames(seats)
  return useMemo(() => {
    const now = new Date()
    const state = (one: Invitation) =>
      one.expired
        ? t('invitations.expired', { when: inWords(one.expiresAt, locale, now) })
        : t('invitations.sent', { when: inWords(one.sentAt, locale, now) })
    return [
      { id: 'name', head: t('name'), value: one => one.name },
      { id: 'email', head: t('email'), value: one => one.email, width: 16 },
      { id: 'as', head: t('as'), value: one => names.part(one), width: 14 },
      {
        id: 'state',
        head: t('invitations.state'),
        value: one => one.expiresAt,
        cell: one => (
          <Tag
            data-size="sm"
            data-color={one.expired ? 'warning' : 'neutral'}
            title={t('invitations.expires', { time: formatTime(one.expiresAt, locale) })}
          >
            {state(one)}
          </Tag>
        ),
        width: 11,
      },
      {
        id: 'acts',
        head: '',
        about: t('invitations.revoke'),
        cell: one => (
          <span className={form.buttons}>
            <Button
              icon
              variant="tertiary"
              data-size="sm"
              disabled={busy}
              title={t('invitations.resend')}
              aria-label={t('invitations.resendOf', { name: one.name })}
              onClick={() => resend(one)}
            >
              <EnvelopeClosedIcon aria-hidden />
            </Button>
            <Button
              icon
              variant="tertiary"
              data-size="sm"
              title={t('invitations.revoke')}
              aria-label={t('invitations.revokeOf', { name: one.name })}
              onClick={() => revoke(one)}
            >
              <TrashIcon aria-hidden />
            </Button>
          </span>
        ),
        width: 6.5,
      },
    ]
  }, [t, locale, names, resend, revoke, busy])
}
