/**
 * The only rounding in the project. Values stay unrounded until they are shown; what is shown is half up on the decimal
 * value, so that a reader with pencil and paper gets the same figure.
 */
import type { Scale, Text } from '@tumstock/rubric/contract'
import Big from 'big.js'

/** A decimal numeral: `92.5`, `-3`. What `Intl` takes without going back through binary. */
export type Decimal = `${number}`

/** Significant digits that a computed value is trusted to: ranks treat what differs by less as equal, too. */
const TRUSTED_DIGITS = 12

const finite = (value: number): Big => {
  if (!Number.isFinite(value)) throw new RangeError(`cannot show ${value}: only a finite number has digits`)
  return new Big(value)
}

/** Takes off what binary arithmetic added: 0.1 + 0.2 becomes 0.3. */
const settled = (value: Big): Big => value.prec(TRUSTED_DIGITS, Big.roundHalfUp)

const toDecimals = (value: Big, decimals: number): Decimal => {
  const text = value.toFixed(decimals, Big.roundHalfUp)
  return (/^-[0.]+$/.test(text) ? text.slice(1) : text) as Decimal
}

/**
 * Rounds half up on the decimal value: works on the shortest decimal that denotes `value`, so 1.005 is `1.01`
 * although its binary form lies below. A half goes away from zero: −2.5 is `-3`. Never `-0`.
 *
 * @param decimals digits after the point, 0 or more
 * @throws RangeError when `value` is not finite
 */
export const roundHalfUp = (value: number, decimals: number): Decimal => toDecimals(finite(value), decimals)

const formats = new Map<string, Intl.NumberFormat>()

/** Making a formatter costs more than using it a thousand times. */
const formatOf = (locale: string, decimals: number, style: 'decimal' | 'percent'): Intl.NumberFormat => {
  const key = `${locale} ${decimals} ${style}`
  const known = formats.get(key)
  if (known) return known
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const made = new Intl.NumberFormat(locale, { style, ...digits })
  formats.set(key, made)
  return made
}

/** A number in the reader's locale, always with `decimals` digits so that a column of them lines up. */
export const formatNumber = (
  value: number,
  { decimals, locale }: { decimals: number; locale: string },
): string => formatOf(locale, decimals, 'decimal').format(roundHalfUp(value, decimals))

/** A share in per cent as a plain decimal: 0.49302 is `49`, and `49.3` with one decimal. */
export const roundShare = (share: number, decimals = 0): Decimal =>
  toDecimals(settled(finite(share).times(100)), decimals)

/** A share (0..1) in per cent, in the reader's locale. */
export const formatShare = (
  share: number,
  { decimals, locale }: { decimals: number; locale: string },
): string => {
  const rounded = new Big(roundShare(share, decimals)).div(100).toFixed(decimals + 2) as Decimal
  return formatOf(locale, decimals, 'percent').format(rounded)
}

/** A value (0..1) on the edition's scale as a plain decimal, for files and open data: 0.754 of 500 is `377`. */
export const roundScore = (value: number, scale: Scale): Decimal =>
  toDecimals(settled(finite(value).times(scale.max)), scale.decimals)

/** A value (0..1) on the edition's scale, in the reader's locale, without the unit. */
export const formatScore = (value: number, scale: Scale, locale: string): string =>
  formatOf(locale, scale.decimals, 'decimal').format(roundScore(value, scale))

/**
 * The label of the highest grade that `value` (0..1) reaches; null below the first or when the scale has none.
 * Compared before rounding: 54.6 % is shown as 55 % and does not reach a grade at 55.
 */
export const gradeOf = (value: number, scale: Scale): Text | null => {
  const percent = settled(finite(value).times(100))
  return scale.grades?.findLast(([atLeast]) => percent.gte(atLeast))?.[1] ?? null
}

/**
 * Per cents of a row that sum to 100 (largest remainder, also known as Hamilton's method): every part is rounded down,
 * and what is left goes, one step at a time, to the largest remainders. Equal remainders: the larger part first, then
 * the earlier one.
 *
 * @param parts counts or shares, none negative, in any unit
 * @param decimals digits after the point
 * @returns per cents in the order of `parts`; all 0 when every part is 0, for there is nothing to share
 * @throws RangeError when a part is negative or not finite
 */
export const shareRow = (parts: readonly number[], decimals = 0): number[] => {
  const exact = parts.map(finite)
  if (exact.some(part => part.lt(0))) throw new RangeError('a row of shares has no negative part')
  const total = exact.reduce((sum, part) => sum.plus(part), new Big(0))
  if (total.eq(0)) return parts.map(() => 0)
  const steps = new Big(10).pow(decimals).times(100)
  const rows = exact.map((part, index) => {
    const remainder = part.times(steps).mod(total)
    return { index, part, remainder, whole: part.times(steps).minus(remainder).div(total) }
  })
  const left = rows.reduce((rest, row) => rest.minus(row.whole), steps).toNumber()
  const favoured = rows.toSorted(
    (a, b) => b.remainder.cmp(a.remainder) || b.part.cmp(a.part) || a.index - b.index,
  )
  const raised = new Set(favoured.slice(0, left).map(row => row.index))
  return rows.map(row =>
    row.whole
      .plus(raised.has(row.index) ? 1 : 0)
      .div(steps.div(100))
      .toNumber(),
  )
}
