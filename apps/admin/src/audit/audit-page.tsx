import { Button } from '@digdir/designsystemet-react'
import { CheckmarkCircleFillIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons'
import { useQueries } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Page } from '../ui/page.tsx'
import { Loading, Problem } from '../ui/states.tsx'
import styles from './audit.module.css'

type Log = inferOutput<typeof trpc.audit.list>
type Link = Log['rows'][number]

/** Every change, newest first, and whether the chain is whole. */
export function AuditPage() {
  const { t } = useTranslation('audit')
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Chain />
    </Page>
  )
}

function Chain() {
  const { t } = useTranslation('audit')
  const [cursors, setCursors] = useState<readonly (number | null)[]>([null])
  const pages = useQueries({ queries: cursors.map(cursor => trpc.audit.list.queryOptions({ cursor })) })
  const failed = pages.find(page => page.isError)
  if (failed) return <Problem error={failed.error} retry={() => failed.refetch()} />
  const first = pages[0]?.data
  if (!first) return <Loading rows={10} />
  const rows = pages.flatMap(page => page.data?.rows ?? [])
  const last = pages.at(-1)
  const next = last?.data?.next ?? null
  return (
    <>
      <p className={styles.verdict} data-whole={first.ok} role="status">
        {first.ok ? <CheckmarkCircleFillIcon aria-hidden /> : <XMarkOctagonFillIcon aria-hidden />}
        {first.ok ? t('whole') : t('broken', { seq: first.brokenAt })}
      </p>
      {rows.length === 0 ? (
        <p className="ts-muted">{t('none')}</p>
      ) : (
        <ol className={styles.log} aria-label={t('title')}>
          {rows.map(row => (
            <Row key={row.seq} row={row} broken={first.brokenAt !== null && row.seq >= first.brokenAt} />
          ))}
        </ol>
      )}
      {(next !== null || last?.isPending) && (
        <Button
          variant="secondary"
          loading={last?.isPending ?? false}
          onClick={() => setCursors([...cursors, next])}
        >
          {t('more')}
        </Button>
      )}
    </>
  )
}

function Row({ row, broken }: { row: Link; broken: boolean }) {
  const { t, i18n } = useTranslation('audit')
  const locale = useLocale()
  const named = i18n.exists(`audit:action.${row.action}`)
  const bare = Object.keys(row.detail ?? {}).length === 0
  return (
    <li data-broken={broken}>
      <span className="ts-figure">{row.seq}</span>
      <time dateTime={row.at}>{formatTime(row.at, locale)}</time>
      <span>{row.actor ?? t('system')}</span>
      <span className={styles.what}>
        <strong>{named ? t(`action.${row.action}` as 'action.people.create') : row.action}</strong>
        <span className={styles.subject}>{row.subject}</span>
      </span>
      <details className={styles.detail}>
        <summary aria-label={t('detailOf', { seq: row.seq })}>{t('detail')}</summary>
        {!bare && <pre>{JSON.stringify(row.detail, null, 2)}</pre>}
        <code>
          {t('hash')}: {row.hash}
        </code>
      </details>
    </li>
  )
}
