import { Button } from '@digdir/designsystemet-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Empty } from '../ui/states.tsx'
import { AddConflict } from './add-conflict.tsx'
import { LiftConflict } from './lift-conflict.tsx'
import styles from './seats.module.css'
import type { Seats } from './seats.ts'
import { useNames } from './use-names.ts'

export type Conflict = Seats['conflicts'][number]

/** Who may not judge which entry, and who said so. */
export function Conflicts({ round, seats }: { round: Round; seats: Seats }) {
  const { t } = useTranslation('seats')
  const [adding, setAdding] = useState(false)
  const [lifting, setLifting] = useState<Conflict | null>(null)
  const columns = useColumns(seats, setLifting)
  return (
    <section className={styles.part} aria-label={t('conflict.caption')}>
      <div className={styles.head}>
        <p className="ts-muted">{t('conflict.lead')}</p>
        <Button variant="secondary" data-size="sm" onClick={() => setAdding(true)}>
          {t('conflict.add')}
        </Button>
      </div>
      {seats.conflicts.length === 0 ? (
        <Empty title={t('conflict.none')} text={t('conflict.noneText')} />
      ) : (
        <DataTable
          caption={t('conflict.caption')}
          rows={seats.conflicts}
          rowId={one => `${one.entry}/${one.person}`}
          columns={columns}
          naming="person"
        />
      )}
      <AddConflict round={round} seats={seats} open={adding} close={() => setAdding(false)} />
      {lifting && (
        <LiftConflict round={round} seats={seats} conflict={lifting} close={() => setLifting(null)} />
      )}
    </section>
  )
}

function useColumns(seats: Seats, lift: (conflict: Conflict) => void): DataColumn<Conflict>[] {
  const { t } = useTranslation('seats')
  const locale = useLocale()
  const names = useNames(seats)
  return useMemo(
    () => [
      { id: 'person', head: t('conflict.person'), value: one => names.person(one.person) },
      { id: 'entry', head: t('conflict.entry'), value: one => names.entry(one.entry), width: 12 },
      {
        id: 'source',
        head: t('conflict.source'),
        value: one => t(`conflict.sources.${one.source}`),
        cell: one => (
          <>
            {t(`conflict.sources.${one.source}`)}
            {one.at && <small className={styles.quiet}>{formatDay(one.at, locale)}</small>}
          </>
        ),
        width: 11,
      },
      {
        id: 'reason',
        head: t('conflict.reason'),
        value: one => one.reason || t('conflict.ownReason'),
        width: 20,
      },
      {
        id: 'lift',
        head: '',
        about: t('conflict.lift'),
        cell: one =>
          one.liftable ? (
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={t('conflict.liftOf', {
                name: names.person(one.person),
                entry: names.entry(one.entry),
              })}
              onClick={() => lift(one)}
            >
              {t('conflict.lift')}
            </Button>
          ) : null,
        width: 7,
      },
    ],
    [t, locale, names, lift],
  )
}
