/** The entries that a group compares with each other. */
import { NOT_APPLICABLE, SCORED } from '../score/results.ts'
import { fillRows, type Parts } from './parts.ts'
import type { Making } from './settle-group.ts'

/**
 * Entries in an order of their own values, so that no result depends on the order in which the data has them.
 * `rows` holds one row of children per entry, NaN where a child has no value.
 */
export type Contest = { entries: Int32Array; rows: Float64Array; weights: Float64Array }

/** What stops a whole contest from being decided. */
export type ContestFault = { code: 'too-few' | 'too-many' | 'not-solved'; says: string }

/** A value by place in the contest, NaN where the children have no such value. */
export type Decided = Float64Array | ContestFault

export const contestOf = (parts: Parts, { outcomes }: Making): Contest => {
  const width = parts.weights.length
  const all = new Float64Array(outcomes.length * width)
  fillRows(parts, all, { from: 0, to: outcomes.length })
  if (parts.missing === 'zero') countGapsAsZero(parts, all)
  const entries = Int32Array.from(outcomes.keys().filter(e => outcomes[e] === SCORED))
  entries.sort((a, b) => compareRows(all, a * width, b * width, width) || a - b)
  const rows = new Float64Array(entries.length * width)
  for (const [i, e] of entries.entries()) rows.set(all.subarray(e * width, (e + 1) * width), i * width)
  return { entries, rows, weights: parts.weights }
}

const countGapsAsZero = ({ children }: Parts, rows: Float64Array): void => {
  for (const [c, { outcomes }] of children.entries())
    for (let e = 0; e < outcomes.length; e++)
      if (outcomes[e] !== SCORED && outcomes[e] !== NOT_APPLICABLE) rows[e * children.length + c] = 0
}

/** Descending by the first child that differs; a gap comes last. */
const compareRows = (rows: Float64Array, a: number, b: number, width: number): number => {
  for (let c = 0; c < width; c++) {
    const left = rows[a + c] as number
    const right = rows[b + c] as number
    if (left === right || (Number.isNaN(left) && Number.isNaN(right))) continue
    return left > right || Number.isNaN(right) ? -1 : 1
  }
  return 0
}
