import { ArrowsUpDownIcon, SortDownIcon, SortUpIcon } from '@navikt/aksel-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ALL_SHOWN, type DataColumn, type DataViewProps } from './data-column.ts'
import styles from './data-grid.module.css'
import { ScrollArea } from './scroll-area.tsx'
import type { TableSort } from './table-rows.ts'
import { usePrinting } from './use-media.ts'

const ROW_HEIGHT = 44
const NAMING_WIDTH = 15

const DIRECTION = { true: 'descending', false: 'ascending' } as const

/** What a click on a head does: its first direction, then the other, then the rows' own order. */
const nextSort = <Row,>(column: DataColumn<Row>, sort: TableSort | null): TableSort | null => {
  const first = column.highFirst === true
  if (sort?.column !== column.id) return { column: column.id, descending: first }
  return sort.descending === first ? { column: column.id, descending: !first } : null
}

export function DataGrid<Row>({ caption, columns, rows, naming, sort, setSort, marked }: DataViewProps<Row>) {
  const scroll = useRef<HTMLElement>(null)
  const printing = usePrinting()
  const tall = rows.length > ALL_SHOWN && !printing
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: tall,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: index => rows[index]?.id ?? index,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = tall ? [items[0]?.index ?? 0, items.at(-1)?.index ?? -1] : [0, rows.length - 1]
  const before = tall ? (items[0]?.start ?? 0) : 0
  const after = tall ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  const widths = columns.map(column => column.width ?? (column.id === naming ? NAMING_WIDTH : 8))
  const minWidth = `${widths.reduce((sum, width) => sum + width, 0)}rem`
  return (
    <ScrollArea ref={scroll} className={styles.scroll} data-tall={tall} label={caption}>
      <table className={styles.table} aria-rowcount={rows.length + 1} style={printing ? {} : { minWidth }}>
        <caption className="ts-visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map((column, at) => (
            <col
              key={column.id}
              {...(column.id === naming || printing ? {} : { style: { width: `${widths[at]}rem` } })}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(column => (
              <Head key={column.id} column={column} sort={sort} setSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={before} />
          {rows.slice(first, last + 1).map(({ id, row }, at) => (
            <tr
              key={id}
              aria-rowindex={first + at + 2}
              data-index={first + at}
              data-marked={marked?.(row) ? true : undefined}
              ref={tall ? virtual.measureElement : null}
            >
              {columns.map(column => (
                <Cell
                  key={column.id}
                  column={column}
                  row={row}
                  naming={column.id === naming}
                  marked={marked}
                />
              ))}
            </tr>
          ))}
          <Gap height={after} />
        </tbody>
      </table>
    </ScrollArea>
  )
}

const Gap = ({ height }: { height: number }) =>
  height > 0 ? <tr aria-hidden className={styles.gap} style={{ height: `${height}px` }} /> : null

type HeadProps<Row> = { column: DataColumn<Row> } & Pick<DataViewProps<Row>, 'sort' | 'setSort'>

function Head<Row>({ column, sort, setSort }: HeadProps<Row>) {
  const { t } = useTranslation()
  const sorted = sort?.column === column.id ? DIRECTION[`${sort.descending}`] : undefined
  const Icon = sorted === 'ascending' ? SortUpIcon : sorted === 'descending' ? SortDownIcon : ArrowsUpDownIcon
  const words = column.about ? <abbr title={column.about}>{column.head}</abbr> : column.head
  return (
    <th scope="col" aria-sort={column.value ? (sorted ?? 'none') : undefined} data-figure={column.numeric}>
      {column.value ? (
        <button
          type="button"
          title={t('sortBy', { column: column.about ?? column.head })}
          onClick={() => setSort(nextSort(column, sort))}
        >
          {words}
          <Icon aria-hidden data-on={sorted !== undefined} />
        </button>
      ) : (
        words
      )}
    </th>
  )
}

type CellProps<Row> = { column: DataColumn<Row>; row: Row; naming: boolean } & Pick<
  DataViewProps<Row>,
  'marked'
>

function Cell<Row>({ column, row, naming, marked }: CellProps<Row>) {
  const shown = column.cell ? column.cell(row) : column.value?.(row)
  if (!naming) return <td data-figure={column.numeric}>{shown}</td>
  const why = marked?.(row)
  return (
    <th scope="row">
      {shown}
      {why && <span className="ts-visually-hidden">, {why}</span>}
    </th>
  )
}
