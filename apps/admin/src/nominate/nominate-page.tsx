import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { formatTimeOf } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Page } from '../ui/page.tsx'
import { Empty, isGone, Loading, Problem } from '../ui/states.tsx'
import styles from './nominate.module.css'
import { NominateForm } from './nominate-form.tsx'
import type { Sent } from './nomination.ts'

const route = getRouteApi('/nominate/$round')

/** Where anybody nominates a municipality, without signing in. */
export function NominatePage() {
  const { t, i18n } = useTranslation('nominations')
  const { round } = route.useParams()
  const locale = useLocale()
  const form = useQuery(trpc.nominations.form.queryOptions({ round, lang: i18n.language }))
  const [sent, setSent] = useState<Sent | null>(null)
  if (form.isError)
    return (
      <Page title={t('form.title')}>
        {isGone(form.error) ? (
          <Empty title={t('form.closed')} text={t('form.closedText')} />
        ) : (
          <Problem error={form.error} retry={() => form.refetch()} />
        )}
      </Page>
    )
  if (!form.data)
    return (
      <Page title={t('form.title')}>
        <Loading />
      </Page>
    )
  const { title, description } = form.data.round
  return (
    <Page title={t('form.heading', { round: title })} about={t('form.title')}>
      <div className={styles.page}>
        {sent ? (
          <Thanks sent={sent} again={() => setSent(null)} />
        ) : (
          <>
            <div className={styles.about}>
              {description !== '' && <p>{description}</p>}
              <p>{t('form.lead', { organiser: form.data.organiser })}</p>
              {form.data.closesAt && (
                <p>
                  {t('form.until', {
                    at: formatTimeOf(form.data.closesAt, locale, form.data.round.timeZone),
                  })}
                </p>
              )}
            </div>
            <NominateForm form={form.data} done={setSent} />
          </>
        )}
      </div>
    </Page>
  )
}

function Thanks({ sent, again }: { sent: Sent; again: () => void }) {
  const { t } = useTranslation('nominations')
  return (
    <div role="status">
      <Empty
        title={t('form.thanks', { units: sent.units })}
        text={t('form.thanksText', { email: sent.email })}
        action={
          <Button variant="secondary" onClick={again}>
            {t('form.another')}
          </Button>
        }
      />
    </div>
  )
}
