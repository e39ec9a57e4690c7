import { Tag } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CategoryName } from '../results/category-name.tsx'
import type { Round } from '../rounds/round.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import type { TableSort } from '../ui/table-rows.ts'
import type { FindingLayer, Queue } from './assessing.ts'
import styles from './assessments.module.css'

type Row = Extract<Queue['entries'][number], { conflict: false }>
type Props = { round: Round; entries: readonly Row[] }

/** Each entry with how far every layer has come; the name leads to its sheet. */
export function QueueTable({ round, entries }: Props) {
  const { t } = useTranslation('assessing')
  const [sort, setSort] = useState<TableSort | null>(null)
  return (
    <DataTable
      caption={t('layer.desk')}
      rows={entries}
      rowId={row => row.id}
      columns={useColumns({ round, entries })}
      naming="entry"
      sort={sort}
      onSort={setSort}
    />
  )
}

const progressOf = (row: Row, layer: FindingLayer) => row.progress.find(one => one.layer === layer)

function useColumns({ round, entries }: Props): DataColumn<Row>[] {
  const { t } = useTranslation('assessing')
  return useMemo(() => {
    const some = (has: (row: Row) => boolean, column: DataColumn<Row>) => (entries.some(has) ? [column] : [])
    const nameOf = (row: Row) =>
      row.name ?? t('queue.unnamed', { number: entries.findIndex(one => one.id === row.id) + 1 })
    const layer = (of: FindingLayer): DataColumn<Row> => ({
      id: of,
      head: t(`queue.${of}`),
      value: row => {
        const one = progressOf(row, of)
        return one ? one.checked / Math.max(1, one.of) : null
      },
      cell: row => <Progress {...(progressOf(row, of) ?? { checked: 0, of: 0 })} title={t(`layer.${of}`)} />,
      width: 10,
    })
    const differing = (row: Row) => row.progress.reduce((sum, one) => sum + one.differing, 0)
    return [
      {
        id: 'entry',
        head: t('queue.entry'),
        value: nameOf,
        cell: row => (
          <span className={styles.named}>
            {row.open ? (
              <Link to="/rounds/$round/assess/$entry" params={{ round: round.id, entry: row.id }}>
                {nameOf(row)}
              </Link>
            ) : (
              nameOf(row)
            )}
            {!row.open && <Tag data-size="sm">{t('queue.notYet')}</Tag>}
            {row.open && !row.submitted && (
              <Tag data-size="sm" data-color="warning">
                {t('queue.notSubmitted')}
              </Tag>
            )}
          </span>
        ),
        width: 14,
      },
      ...some(row => row.category !== null, {
        id: 'category',
        head: t('queue.category'),
        value: row => row.category,
        cell: row => <CategoryName rubric={round.rubric} category={row.category} />,
        width: 10,
      }),
      ...some(row => progressOf(row, 'desk') !== undefined, layer('desk')),
      ...some(row => progressOf(row, 'visit') !== undefined, layer('visit')),
      ...some(row => row.forVisit !== null, {
        id: 'forVisit',
        head: t('queue.toVisit'),
        value: row => row.forVisit && row.forVisit.of - row.forVisit.checked,
        cell: row => row.forVisit && t('queue.progress', row.forVisit),
        numeric: true,
        width: 9,
      }),
      ...some(row => row.progress.length > 0, {
        id: 'differing',
        head: t('queue.differing'),
        value: differing,
        numeric: true,
        highFirst: true,
        width: 8,
      }),
      ...some(row => row.objections !== null, {
        id: 'objections',
        head: t('queue.objections'),
        value: row => row.objections,
        cell: row =>
          row.objections ? (
            <Tag data-size="sm" data-color="warning">
              {row.objections}
            </Tag>
          ) : (
            row.objections
          ),
        numeric: true,
        highFirst: true,
        width: 9,
      }),
    ]
  }, [round, entries, t])
}

function Progress({ checked, of, title }: { checked: number; of: number; title: string }) {
  const { t } = useTranslation('assessing')
  const words = t('queue.progress', { checked, of })
  return (
    <span className={styles.progress}>
      <meter min={0} max={Math.max(1, of)} value={checked} aria-label={title} aria-valuetext={words} />
      <span data-numeric>{words}</span>
    </span>
  )
}
