import { FINDING_LAYERS, type Item } from '../assessments/assessing.ts'

/** What all findings together do to the points, as far as it is known; `known`: that something is. */
export function pointsOf(items: readonly Item[]): { points: number; known: boolean } {
  const effects = items
    .flatMap(item => FINDING_LAYERS.flatMap(layer => item[layer]?.effects ?? []))
    .flatMap(effect => effect.points ?? [])
  return { points: effects.reduce((sum, points) => sum + points, 0), known: effects.length > 0 }
}
