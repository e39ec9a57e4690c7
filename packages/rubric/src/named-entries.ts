/** The entries that a rubric names: references of its rules, and those that its steps keep or drop. */
import type { Criterion, RubricData, Step } from './contract.ts'
import { leaves } from './tree.ts'

/** Every name of an entry in a rubric, once each, in the order in which they are written. */
export const entriesNamedIn = (rubric: Pick<RubricData, 'steps' | 'criteria' | 'combine'>): string[] => {
  const kept = (rubric.steps ?? []).flatMap(step =>
    step.do === 'screen' ? [...(step.keep ?? []), ...(step.drop ?? [])] : [],
  )
  const references = leaves(rubric).flatMap(({ criterion: { scoring } }) =>
    scoring.by === 'reference' ? scoring.entry : [],
  )
  return [...new Set([...kept, ...references])]
}

/**
 * The same rubric with other names for the entries in it: a rubric is written with names that last from year to year, while
 * the entries of one round have ids of their own.
 *
 * @param idOf undefined where there is no such entry; the name then stays
 * @returns the rubric itself where it names nobody
 */
export const renameEntries = <R extends Pick<RubricData, 'steps' | 'criteria' | 'combine'>>(
  rubric: R,
  idOf: (name: string) => string | undefined,
): R => {
  if (entriesNamedIn(rubric).length === 0) return rubric
  const rename = (name: string): string => idOf(name) ?? name
  return {
    ...rubric,
    criteria: renamedTree(rubric.criteria, rename),
    ...(rubric.steps && { steps: rubric.steps.map(step => renamedStep(step, rename)) }),
  }
}

const renamedStep = (step: Step, rename: (name: string) => string): Step =>
  step.do === 'screen'
    ? {
        ...step,
        ...(step.keep && { keep: step.keep.map(rename) }),
        ...(step.drop && { drop: step.drop.map(rename) }),
      }
    : step

const renamedTree = (
  tree: RubricData['criteria'],
  rename: (name: string) => string,
): Record<string, Criterion> =>
  Object.fromEntries(
    Object.entries(tree).map(([key, criterion]): [string, Criterion] => {
      if ('children' in criterion)
        return [key, { ...criterion, children: renamedTree(criterion.children, rename) }]
      const { scoring } = criterion
      if (scoring.by !== 'reference') return [key, criterion]
      return [key, { ...criterion, scoring: { ...scoring, entry: rename(scoring.entry) } }]
    }),
  )
