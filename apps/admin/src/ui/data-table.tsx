import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo, useState } from 'react'
import { DataCards } from './data-cards.tsx'
import type { DataColumn } from './data-column.ts'
import { DataGrid } from './data-grid.tsx'
import { useLocale } from './locale.ts'
import { compareValues, isFound, type TableSort } from './table-rows.ts'
import { usePhone } from './use-media.ts'

type Props<Row> = {
  /** What the table holds, for screen readers. */
  caption: string
  rows: readonly Row[]
  rowId: (row: Row) => string
  columns: readonly DataColumn<Row>[]
  /** The column that says who a row is: head of its row, and of its card on a phone. Else the first. */
  naming?: string
  /** Kept by the caller, such as in the address; else by the table. */
  sort?: TableSort | null
  onSort?: (sort: TableSort | null) => void
  /** Shows only rows that hold these words. */
  find?: string
  /** Instead of rows, when there are none to show. */
  empty?: ReactNode
  /** A row that stands out, with the words that say why to those who do not see it. */
  marked?: (row: Row) => string | null
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
type Features = typeof features

const NO_SORT: TableSort | null = null

/**
 * Every table of records in the app: sortable by its heads, with a head that stays, only the visible rows in the page,
 * and cards in its stead on a phone.
 */
export function DataTable<Row extends RowData>(props: Props<Row>) {
  const { rows, columns, rowId, naming = columns[0]?.id, find = '', marked } = props
  const locale = useLocale()
  const phone = usePhone()
  const [own, setOwn] = useState(NO_SORT)
  const sort = props.sort === undefined ? own : props.sort
  const setSort = (next: TableSort | null) => {
    setOwn(next)
    props.onSort?.(next)
  }
  const found = useMemo(() => {
    if (find.trim() === '') return rows as Row[]
    return rows.filter(row =>
      isFound(
        find.trim(),
        columns.map(column => column.value?.(row) ?? null),
        locale,
      ),
    )
  }, [rows, columns, find, locale])
  const defs = useMemo(() => defsOf(columns, locale), [columns, locale])
  const table = useTable({
    features,
    data: found,
    columns: defs,
    getRowId: rowId,
    state: { sorting: sort ? [{ id: sort.column, desc: sort.descending }] : [] },
  })
  const shown = table.getRowModel().rows.map(row => ({ id: row.id, row: row.original }))
  if (shown.length === 0 && props.empty) return props.empty
  const view = { caption: props.caption, columns, rows: shown, naming: naming ?? '', sort, setSort, marked }
  return phone ? <DataCards {...view} /> : <DataGrid {...view} />
}

const defsOf = <Row extends RowData>(
  columns: readonly DataColumn<Row>[],
  locale: string,
): ColumnDef<Features, Row>[] => {
  const collator = new Intl.Collator(locale, { numeric: true })
  return columns.map(({ id, value }) => ({
    id,
    // The table puts what is undefined last in either direction; null it would compare.
    accessorFn: row => value?.(row) ?? undefined,
    sortUndefined: 'last',
    enableSorting: value !== undefined,
    sortFn: (a, b, column) =>
      compareValues(a.getValue<string | number>(column), b.getValue<string | number>(column), collator),
  }))
}
