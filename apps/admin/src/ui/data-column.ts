import type { ReactNode } from 'react'
import type { TableSort, TableValue } from './table-rows.ts'

export type DataColumn<Row> = {
  id: string
  head: string
  /** In full, where `head` is short. */
  about?: string
  /** What the column is sorted and found by, null last; without it the column is neither. */
  value?: (row: Row) => TableValue
  /** What is shown; else the value itself. */
  cell?: (row: Row) => ReactNode
  /** Figures: right-aligned, so that their digits line up. */
  numeric?: true
  /** The first click on the head sorts from high to low. */
  highFirst?: true
  /** In rem. The naming column takes what is left. */
  width?: number
}

export type DataViewProps<Row> = {
  caption: string
  columns: readonly DataColumn<Row>[]
  /** Sorted. */
  rows: readonly { id: string; row: Row }[]
  naming: string
  sort: TableSort | null
  setSort: (sort: TableSort | null) => void
  marked: ((row: Row) => string | null) | undefined
}

/** Up to so many rows are simply all there. */
export const ALL_SHOWN = 60
