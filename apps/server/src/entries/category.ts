import type { Category, RubricData } from '@tumstock/rubric/contract'

/** `population`: told by the unit's kind and inhabitants at the reference date; `given`: said by the organiser or a source. */
export type CategoryReason = 'population' | 'kind' | 'given' | 'no-population' | 'no-match'

export type Assigned = { category: string | null; reason: CategoryReason }

const holds = (category: Category, population: number): boolean =>
  population >= (category.population?.from ?? 0) && population < (category.population?.below ?? Infinity)

/** The category that a unit of this kind and population belongs to; `from` is inclusive, `below` exclusive. */
export const categoryOf = (
  rubric: Pick<RubricData, 'categories'>,
  unit: { kind: string; population: number | null },
): Assigned => {
  const ofKind = Object.entries(rubric.categories).filter(([, category]) => category.kind === unit.kind)
  const bounded = ofKind.some(([, category]) => category.population)
  if (bounded && unit.population === null) return { category: null, reason: 'no-population' }
  const found = ofKind.find(([, category]) => holds(category, unit.population ?? 0))
  if (!found) return { category: null, reason: 'no-match' }
  return { category: found[0], reason: bounded ? 'population' : 'kind' }
}
