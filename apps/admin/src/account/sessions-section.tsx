import { Button, Heading } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { formatTime, inWords } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Loading, Problem } from '../ui/states.tsx'
import styles from './account.module.css'

type Session = inferOutput<typeof trpc.account.sessions>[number]

/** Where one is signed in, and the end of it. */
export function SessionsSection() {
  const { t } = useTranslation('account')
  const cache = useQueryClient()
  const again = { onSettled: () => cache.invalidateQueries({ queryKey: trpc.account.sessions.queryKey() }) }
  const sessions = useQuery(trpc.account.sessions.queryOptions())
  const end = useMutation(trpc.account.revokeSession.mutationOptions(again))
  const endOthers = useMutation(trpc.account.revokeOthers.mutationOptions(again))
  const columns = useColumns(id => end.mutate({ id }))
  const failed = end.error ?? endOthers.error
  return (
    <section className={styles.section} aria-labelledby="sessions">
      <Heading level={2} data-size="xs" id="sessions">
        {t('sessions.title')}
      </Heading>
      {sessions.isError && <Problem error={sessions.error} retry={() => sessions.refetch()} />}
      {sessions.isPending && <Loading rows={2} />}
      {failed && <Problem error={failed} />}
      <span role="status" className="ts-visually-hidden">
        {(end.isSuccess || endOthers.isSuccess) && t('sessions.ended')}
      </span>
      {sessions.data && (
        <DataTable
          caption={t('sessions.title')}
          rows={sessions.data}
          rowId={session => session.id}
          columns={columns}
          naming="browser"
        />
      )}
      {sessions.data && sessions.data.length > 1 && (
        <div className={styles.buttons}>
          <Button variant="secondary" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('sessions.endOthers')}
          </Button>
        </div>
      )}
    </section>
  )
}

function useColumns(end: (id: string) => void): DataColumn<Session>[] {
  const { t } = useTranslation('account')
  const locale = useLocale()
  return useMemo(() => {
    const nameOf = ({ browser, system }: Session) =>
      browser === null
        ? t('sessions.unknown')
        : system === null
          ? browser
          : t('sessions.of', { browser, system })
    return [
      {
        id: 'browser',
        head: t('sessions.browser'),
        value: nameOf,
        cell: session => (session.current ? `${nameOf(session)} (${t('sessions.here')})` : nameOf(session)),
      },
      {
        id: 'since',
        head: t('sessions.since'),
        value: session => session.createdAt,
        cell: session => formatTime(session.createdAt, locale),
        width: 13,
      },
      {
        id: 'used',
        head: t('sessions.used'),
        about: t('sessions.usedHelp'),
        value: session => session.lastUsedAt,
        cell: session => inWords(session.lastUsedAt, locale, new Date()),
        width: 10,
      },
      {
        id: 'end',
        head: '',
        about: t('sessions.end'),
        cell: session =>
          session.current ? null : (
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={t('sessions.endOf', {
                name: nameOf(session),
                when: formatTime(session.lastUsedAt, locale),
              })}
              onClick={() => end(session.id)}
            >
              {t('sessions.end')}
            </Button>
          ),
        width: 8,
      },
    ]
  }, [t, locale, end])
}
