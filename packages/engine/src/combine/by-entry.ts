/** Groups whose value an entry has by itself, whatever the others have. */
import type { Combine } from '@tumstock/rubric/contract'
import { SCORED } from '../score/results.ts'
import { geometricMean } from './geometric-mean.ts'
import { harmonicMean } from './harmonic-mean.ts'
import { fillMeans, mean } from './mean.ts'
import { median } from './median.ts'
import { minimum } from './minimum.ts'
import type { OwnValue } from './own-value.ts'
import { fillRows, type Parts, presentAt, type Span } from './parts.ts'
import { powerMean } from './power-mean.ts'
import { type Making, newMaking, settle } from './settle-group.ts'
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

/** Entries that are taken at a time: what their children have then stays in the fastest cache. */
const SPAN = 512

/** Settles every entry and computes its value: NaN where it is not to be scored, and where its children have no such value. */
export const makeByEntry = (own: OwnValue, parts: Parts, entries: number): Making => {
  const making = newMaking(entries)
  const fill = own === mean ? fillMeans : fillByRows(own, parts.weights.length)
  for (let from = 0; from < entries; from += SPAN) {
    const span = { from, to: Math.min(from + SPAN, entries) }
    settle(parts, making, span)
    fill(parts, making, span)
  }
  return making
}

/** Values from all children, or, for an entry that lacks something, from what it has. */
const fillByRows = (own: OwnValue, width: number) => {
  const rows = new Float64Array(SPAN * width)
  const present = { values: new Float64Array(width), weights: new Float64Array(width) }
  return (parts: Parts, { values, outcomes, partial }: Making, span: Span): void => {
    fillRows(parts, rows, span)
    for (let e = span.from, at = 0; e < span.to; e++, at += width)
      if (outcomes[e] !== SCORED) values[e] = Number.NaN
      else if (partial[e] === 0) values[e] = own(rows, at, parts.weights, width)
      else values[e] = own(present.values, 0, present.weights, presentAt(parts, e, present))
  }
}
