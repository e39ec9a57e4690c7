import { Alert, Button, Paragraph, Tag } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import type { Letter, Letters } from './letters.ts'
import styles from './mail.module.css'
import { ReadLetter } from './read-letter.tsx'

type Props = {
  letters: {
    data: { pages: Letters[] } | undefined
    error: unknown
    isError: boolean
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => unknown
    refetch: () => unknown
  }
  retry: (id: string) => Promise<unknown>
}

const COLOUR = { queued: 'info', sent: 'success', kept: 'neutral', failed: 'danger' } as const
const STATES = ['queued', 'sent', 'kept', 'failed'] as const

/** Letters with what became of them; what waits here can be read and handed on, what failed sent again. */
export function LettersView({ letters, retry }: Props) {
  const { t } = useTranslation('mail')
  const [reading, setReading] = useState<Letter | null>(null)
  const again = useMutation({
    mutationFn: (letter: Letter) => retry(letter.id),
    onSuccess: () => letters.refetch(),
  })
  const sends = letters.data?.pages[0]?.sends ?? false
  const columns = useColumns({ read: setReading, retry: again.mutate, busy: again.isPending, sends })
  if (letters.isError) return <Problem error={letters.error} retry={letters.refetch} />
  if (!letters.data) return <Loading />
  const rows = letters.data.pages.flatMap(page => page.letters)
  const counts = letters.data.pages[0]?.counts ?? {}
  if (rows.length === 0) return <Empty title={t('none')} text={t('noneText')} />
  return (
    <div className={styles.letters}>
      {!sends && (counts.kept ?? 0) > 0 && (
        <Alert data-color="info" data-size="sm">
          <Paragraph>{t('kept')}</Paragraph>
        </Alert>
      )}
      <p className="ts-muted">
        {STATES.flatMap(state =>
          counts[state] ? [t('counts', { state: t(`states.${state}`), count: counts[state] })] : [],
        ).join(' · ')}
      </p>
      <p role="status">{again.isSuccess && t('retried', { to: again.variables.recipient })}</p>
      {again.isError && <Problem error={again.error} />}
      <DataTable caption={t('title')} rows={rows} rowId={letter => letter.id} columns={columns} naming="to" />
      {letters.hasNextPage && (
        <Button
          variant="secondary"
          loading={letters.isFetchingNextPage}
          onClick={() => letters.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      <ReadLetter letter={reading} close={() => setReading(null)} />
    </div>
  )
}

type Acts = { read: (letter: Letter) => void; retry: (letter: Letter) => void; busy: boolean; sends: boolean }

function useColumns({ read, retry, busy, sends }: Acts): DataColumn<Letter>[] {
  const { t } = useTranslation('mail')
  const locale = useLocale()
  return useMemo(
    () => [
      { id: 'to', head: t('to'), value: letter => letter.recipient },
      { id: 'subject', head: t('subject'), value: letter => letter.subject, width: 16 },
      {
        id: 'state',
        head: t('state'),
        value: letter => t(`states.${letter.state}`),
        cell: letter => (
          <>
            <Tag data-size="sm" data-color={COLOUR[letter.state]}>
              {t(`states.${letter.state}`)}
            </Tag>
            {letter.failure && (
              <small className={styles.failure}>
                {letter.state === 'queued' ? t('waits', { failure: letter.failure }) : letter.failure}
              </small>
            )}
          </>
        ),
        width: 10,
      },
      {
        id: 'when',
        head: t('when'),
        value: letter => letter.createdAt,
        cell: letter => formatTime(letter.createdAt, locale),
        highFirst: true,
        width: 10,
      },
      {
        id: 'acts',
        head: '',
        about: t('read'),
        cell: letter => (
          <span className={styles.acts}>
            {letter.text !== null && (
              <Button
                variant="tertiary"
                data-size="sm"
                aria-label={t('readOf', { to: letter.recipient })}
                onClick={() => read(letter)}
              >
                {t('read')}
              </Button>
            )}
            {(letter.state === 'failed' || (sends && letter.state === 'kept')) && (
              <Button
                variant="tertiary"
                data-size="sm"
                disabled={busy}
                aria-label={t('retryOf', { to: letter.recipient })}
                onClick={() => retry(letter)}
              >
                {t('retry')}
              </Button>
            )}
          </span>
        ),
        width: 8.5,
      },
    ],
    [t, locale, read, retry, busy, sends],
  )
}
