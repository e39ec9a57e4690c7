import type { Criterion, Missing, RubricData } from '../contract.ts'
import type { Framework } from '../framework.ts'
import type { Finding } from '../problem.ts'
import { isGroup, walk } from '../tree.ts'
import { isWeight, WEIGHTS } from '../weight.ts'
import { unknownName } from './names.ts'

/** Weights, missing policies, categories, stages and crosswalks of every criterion. */
export function* checkCriteria(rubric: RubricData, framework: Framework | undefined): Generator<Finding> {
  yield* checkMissing('missing', rubric.missing)
  if (Object.keys(rubric.criteria).length > 0 || scoresEntries(rubric))
    yield* checkSiblings('criteria', rubric.criteria)
  const stages = rubric.stages.map(stage => stage.kind)
  for (const { path, criterion } of walk(rubric)) {
    yield* checkMissing(`${path}.missing`, criterion.missing)
    yield* checkOnlyIn(path, criterion.onlyIn ?? [], Object.keys(rubric.categories))
    if (criterion.crosswalk !== undefined)
      yield* checkCrosswalk(
        `${path}.crosswalk`,
        criterion.crosswalk,
        framework?.dimensions.map(dimension => dimension.id),
      )
    if (isGroup(criterion)) yield* checkSiblings(`${path}.children`, criterion.children)
    else if (!stages.includes(criterion.stage))
      yield unknownName(`${path}.stage`, `stage of kind “${criterion.stage}”`, stages)
  }
}

/** A survey, or an award that a jury decides, may do without criteria. */
const scoresEntries = (rubric: RubricData): boolean =>
  rubric.purpose === 'index' || Object.values(rubric.awards).some(award => award.decide === 'points')

function* checkMissing(path: string, missing: Missing): Generator<Finding> {
  if (typeof missing === 'object' && !(missing.needs > 0 && missing.needs <= 1))
    yield { code: 'bad-missing', path, says: `needs is ${missing.needs}. Allowed: above 0 and at most 1.` }
}

function* checkSiblings(path: string, siblings: Readonly<Record<string, Criterion>>): Generator<Finding> {
  let sum = 0
  for (const [key, { weight }] of Object.entries(siblings)) {
    if (!isWeight(weight))
      yield { code: 'bad-weight', path: `${path}.${key}.weight`, says: `is ${weight}. Allowed: ${WEIGHTS}.` }
    sum += Math.max(0, weight)
  }
  if (sum === 0)
    yield { code: 'bad-weight', path, says: 'the weights sum to 0. At least one has to be above 0.' }
}

function* checkOnlyIn(
  path: string,
  onlyIn: readonly string[],
  categories: readonly string[],
): Generator<Finding> {
  for (const [i, id] of onlyIn.entries())
    if (!categories.includes(id)) yield unknownName(`${path}.onlyIn.${i}`, `category “${id}”`, categories)
}

function* checkCrosswalk(
  path: string,
  shares: Readonly<Record<string, number>>,
  dimensions: readonly string[] | undefined,
): Generator<Finding> {
  for (const id of Object.keys(shares))
    if (dimensions !== undefined && !dimensions.includes(id))
      yield {
        code: 'bad-crosswalk',
        path: `${path}.${id}`,
        says: `no such dimension. Defined: ${dimensions.join(', ')}.`,
      }
  const sum = Object.values(shares).reduce((total, share) => total + share, 0)
  if (Math.abs(sum - 1) > 1e-9)
    yield { code: 'bad-crosswalk', path, says: `the shares sum to ${sum}. They have to sum to 1.` }
}
