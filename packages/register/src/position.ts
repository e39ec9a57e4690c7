import { predecessorsOf, successorsOf } from './lineage.ts'
import { unitById } from './units.ts'

export type Position = {
  lat: number
  lon: number
  /** Whose centre it is; a map should tell a borrowed one. */
  of: 'unit' | 'successor' | 'predecessor'
}

/**
 * Where to put a unit's dot: its own centre; else that of the unit that most of it became (Sørum is shown where
 * Lillestrøm is); else that of the unit it came from (Haram of 2024 where Ålesund of 2020 was). Null if none is known.
 */
export function positionOf(id: string): Position | null {
  const unit = unitById(id)
  if (!unit) return null
  if (unit.position) return { ...unit.position, of: 'unit' }
  for (const { id: next } of successorsOf(id)) {
    const found = positionOf(next)
    if (found && found.of !== 'predecessor') return { ...found, of: 'successor' }
  }
  for (const { id: before } of predecessorsOf(id)) {
    const found = unitById(before)?.position
    if (found) return { ...found, of: 'predecessor' }
  }
  return null
}
