import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { refusalOf } from '../refused.ts'
import { formatTime, formatTimeOf } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Page } from '../ui/page.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { AsAnother } from './as-another.tsx'
import styles from './join.module.css'
import { TakePart } from './take-part.tsx'

const route = getRouteApi('/join/$token')

export type Invited = inferOutput<typeof trpc.seats.look>

/** Where the link of an invitation leads. */
export function JoinPage() {
  const { t, i18n } = useTranslation('join')
  const { token } = route.useParams()
  const found = useQuery(trpc.seats.look.queryOptions({ token, lang: i18n.language }, { staleTime: 0 }))
  if (found.isError && refusalOf(found.error)?.code === 'not-found') return <Dead />
  if (found.isError)
    return (
      <Page title={t('title')}>
        <Problem error={found.error} retry={() => found.refetch()} />
      </Page>
    )
  if (!found.data)
    return (
      <Page title={t('title')}>
        <Loading rows={4} />
      </Page>
    )
  return (
    <Page title={t('heading', { round: found.data.round.title })} about={t('title')}>
      <div className={styles.page}>
        <What invited={found.data} />
        <How token={token} invited={found.data} />
      </div>
    </Page>
  )
}

/** The same for every link that leads nowhere, since the server says the same of all. */
function Dead() {
  const { t } = useTranslation('join')
  const me = useQuery(trpc.people.me.queryOptions())
  return (
    <Page title={t('title')}>
      <Empty
        title={t('dead')}
        text={t('deadText')}
        action={
          <Button asChild>
            {me.data?.user ? (
              <Link to="/rounds">{t('toRounds')}</Link>
            ) : (
              <Link to="/sign-in">{t('signIn')}</Link>
            )}
          </Button>
        }
      />
    </Page>
  )
}

/** What, by whom, as what, until when. */
function What({ invited }: { invited: Invited }) {
  const { t } = useTranslation('join')
  const { t: seats } = useTranslation('seats')
  const locale = useLocale()
  const { invitedBy, organisation, role, entry, areas, deadline, expiresAt, round } = invited
  const roleName = seats(`role.${role}`)
  return (
    <dl className={styles.what}>
      <Line name={t('as')}>{entry === null ? roleName : t('of', { role: roleName, entry })}</Line>
      {areas && <Line name={t('areas')}>{areas.join(', ')}</Line>}
      {invitedBy && <Line name={t('by')}>{invitedBy}</Line>}
      {organisation && <Line name={t('organisation')}>{organisation}</Line>}
      {deadline && <Line name={t('deadline')}>{formatTimeOf(deadline, locale, round.timeZone)}</Line>}
      <Line name={t('expires')}>{formatTime(expiresAt, locale)}</Line>
    </dl>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function How({ token, invited }: { token: string; invited: Invited }) {
  const { t } = useTranslation('join')
  if (invited.as === 'other') return <AsAnother token={token} invited={invited} />
  if (invited.as !== 'known') return <TakePart token={token} invited={invited} />
  return (
    <div className={styles.act}>
      <p>{t('known', { email: invited.email })}</p>
      <Button asChild>
        <Link to="/sign-in" search={{ to: `/join/${token}` }}>
          {t('signIn')}
        </Link>
      </Button>
    </div>
  )
}
