/** Beyond these a sum of weights, or 1 over it, leaves the range of numbers. */
const [LIGHTEST, HEAVIEST] = [1e-100, 1e100]

/** Whether a number can be a weight. */
export const isWeight = (number: number): boolean =>
  number === 0 || (number >= LIGHTEST && number <= HEAVIEST)

/** What can, in words. */
export const WEIGHTS = `0, or ${LIGHTEST} to ${HEAVIEST}`
