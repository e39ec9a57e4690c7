import type { Category, RubricData } from '@tumstock/rubric/contract'

/**
 * The categories that a unit of this kind and population falls in: one, unless the rubric has a gap or an overlap.
 *
 * @param population inhabitants at the round's reference date; null when not known, which fits only categories without limits
 */
export const categoriesFor = (
  rubric: Pick<RubricData, 'categories'>,
  kind: Category['kind'],
  population: number | null,
): string[] =>
  Object.entries(rubric.categories)
    .filter(([, category]) => {
      if (category.kind !== kind) return false
      const { from, below } = category.population ?? {}
      if (population === null) return from === undefined && below === undefined
      return population >= (from ?? 0) && population < (below ?? Number.POSITIVE_INFINITY)
    })
    .map(([id]) => id)
