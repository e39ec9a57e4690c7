export type TableErrorCode =
  | 'empty-file'
  | 'old-excel'
  | 'not-a-table'
  | 'bad-encoding'
  | 'no-delimiter'
  | 'bad-csv'
  | 'bad-xlsx'
  | 'unnamed-column'
  | 'duplicate-column'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-much'
  | 'bad-mapping'

/** What is wrong with a file as a whole; what is wrong with a row is a `BadCell` of the preview. */
export class TableError extends Error {
  readonly code: TableErrorCode
  constructor(code: TableErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TableError'
    this.code = code
  }
}
