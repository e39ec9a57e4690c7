import type { Award, RubricData } from '@tumstock/rubric/contract'
import { Refusal } from '../refusal.ts'

/** The awards that points alone do not decide: who goes on to them is chosen. */
export const chosenAwards = (rubric: RubricData): [string, Award][] =>
  Object.entries(rubric.awards).filter(([, award]) => award.decide !== 'points')

/** How many go on, as the award or the shortlist stage says; null where neither does. */
export const wantedFor = (rubric: RubricData, award: Award): number | null => {
  if (award.nominees !== undefined) return award.nominees
  const keep = rubric.stages.find(stage => stage.kind === 'shortlist')?.keep
  return keep && 'top' in keep ? keep.top : null
}

/** @throws Refusal `bad-input` */
export const chosenAward = (rubric: RubricData, id: string): Award => {
  const found = chosenAwards(rubric).find(([award]) => award === id)
  if (found) return found[1]
  const allowed = chosenAwards(rubric).map(([award]) => award)
  throw new Refusal(
    'bad-input',
    allowed.length === 0
      ? 'Points decide every award of this round; nobody is chosen.'
      : `"${id}" is no award whose nominees are chosen. Allowed: ${allowed.join(', ')}.`,
    { path: 'award' },
  )
}
