/** Data that threads can read together. */
import type { Column, Data } from '../score/data.ts'

/** The same data with their columns in shared memory, so that handing them to a thread copies none. */
export const sharedData = (data: Data): Data => ({
  ...data,
  category: shareInt16(data.category),
  columns: Object.fromEntries(Object.entries(data.columns).map(([id, column]) => [id, shareColumn(column)])),
})

const shareColumn = (column: Column): Column => {
  const gaps = shareBytes(column.gaps)
  if (column.kind === 'number') return { ...column, gaps, values: shareFloat64(column.values) }
  if (column.kind === 'choice') return { ...column, gaps, values: shareInt16(column.values) }
  if (column.kind === 'multiple') return { ...column, gaps, values: shareBytes(column.values) }
  return { ...column, gaps }
}

const shareFloat64 = (numbers: Float64Array): Float64Array => {
  const shared = new Float64Array(new SharedArrayBuffer(numbers.byteLength))
  shared.set(numbers)
  return shared
}

const shareInt16 = (numbers: Int16Array): Int16Array => {
  const shared = new Int16Array(new SharedArrayBuffer(numbers.byteLength))
  shared.set(numbers)
  return shared
}

const shareBytes = (bytes: Uint8Array): Uint8Array => {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
  shared.set(bytes)
  return shared
}
