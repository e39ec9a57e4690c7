import { Button } from '@digdir/designsystemet-react'
import { DownloadIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Loading, Problem } from '../ui/states.tsx'
import styles from './questionnaire.module.css'

/** What was sent in: when, by whom, and the hash by which anyone can see later that it is the same. */
export function Receipt({ round, entry }: { round: string; entry: string }) {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  const receipt = useQuery(trpc.answers.receipt.queryOptions({ round, entry }))
  if (receipt.isError) return <Problem error={receipt.error} retry={() => receipt.refetch()} />
  if (!receipt.data) return <Loading rows={2} />
  const { at, by, sha256, answers, evidence, body } = receipt.data
  return (
    <section className={styles.receipt} aria-labelledby="receipt">
      <h2 id="receipt">{t('receipt.title')}</h2>
      <dl>
        <dt>{t('receipt.at')}</dt>
        <dd>{formatTime(at, locale)}</dd>
        {by && (
          <>
            <dt>{t('receipt.by')}</dt>
            <dd>{by.name}</dd>
          </>
        )}
        <dt>{t('receipt.what')}</dt>
        <dd>{t('receipt.counts', { answers: answers.length, evidence: evidence.length })}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{sha256}</code>
        </dd>
      </dl>
      <p className="ts-muted">{t('receipt.text')}</p>
      {body !== null && (
        <Button
          className={styles.noPrint ?? ''}
          data-size="sm"
          variant="secondary"
          onClick={() => download(body, `${entry}-${at.slice(0, 10)}.json`)}
        >
          <DownloadIcon aria-hidden />
          {t('receipt.download')}
        </Button>
      )}
    </section>
  )
}

/** The text as it was hashed, byte by byte. */
function download(body: string, name: string): void {
  const url = URL.createObjectURL(new Blob([body], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
