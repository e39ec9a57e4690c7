/** What a reader may assume otherwise about a rubric, and what they have chosen. */
import { combineName } from '@tumstock/rubric/combine'
import type { RubricData, Scoring, Step } from '@tumstock/rubric/contract'
import { isRelative } from '@tumstock/rubric/relative'
import { leaves, walk } from '@tumstock/rubric/tree'

/** Ways to combine that an entry's own parts are enough for. */
const WAYS = ['mean', 'geometric', 'harmonic', 'weightedMedian', 'min'] as const
export type Way = (typeof WAYS)[number]

/** Rules that place any number among those of the round. */
const RULES = ['minmax', 'zscore', 'percentile', 'rank'] as const
export type Rule = (typeof RULES)[number]

export type Choices = {
  /** Each weight up or down by as many per cent; null: weights stay. */
  weights: number | null
  /** Ways to combine beside the rubric's own. */
  combine: readonly Way[]
  missing: boolean
  leaveOut: boolean
  /** Places of the rubric's steps that might have been taken otherwise. */
  steps: readonly number[]
  /** Rules beside the rubric's own. */
  scoring: readonly Rule[]
  marks: boolean
}

export const NOTHING: Choices = {
  weights: null,
  combine: [],
  missing: false,
  leaveOut: false,
  steps: [],
  scoring: [],
  marks: false,
}

/** What is assumed until somebody says otherwise. */
export const USUAL: Choices = { ...NOTHING, weights: 25 }

/** What a rubric leaves room for: empty lists where there is nothing to assume. */
export type Offer = {
  ways: readonly Way[]
  /** Groups that are combined as the total is. */
  groups: readonly string[]
  /** What counts as zero, or is left out, when it is missing. */
  missing: readonly string[]
  leaves: number
  steps: readonly { at: number; step: Step; among: readonly (Step | null)[] }[]
  rules: readonly Rule[]
  /** Leaves with the rule that most relative leaves have. */
  relative: readonly string[]
  /** That rule, whichever direction is better. */
  rule: Scoring | null
  marks: boolean
}

const ROOT = 'criteria'

/** @param marked whether any marks were given */
export const offerOf = (rubric: RubricData, marked: boolean): Offer => {
  const visits = [...walk(rubric)]
  const own = combineName(rubric.combine)
  const { rule, relative } = commonRule(rubric)
  const counted = leaves(rubric).filter(({ effectiveWeight }) => effectiveWeight > 0)
  return {
    ways: WAYS.filter(way => way !== own),
    groups: [
      ROOT,
      ...visits.flatMap(({ path, criterion }) =>
        'children' in criterion && combineName(criterion.combine) === own ? [path] : [],
      ),
    ],
    missing: [
      ...(isLenient(rubric.missing) ? [ROOT] : []),
      ...visits.flatMap(({ path, criterion }) => (isLenient(criterion.missing) ? [path] : [])),
    ],
    leaves: counted.length,
    steps: (rubric.steps ?? []).flatMap((step, at) => {
      const among = otherwise(step)
      return among.length > 1 ? [{ at, step, among }] : []
    }),
    rules: rule === null ? [] : RULES.filter(name => name !== rule.by),
    relative,
    rule,
    marks: marked && counted.some(({ criterion }) => criterion.scoring.by === 'panel'),
  }
}

const isLenient = (missing: RubricData['missing']): boolean => missing === 'zero' || missing === 'exclude'

/** A step and what could stand in its place; null leaves it out. Dividing is no matter of taste. */
const otherwise = (step: Step): (Step | null)[] => {
  if (step.do === 'denominate') return [step]
  if (step.do !== 'impute' || (step.by !== 'mean' && step.by !== 'median')) return [step, null]
  return [step, { ...step, by: step.by === 'mean' ? 'median' : 'mean' }, null]
}

const commonRule = (rubric: RubricData): { rule: Scoring | null; relative: string[] } => {
  const byRule = new Map<string, string[]>()
  for (const { path, criterion } of leaves(rubric)) {
    if (!isRelative(criterion.scoring)) continue
    const { lowerIsBetter: _, ...rule } = criterion.scoring
    const key = JSON.stringify(rule)
    byRule.set(key, [...(byRule.get(key) ?? []), path])
  }
  const [most] = [...byRule].toSorted(([, a], [, b]) => b.length - a.length)
  return most ? { rule: JSON.parse(most[0]) as Scoring, relative: most[1] } : { rule: null, relative: [] }
}

/** The choices that the rubric has room for; a link may have been made for another one. */
export const within = (choices: Choices, offer: Offer): Choices => ({
  weights: choices.weights,
  combine: choices.combine.filter(way => offer.ways.includes(way)),
  missing: choices.missing && offer.missing.length > 0,
  leaveOut: choices.leaveOut && offer.leaves > 1,
  steps: choices.steps.filter(at => offer.steps.some(step => step.at === at)),
  scoring: choices.scoring.filter(rule => offer.rules.includes(rule)),
  marks: choices.marks && offer.marks,
})

export const isWay = (text: string): text is Way => WAYS.some(way => way === text)
export const isRule = (text: string): text is Rule => RULES.some(rule => rule === text)
