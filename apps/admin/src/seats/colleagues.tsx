import { Button, Tag } from '@digdir/designsystemet-react'
import { PersonPlusIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { formatTime } from '../ui/dates.ts'
import form from '../ui/form.module.css'
import { useLocale } from '../ui/locale.ts'
import { Loading, Problem } from '../ui/states.tsx'
import { AskColleague } from './ask-colleague.tsx'
import { ChangeColleague, type ColleagueChange } from './change-colleague.tsx'
import styles from './seats.module.css'

type Props = { round: string; entry: string }
export type Colleagues = inferOutput<typeof trpc.seats.colleagues>

/** Who answers an entry together; its lead asks colleagues in, and hands the lead over. */
export function Colleagues({ round, entry }: Props) {
  const { t, i18n } = useTranslation('seats')
  const heading = useId()
  const [asking, setAsking] = useState(false)
  const [changing, setChanging] = useState<ColleagueChange | null>(null)
  const [said, setSaid] = useState('')
  const found = useQuery(trpc.seats.colleagues.queryOptions({ round, entry, lang: i18n.language }))
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading}>{t('colleagues.title')}</h2>
        {found.data?.mayInvite && (
          <Button variant="secondary" data-size="sm" onClick={() => setAsking(true)}>
            <PersonPlusIcon aria-hidden />
            {t('colleagues.add')}
          </Button>
        )}
      </div>
      <p className="ts-muted">{t('colleagues.lead')}</p>
      {found.isError && <Problem error={found.error} retry={() => found.refetch()} />}
      {found.isPending && <Loading rows={2} />}
      {found.data && <List colleagues={found.data} change={setChanging} />}
      <p role="status">{said}</p>
      {found.data?.mayInvite && (
        <>
          <AskColleague
            place={{ round, entry }}
            areas={found.data.areas}
            open={asking}
            close={() => setAsking(false)}
            done={setSaid}
          />
          <ChangeColleague place={{ round, entry }} change={changing} close={() => setChanging(null)} />
        </>
      )}
    </section>
  )
}

type ListProps = { colleagues: Colleagues; change: (change: ColleagueChange) => void }

function List({ colleagues, change }: ListProps) {
  const { t } = useTranslation('seats')
  const locale = useLocale()
  const { people, invitations, areas, mayInvite } = colleagues
  const named = (sections: readonly string[] | null) =>
    sections === null
      ? t('allAreas')
      : sections.map(id => areas.find(area => area.id === id)?.title ?? id).join(', ')
  return (
    <ul className={styles.people}>
      {people.map(one => (
        <li key={one.seat}>
          <p>
            {one.name} {one.you && `(${t('colleagues.you')})`}{' '}
            <Tag data-size="sm">{t(`role.${one.role}`)}</Tag>
            <span className={styles.quiet}>
              {one.email} · {named(one.sections)}
            </span>
          </p>
          {mayInvite && !one.you && one.role === 'contributor' && (
            <span className={form.buttons}>
              <Button
                variant="tertiary"
                data-size="sm"
                onClick={() => change({ what: 'handOver', id: one.seat, name: one.name })}
              >
                {t('colleagues.handOver', { name: one.name })}
              </Button>
              <Button
                variant="tertiary"
                data-size="sm"
                data-color="danger"
                onClick={() => change({ what: 'seat', id: one.seat, name: one.name })}
              >
                {t('colleagues.remove', { name: one.name })}
              </Button>
            </span>
          )}
        </li>
      ))}
      {invitations.map(one => (
        <li key={one.id}>
          <p>
            {one.name} <Tag data-size="sm">{t(`role.${one.role}`)}</Tag>
            <span className={styles.quiet}>
              {one.email} ·{' '}
              {one.expired
                ? t('colleagues.expired')
                : t('colleagues.invited', { time: formatTime(one.expiresAt, locale) })}
            </span>
          </p>
          {mayInvite && one.role === 'contributor' && (
            <Button
              variant="tertiary"
              data-size="sm"
              data-color="danger"
              onClick={() => change({ what: 'invitation', id: one.id, name: one.name })}
            >
              {t('invitations.revoke')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
