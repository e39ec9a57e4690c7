/** Groups whose value an entry has by itself, whatever the others have. */
import type { Combine } from '@tumstock/rubric/contract'
import { SCORED } from '../score/results.ts'
import { geometricMean } from './geometric-mean.ts'
import { harmonicMean } from './harmonic-mean.ts'
import { mean } from './mean.ts'
import { median } from './median.ts'
import { minimum } from './minimum.ts'
import type { OwnValue } from './own-value.ts'
import { fillRows, type Parts } from './parts.ts'
import { powerMean } from './power-mean.ts'
import type { Settled } from './settle-group.ts'
import { weightedMedian } from './weighted-median.ts'

const BY_WORD: Readonly<Partial<Record<Extract<Combine, string>, OwnValue>>> = {
  mean,
  geometric: geometricMean,
  harmonic: harmonicMean,
  min: minimum,
  median,
  weightedMedian,
}

/** Null for the ways that compare entries with each other. */
export const ownValueOf = (combine: Combine): OwnValue | null => {
  if (typeof combine === 'string') return BY_WORD[combine] ?? null
  return 'power' in combine ? powerMean(combine.power) : null
}

/** Entries that are taken at a time: their rows stay in the fastest cache, and so do the columns that they come from. */
const BLOCK = 512

/** The values of the entries that are to be scored; NaN elsewhere, and where the children have no such value. */
export const valuesByEntry = (own: OwnValue, parts: Parts, settled: Settled): Float64Array => {
  const { outcomes, whole } = settled
  const { weights } = parts
  const width = weights.length
  const entries = outcomes.length
  const values = new Float64Array(entries).fill(Number.NaN)
  const rows = new Float64Array(Math.min(BLOCK, entries) * width)
  const present = { values: new Float64Array(width), weights: new Float64Array(width) }
  for (let start = 0; start < entries; start += BLOCK) {
    const size = Math.min(BLOCK, entries - start)
    fillRows(parts, start, size, rows)
    for (let r = 0; r < size; r++) {
      const e = start + r
      if (whole[e] === 1) values[e] = own(rows, r * width, weights, width)
      else if (outcomes[e] === SCORED) {
        const count = keepPresent(rows, r * width, weights, present)
        values[e] = own(present.values, 0, present.weights, count)
      }
    }
  }
  return values
}

type Present = { values: Float64Array; weights: Float64Array }

/** Copies what a row has, each with its weight; returns how many. */
const keepPresent = (rows: Float64Array, from: number, weights: Float64Array, into: Present): number => {
  let count = 0
  for (let c = 0; c < weights.length; c++) {
    const value = rows[from + c] as number
    if (Number.isNaN(value)) continue
    into.values[count] = value
    into.weights[count++] = weights[c] as number
  }
  return count
}
