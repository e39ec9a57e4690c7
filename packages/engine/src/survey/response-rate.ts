/** Numerator and denominator stay beside the rate, so that every figure can be traced. */
export type ResponseRate = { answered: number; invited: number; rate: number | null }

/**
 * answered / invited, 0..1; null when nobody was invited.
 *
 * @throws RangeError when a count is negative or not whole, or more answered than were invited
 */
export const responseRate = (answered: number, invited: number): ResponseRate => {
  if (![answered, invited].every(count => Number.isInteger(count) && count >= 0) || answered > invited)
    throw new RangeError(`${answered} answered of ${invited} invited is not possible`)
  return { answered, invited, rate: invited === 0 ? null : answered / invited }
}
