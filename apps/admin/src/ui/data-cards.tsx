import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './data-cards.module.css'
import { ALL_SHOWN, type DataColumn, type DataViewProps } from './data-column.ts'
import { sortOf, sortText } from './table-rows.ts'

const CARD_HEIGHT = 132

/** The same rows for a narrow screen: a card each, with the heads as words beside the values. */
export function DataCards<Row>({
  caption,
  columns,
  rows,
  naming,
  sort,
  setSort,
  marked,
}: DataViewProps<Row>) {
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [])
  const tall = rows.length > ALL_SHOWN
  const virtual = useWindowVirtualizer({
    count: rows.length,
    enabled: tall,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: index => rows[index]?.id ?? index,
    scrollMargin: top,
    overscan: 6,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = tall ? [items[0]?.index ?? 0, items.at(-1)?.index ?? -1] : [0, rows.length - 1]
  const before = tall ? (items[0]?.start ?? top) - top : 0
  const after = tall ? virtual.getTotalSize() - (items.at(-1)?.end ?? top) + top : 0
  const name = columns.find(column => column.id === naming)
  const others = columns.filter(column => column.id !== naming)
  return (
    <>
      <SortChoice columns={columns} sort={sort} setSort={setSort} />
      <ul
        ref={list}
        className={styles.cards}
        aria-label={caption}
        style={{ paddingTop: `${before}px`, paddingBottom: `${Math.max(0, after)}px` }}
      >
        {rows.slice(first, last + 1).map(({ id, row }, at) => (
          <li
            key={id}
            data-index={first + at}
            data-marked={marked?.(row) ? true : undefined}
            ref={tall ? virtual.measureElement : null}
            aria-setsize={rows.length}
            aria-posinset={first + at + 1}
          >
            <p className={styles.name}>{name && shownOf(name, row)}</p>
            <dl>
              {others.map(column => (
                <Value key={column.id} column={column} row={row} />
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}

const shownOf = <Row,>(column: DataColumn<Row>, row: Row) =>
  column.cell ? column.cell(row) : column.value?.(row)

function Value<Row>({ column, row }: { column: DataColumn<Row>; row: Row }) {
  const shown = shownOf(column, row)
  if (shown === null || shown === undefined || shown === '') return null
  return (
    <div>
      <dt>{column.about ?? column.head}</dt>
      <dd data-numeric={column.numeric}>{shown}</dd>
    </div>
  )
}

type SortProps<Row> = Pick<DataViewProps<Row>, 'columns' | 'sort' | 'setSort'>

function SortChoice<Row>({ columns, sort, setSort }: SortProps<Row>) {
  const { t } = useTranslation()
  const id = useId()
  const sortable = columns.filter(column => column.value)
  if (sortable.length === 0) return null
  return (
    <Field className={styles.sort ?? ''} data-size="sm">
      <Label htmlFor={id}>{t('sort')}</Label>
      <Select
        id={id}
        value={sort ? sortText(sort) : ''}
        onChange={({ target }) => setSort(target.value === '' ? null : sortOf(target.value))}
      >
        <Select.Option value="">{t('sortNone')}</Select.Option>
        {sortable.map(({ id: column, head, about = head, numeric, highFirst }) => (
          <Select.Option key={column} value={sortText({ column, descending: highFirst === true })}>
            {about} {t(numeric ? (highFirst ? 'sortHighFirst' : 'sortLowFirst') : 'sortAtoZ')}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
