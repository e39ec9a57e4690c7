import type { RubricData } from '@tumstock/rubric/contract'
import type { Claim } from '@tumstock/rubric/record'
import { roundHalfUp, roundScore, roundShare, shareRow } from '../display/display.ts'
import { cannotTell, type Finding, recomputed } from './findings.ts'
import { printedNumber, printedRow } from './printed.ts'

type Of<K extends Claim['check']> = Extract<Claim, { check: K }>

/** `part` of `whole`, half up to the printed decimals. */
export const checkPercent = ({ printed, part, whole }: Of<'percent'>): Finding => {
  const stated = printedNumber(printed)
  if (!stated) return cannotTell({ code: 'not-readable' })
  if (whole === 0) return cannotTell({ code: 'no-whole' })
  const computed = roundShare(part / whole, stated.decimals)
  return recomputed(Number(computed) === stated.value, computed)
}

/**
 * A per cent of the scale in points. The per cent is known to its own decimals only: points that another per cent with
 * the same rounding gives are possible, though not confirmed.
 */
export const checkPoints = ({ printed, percent }: Of<'points'>, { scale }: RubricData): Finding => {
  const stated = printedNumber(printed)
  if (!stated) return cannotTell({ code: 'not-readable' })
  const computed = roundScore(percent / 100, { ...scale, decimals: stated.decimals })
  if (Number(computed) === stated.value) return recomputed(true, computed)
  const decimals = String(percent).split('.')[1]?.length ?? 0
  const half = 0.5 * 10 ** -decimals
  const low = ((percent - half) / 100) * scale.max
  const high = ((percent + half) / 100) * scale.max
  if (stated.value < low || stated.value >= high) return recomputed(false, computed)
  return { verdict: 'unverifiable', computed, reason: { code: 'within-rounding', low, high } }
}

/** Percentage points between two printed per cents. */
export const checkChange = ({ printed, from, to }: Of<'change'>): Finding => {
  const stated = printedNumber(printed)
  if (!stated) return cannotTell({ code: 'not-readable' })
  const computed = roundShare((to - from) / 100, stated.decimals)
  return recomputed(Number(computed) === stated.value, computed)
}

/** Counts as a row that sums to 100 by largest remainder. */
export const checkRow = ({ printed, counts }: Of<'row'>): Finding => {
  const stated = printedRow(printed)
  if (!stated) return cannotTell({ code: 'not-readable' })
  if (counts.every(count => count === 0)) return cannotTell({ code: 'no-whole' })
  const decimals = Math.max(...stated.map(cell => cell.decimals))
  const row = shareRow(counts, decimals)
  const same = row.length === stated.length && row.every((share, i) => share === stated[i]?.value)
  return recomputed(same, row.map(share => roundHalfUp(share, decimals)).join('/'))
}

/** Printed shares that must sum to 100. */
export const checkSum = ({ printed }: Of<'sum'>): Finding => {
  const stated = printedRow(printed)
  if (!stated) return cannotTell({ code: 'not-readable' })
  const decimals = Math.max(...stated.map(cell => cell.decimals))
  const sum = roundHalfUp(
    stated.reduce((total, cell) => total + cell.value, 0),
    decimals,
  )
  return recomputed(Number(sum) === 100, sum)
}
