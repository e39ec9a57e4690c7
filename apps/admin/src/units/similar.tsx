import { Link } from '@tanstack/react-router'
import { formatNumber } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Results } from '../results/results.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useLocale } from '../ui/locale.ts'
import { type Similar, similarIn } from './likeness.ts'
import type { HistoryRow, UnitView } from './unit.ts'
import styles from './units.module.css'

type Props = { name: string; row: HistoryRow; results: Results }

/** Those of the same round who are most like a unit, with the difference to each. */
export function SimilarInRound({ name, row, results }: Props) {
  const { t } = useTranslation('units')
  const locale = useLocale()
  const similar = useMemo(() => similarIn(results.rows, row.entry), [results.rows, row.entry])
  const columns = useMemo((): DataColumn<Similar>[] => {
    const figure = (value: number | null, decimals: number, sign = false) =>
      value === null ? null : `${sign && value > 0 ? '+' : ''}${formatNumber(value, { decimals, locale })}`
    return [
      {
        id: 'name',
        head: t('similar.name'),
        value: one => one.name,
        cell: one => (
          <Link to="/units/$unit" params={{ unit: one.unit }}>
            {one.name}
          </Link>
        ),
      },
      {
        id: 'population',
        head: t('similar.population'),
        value: one => one.population,
        cell: one => figure(one.population, 0),
        numeric: true,
        width: 9,
      },
      {
        id: 'score',
        head: `${t('similar.score')}, %`,
        value: one => one.percent,
        cell: one => figure(one.percent, 1),
        numeric: true,
        highFirst: true,
        width: 8,
      },
      {
        id: 'difference',
        head: t('similar.difference'),
        value: one => one.difference,
        cell: one => figure(one.difference, 1, true),
        numeric: true,
        highFirst: true,
        width: 9,
      },
    ]
  }, [t, locale])
  if (similar.length === 0) return null
  return (
    <section className={styles.card} aria-labelledby="similar">
      <h2 id="similar">{t('similar.title')}</h2>
      <p className="ts-muted">{t('similar.lead', { name })}</p>
      <DataTable
        caption={t('similar.table', { name })}
        rows={similar}
        rowId={one => one.entry}
        columns={columns}
      />
    </section>
  )
}

/** Those of today who are most like a unit, where no round tells how they did. */
export function PlainSimilar({ similar }: Pick<UnitView, 'similar'>) {
  const { t } = useTranslation('units')
  const locale = useLocale()
  return (
    <section className={styles.card} aria-labelledby="similar">
      <h2 id="similar">{t('similar.title')}</h2>
      {similar.length === 0 ? (
        <p className="ts-muted">{t('similar.none')}</p>
      ) : (
        <>
          <p className="ts-muted">{t('similar.leadPlain')}</p>
          <ul className={styles.relatives}>
            {similar.map(({ id, name, population }) => (
              <li key={id}>
                <Link to="/units/$unit" params={{ unit: id }}>
                  {name}
                </Link>
                <span data-numeric>{formatNumber(population, { decimals: 0, locale })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
