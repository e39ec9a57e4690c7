import { Alert, Paragraph } from '@digdir/designsystemet-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { Problem } from '../ui/states.tsx'
import styles from './import.module.css'
import { ImportBad } from './import-bad.tsx'
import { ImportColumns } from './import-columns.tsx'
import { ImportDone } from './import-done.tsx'
import { ImportGood } from './import-good.tsx'
import { ImportSource } from './import-source.tsx'
import { ImportSubmit } from './import-submit.tsx'
import { usePreview } from './use-preview.ts'

const route = getRouteApi('/rounds/$round/entries/import')

/** From a file to entries: read, map, look, import, and back again if it was wrong. */
export function ImportPage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="entries">
      {one => <Import round={one} />}
    </RoundFrame>
  )
}

function Import({ round }: { round: Round }) {
  const { t } = useTranslation('entries')
  const { done } = route.useSearch()
  const preview = usePreview(round.id)
  if (done !== undefined) return <ImportDone round={round} importId={done} />
  if (round.state !== 'open' || !round.mayChange)
    return (
      <Alert data-color="info">
        <Paragraph>{t('import.notNow')}</Paragraph>
        <Link to="/rounds/$round/entries" params={{ round: round.id }}>
          {t('import.toEntries')}
        </Link>
      </Alert>
    )
  const { read } = preview
  return (
    <div className={styles.page} data-size="sm">
      <div className={styles.head}>
        <h2>{t('import.title')}</h2>
        <p className="ts-muted">{t('import.lead')}</p>
      </div>
      <ImportSource preview={preview} fileName={read?.fileName ?? null} />
      {preview.error !== null && <Problem error={preview.error} />}
      {read && (
        <div className={styles.page} aria-busy={preview.busy}>
          <ImportColumns round={round} columns={read.columns} remap={preview.remap} busy={preview.busy} />
          <ImportBad round={round} read={read} />
          <ImportGood round={round} read={read} />
          <ImportSubmit round={round} read={read} busy={preview.busy} />
        </div>
      )}
    </div>
  )
}
