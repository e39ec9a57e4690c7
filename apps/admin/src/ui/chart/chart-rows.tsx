import { Table } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../locale.ts'
import { ScrollArea } from '../scroll-area.tsx'
import type { Cell, ChartTable } from './chart.ts'
import styles from './chart-frame.module.css'

/** The figures behind a picture. */
export function ChartRows({ caption, table }: { caption: string; table: ChartTable }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const shown = (cell: Cell | undefined, show?: (value: number) => string) => {
    if (cell === null || cell === undefined) return <span className="ts-muted">{t('noValue')}</span>
    if (typeof cell === 'string') return cell
    return show ? show(cell) : cell.toLocaleString(locale)
  }
  return (
    <ScrollArea className={styles.rows} label={caption}>
      <Table data-size="sm" zebra>
        <caption className="ts-visually-hidden">{caption}</caption>
        <Table.Head>
          <Table.Row>
            {table.columns.map(({ title }, at) => (
              <Table.HeaderCell key={title} className={isFigure(table, at) ? 'ts-figure' : undefined}>
                {title}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {table.rows.map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a picture have no identity and are never moved.
            <Table.Row key={number}>
              {table.columns.map(({ title, show }, at) => (
                <Table.Cell key={title} className={isFigure(table, at) ? 'ts-figure' : undefined}>
                  {shown(row[at], show)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollArea>
  )
}

const isFigure = ({ rows }: ChartTable, at: number) => rows.some(row => typeof row[at] === 'number')
