import { categoriesFor } from '@tumstock/engine/category'
import type { Category, RubricData } from '@tumstock/rubric/contract'

/** `population`: told by the unit's kind and inhabitants at the reference date; `given`: said by the organiser or a source. */
export type CategoryReason = 'population' | 'kind' | 'given' | 'no-population' | 'no-match' | 'several'

export type Assigned = { category: string | null; reason: CategoryReason }

/** The category that a unit of this kind and population belongs to; several that overlap are never chosen from. */
export const categoryOf = (
  rubric: Pick<RubricData, 'categories'>,
  unit: { kind: Category['kind']; population: number | null },
): Assigned => {
  const [category = null, ...others] = categoriesFor(rubric, unit.kind, unit.population)
  if (others.length > 0) return { category: null, reason: 'several' }
  const ofKind = Object.values(rubric.categories).filter(({ kind }) => kind === unit.kind)
  const bounded = ofKind.some(({ population }) => population)
  if (category !== null) return { category, reason: bounded ? 'population' : 'kind' }
  return { category, reason: bounded && unit.population === null ? 'no-population' : 'no-match' }
}
