/** Joint maximum likelihood of the many-facet Rasch model, and the measure of a single element beside given others. */
import {
  at,
  chancesOf,
  etaOf,
  type Layout,
  layoutOf,
  logLikelihood,
  type Measures,
  momentsOf,
  newtonStep,
  type Observation,
} from './rasch-model.ts'

export type Fit =
  | { converged: true; measures: Measures; iterations: number; largestStep: number; logLikelihood: number }
  | { converged: false; iterations: number; largestStep: number }

/** Logits; a step below this changes nothing that can be seen. */
const SETTLED = 1e-9
/** Logits beyond which chances are 0 or 1 for every purpose: the maximum lies at infinity. */
const INFINITE = 30
const MOST_STEPS = 100

/**
 * Newton's method with halved steps on a concave log-likelihood: there is one maximum, or none that is finite.
 *
 * @param start measures of the right shape, all 0
 */
export const climb = (rows: readonly Observation[], start: Measures): Fit => {
  const layout = layoutOf(start)
  let measures = start
  let height = logLikelihood(rows, measures)
  let largestStep = Number.POSITIVE_INFINITY
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    const step = newtonStep(rows, measures, layout)
    if (!step) return { converged: false, iterations, largestStep }
    let size = 1
    let next = moved(measures, step, { layout, size })
    let reached = logLikelihood(rows, next)
    while (!(reached >= height - 1e-12 * Math.abs(height)) && size > 1e-6) {
      size /= 2
      next = moved(measures, step, { layout, size })
      reached = logLikelihood(rows, next)
    }
    largestStep = size * Math.max(farthest(step.entries), farthest(step.others))
    measures = next
    height = reached
    if (largestStep < SETTLED)
      return { converged: true, measures: centred(measures), iterations, largestStep, logLikelihood: height }
    if (Math.max(farthest(measures.assessors), farthest(measures.entries)) > INFINITE)
      return { converged: false, iterations, largestStep }
  }
  return { converged: false, iterations: MOST_STEPS, largestStep }
}

/** The largest distance from 0, of however many. */
const farthest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

type Step = { entries: Float64Array; others: Float64Array }

const moved = (
  measures: Measures,
  step: Step,
  { layout, size }: { layout: Layout; size: number },
): Measures => {
  const by = (place: number) => (place < 0 ? 0 : size * at(step.others, place))
  return {
    entries: measures.entries.map((value, i) => value + size * at(step.entries, i)),
    assessors: measures.assessors.map((value, i) => value + by(layout.assessor(i))),
    criteria: measures.criteria.map((value, i) => value + by(layout.criterion(i))),
    thresholds: measures.thresholds.map((set, s) =>
      set.map((value, h) => value + by(layout.threshold(s, h))),
    ),
  }
}

const middle = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The same chances with assessors, criteria and each set of thresholds summing to 0; entries take up the shift. */
const centred = ({ entries, assessors, criteria, thresholds }: Measures): Measures => {
  const bySet = thresholds.map(middle)
  const own = thresholds.length > 1
  const raised = criteria.map((value, i) => value + (own ? (bySet[i] as number) : 0))
  const ofAssessors = middle(assessors)
  const ofCriteria = middle(raised)
  const shift = ofAssessors + ofCriteria + (own ? 0 : (bySet[0] as number))
  return {
    entries: entries.map(value => value - shift),
    assessors: assessors.map(value => value - ofAssessors),
    criteria: raised.map(value => value - ofCriteria),
    thresholds: thresholds.map((set, s) => set.map(value => value - (bySet[s] as number))),
  }
}

/** Expected level and information of one element's marks, in which η is `offset` plus `sign` times its measure. */
export type Known = { offset: number; thresholds: Float64Array }

/**
 * The measure at which the expected sum of levels is `score`, by bisection (the sum rises with η), with its standard error
 * 1/√Σ variance.
 */
export const measureFor = (
  known: readonly Known[],
  score: number,
  sign: 1 | -1,
): { measure: number; se: number } => {
  const momentsAt = (measure: number) =>
    known.map(({ offset, thresholds }) => momentsOf(chancesOf(offset + sign * measure, thresholds)))
  const expectedAt = (measure: number) => momentsAt(measure).reduce((sum, { mean }) => sum + mean, 0)
  let low = -2 * INFINITE
  let high = 2 * INFINITE
  for (let m = (low + high) / 2; low < m && m < high; m = (low + high) / 2) {
    if (expectedAt(m) < score === (sign === 1)) low = m
    else high = m
  }
  const measure = (low + high) / 2
  const information = momentsAt(measure).reduce((sum, { variance }) => sum + variance, 0)
  return { measure, se: 1 / Math.sqrt(information) }
}

/** What an element's marks say of its fit: both are about 1 where they vary as the model expects. */
export const fitOf = (rows: readonly Observation[], measures: Measures) => {
  let squares = 0
  let information = 0
  let standardised = 0
  for (const row of rows) {
    const { mean, variance } = momentsOf(
      chancesOf(etaOf(measures, row), measures.thresholds[row.set] as Float64Array),
    )
    squares += (row.level - mean) ** 2
    standardised += (row.level - mean) ** 2 / variance
    information += variance
  }
  return { se: 1 / Math.sqrt(information), infit: squares / information, outfit: standardised / rows.length }
}
