import { RubricError } from '@tumstock/rubric/error'
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import type { Plan } from '../score/plan.ts'
import { mean } from '../score/statistics.ts'
import { partsOf, type WeightSet } from './weight-set.ts'

export type Comparison = {
  /** Sums to 1. */
  weights: WeightSet
  /** Principal eigenvalue; the number of parts when the comparisons agree with each other throughout. */
  lambdaMax: number
  /** (λmax − n)/(n − 1); 0 for one part. */
  index: number
  /** The index over that of random comparisons; 0 for up to 2 parts, which cannot contradict each other. */
  ratio: number
  /** False where the ratio is above 0.1: the comparisons should be made again. */
  consistent: boolean
}

/** Mean consistency index of random reciprocal matrices, by size from 1; Saaty (1980), table 1.4. */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]

const TOLERATED = 0.1
const ROUNDING = 1e-6

/**
 * Analytic hierarchy process: the weights of a group's parts from how many times more each matters than each other, as the
 * principal eigenvector of that matrix, A w = λmax w, scaled to a sum of 1.
 *
 *     CI = (λmax − n)/(n − 1),   CR = CI / RI(n)
 *
 * Source: Saaty, *The Analytic Hierarchy Process* (1980); OECD & JRC Handbook (2008), §6.4.
 *
 * @param group path of the group, `criteria` for the top
 * @param matrix n × n in the order of the rubric: how many times more row matters than column, 1 on the diagonal, 1/9 to 9
 * on Saaty's scale (any number above 0 is taken)
 * @throws RubricError `bad-comparison` naming the two parts when the matrix is not n × n of numbers above 0, not 1 on the
 * diagonal, or not reciprocal to 1e-6 (write 1/3, not 0.33); also above 15 parts, beyond Saaty's table. `unknown-path`
 */
export const compareInPairs = (
  plan: Plan,
  group: string,
  matrix: readonly (readonly number[])[],
): Comparison => {
  const parts = partsOf(plan, group)
  const says = faultOf(parts, matrix)
  if (says !== null) throw new RubricError({ code: 'bad-comparison', rubric: plan.rubric, path: group, says })
  const n = parts.length
  const { lambdaMax, vector } = principal(matrix)
  const index = n === 1 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1))
  const random = RANDOM_INDEX[n - 1] as number
  const ratio = random === 0 ? 0 : index / random
  const sum = vector.reduce((total, value) => total + value, 0)
  const weights = Object.fromEntries(parts.map((path, i) => [path, (vector[i] as number) / sum]))
  return { weights, lambdaMax, index, ratio, consistent: ratio <= TOLERATED }
}

/**
 * Of D⁻¹AD, D the geometric means of the rows: it has the same eigenvalues, and all its numbers are near 1 (1 throughout where
 * the comparisons agree), so that nothing is lost where one part matters many thousand times more than another.
 */
const principal = (matrix: readonly (readonly number[])[]): { lambdaMax: number; vector: number[] } => {
  const logs = matrix.map(row => mean(row.map(Math.log)))
  const near = matrix.map((row, i) =>
    row.map((times, j) => Math.exp(Math.log(times) + (logs[j] as number) - (logs[i] as number))),
  )
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(near))
  // A positive matrix has one largest eigenvalue; it is real, and so is its vector, of one sign (Perron 1907).
  const lambdaMax = Math.max(...realEigenvalues)
  const most = Math.max(...logs)
  const vector = eigenvectorMatrix
    .getColumn(realEigenvalues.indexOf(lambdaMax))
    .map((value, i) => Math.abs(value) * Math.exp((logs[i] as number) - most))
  return { lambdaMax, vector }
}

const faultOf = (parts: readonly string[], matrix: readonly (readonly number[])[]): string | null => {
  const n = parts.length
  if (n > RANDOM_INDEX.length)
    return `${n} parts. Compare at most ${RANDOM_INDEX.length} with each other, and groups of them with groups.`
  if (matrix.length !== n || matrix.some(row => row.length !== n))
    return `the comparisons are not ${n} × ${n}. Give one row and one column for each of ${parts.join(', ')}.`
  for (const [i, row] of matrix.entries())
    for (const [j, times] of row.entries()) {
      const back = matrix[j]?.[i] as number
      const where = `${parts[i]} against ${parts[j]} is ${times}`
      if (!(times > 0 && Number.isFinite(times))) return `${where}. Allowed: numbers above 0.`
      if (i === j && times !== 1) return `${where}. A part against itself is 1.`
      if (Math.abs(times * back - 1) > ROUNDING)
        return `${where} and back ${back}. One has to be 1 over the other.`
    }
  return null
}
