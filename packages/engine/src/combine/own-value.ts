/**
 * One entry's value from the values of its children: `count` of them in `values` beginning at `from`, each with the weight
 * at its place in `weights`. None is missing, `count` is above 0, every weight above 0.
 *
 * @returns NaN where the children have no such value: one is below 0 and the way needs it above
 */
export type OwnValue = (values: Float64Array, from: number, weights: Float64Array, count: number) => number
