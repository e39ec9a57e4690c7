import type { Award, RubricData } from '@tumstock/rubric/contract'

/** How many get furthest by points, and what they are called. */
export type Places = { title: string; count: number; as: 'nominees' | 'winners' }

/** The first award that is given within a category, or to the round as a whole, and that says how many it takes. */
export const placesOf = (rubric: Pick<RubricData, 'awards'>, category: string | undefined): Places | null => {
  const per = category === undefined ? 'round' : 'category'
  const given = Object.values(rubric.awards).filter(award => award.per === per)
  const named = given.find(award => award.nominees !== undefined) ?? given.find(award => award.winners)
  return named ? placesIn(named) : null
}

const placesIn = ({ title, nominees, winners }: Award): Places | null => {
  if (nominees !== undefined) return { title, count: nominees, as: 'nominees' }
  return winners === undefined ? null : { title, count: winners, as: 'winners' }
}
