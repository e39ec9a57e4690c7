import { useVirtualizer } from '@tanstack/react-virtual'
import { formatShare, roundShare } from '@tumstock/engine/display'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classOf } from '../ui/chart/ramp.ts'
import { useLocale } from '../ui/locale.ts'
import styles from './heat-map.module.css'
import { moved, type Place } from './heat-move.ts'

export type HeatRow = {
  id: string
  name: string
  values: readonly (number | null)[]
  /** Which values rest on an imputed number. */
  imputed: readonly boolean[]
}

type Props = {
  caption: string
  columns: readonly { path: string; title: string }[]
  rows: readonly HeatRow[]
  open: (entry: string, path: string) => void
}

const ROW_HEIGHT = 36
/** In rem: least width of a column of values, and of the names beside them. */
const COLUMN_WIDTH = 5
const NAME_WIDTH = 9

/** Values as shades with their figures. One stop for the Tab key; arrows move inside, Enter opens. */
export function HeatMap({ caption, columns, rows, open }: Props) {
  const { t } = useTranslation('results')
  const scroll = useRef<HTMLElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const moving = useRef(false)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: index => rows[index]?.id ?? index,
    overscan: 16,
  })
  const current = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, columns.length - 1) }
  const onKeyDown = (event: KeyboardEvent) => {
    const [entry, column] = [rows[current.row], columns[current.column]]
    if ((event.key === 'Enter' || event.key === ' ') && entry && column) {
      event.preventDefault()
      open(entry.id, column.path)
      return
    }
    const to = moved(current, event.key, { rows: rows.length, columns: columns.length })
    if (!to) return
    event.preventDefault()
    moving.current = true
    virtual.scrollToIndex(to.row)
    setAt(to)
  }
  // Runs after every render: the row that the keys lead to may only be drawn after the list has scrolled.
  useEffect(() => {
    if (!moving.current) return
    const cell = scroll.current?.querySelector<HTMLElement>('td[tabindex="0"]')
    if (!cell) return
    moving.current = false
    cell.focus()
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <>
      <p className="ts-muted">{t('map.help')}</p>
      <section ref={scroll} className={styles.scroll} aria-label={caption}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved between with arrow keys.
          role="grid"
          aria-rowcount={rows.length + 1}
          onKeyDown={onKeyDown}
          style={{ minWidth: `${NAME_WIDTH + columns.length * COLUMN_WIDTH}rem` }}
        >
          <caption className="ts-visually-hidden">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t('column.unit')}</th>
              {columns.map(({ path, title }) => (
                <th key={path} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height={before} />
            {items.map(({ index }) => {
              const row = rows[index]
              return (
                row && (
                  <tr key={row.id} aria-rowindex={index + 2}>
                    <th scope="row">{row.name}</th>
                    {columns.map(({ path, title }, column) => (
                      <HeatCell
                        key={path}
                        row={row}
                        title={title}
                        value={row.values[column] ?? null}
                        imputed={row.imputed[column] ?? false}
                        current={current.row === index && current.column === column}
                        choose={() => {
                          setAt({ row: index, column })
                          open(row.id, path)
                        }}
                      />
                    ))}
                  </tr>
                )
              )
            })}
            <Gap height={after} />
          </tbody>
        </table>
      </section>
    </>
  )
}

const Gap = ({ height }: { height: number }) =>
  height > 0 ? <tr aria-hidden style={{ height: `${height}px` }} /> : null

type CellProps = {
  row: HeatRow
  title: string
  value: number | null
  imputed: boolean
  current: boolean
  choose: () => void
}

function HeatCell({ row, title, value, imputed, current, choose }: CellProps) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const shown = value === null ? t('map.empty') : formatShare(value, { decimals: 0, locale })
  const marked = value !== null && imputed
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys.
    <td
      tabIndex={current ? 0 : -1}
      aria-label={t('map.cell', {
        name: row.name,
        part: title,
        value: marked ? `${shown}, ${t('map.imputed')}` : shown,
      })}
      data-class={value === null ? undefined : classOf(value, [0, 1])}
      onClick={choose}
    >
      {value === null ? '–' : roundShare(value)}
      {marked && '*'}
    </td>
  )
}
