import { distance } from './distance.ts'
import { countriesAt, type Where } from './find.ts'
import { nameIndex } from './name-index.ts'
import { bare, fold } from './spelling.ts'
import type { Unit } from './unit.ts'
import { unitsAt } from './units.ts'

export type Candidate = {
  unit: Unit
  /** Edits away, accents aside. */
  distance: number
}

const SHOWN = 5

/**
 * Units of a day whose spelling is close to a text, closest first, at most five: for "did you mean …?" in a message,
 * never for a match. Letters with accents and strokes count as their plain ones here, so that `Alesund` is 0 away
 * from Ålesund; 1 edit is close for a text of up to five letters, 2 beyond.
 *
 * @throws RegisterError as `find`
 */
export function candidates(text: string, date: string, where: Where = {}): Candidate[] {
  const folded = fold(text)
  const wanted = [folded, ...(bare(folded)?.names ?? [])].map(plainLetters)
  return countriesAt(date, where)
    .flatMap(country => {
      const { namesOf } = nameIndex(country)
      return unitsAt(country, date, where.kind).map(unit => ({
        unit,
        distance: closest(wanted, namesOf.get(unit) ?? []),
      }))
    })
    .filter(one => one.distance < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SHOWN)
}

function closest(wanted: readonly string[], names: readonly string[]): number {
  let best = Number.POSITIVE_INFINITY
  for (const name of names)
    for (const text of wanted) best = Math.min(best, distance(text, plainLetters(name), allowance(text)))
  return best
}

function allowance(text: string): number {
  return text.length <= 5 ? 1 : 2
}

// Letters that Unicode does not take apart into a base and a mark.
const STROKED: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', đ: 'd', ð: 'd', þ: 'th', ŋ: 'n' }

function plainLetters(folded: string): string {
  return folded
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæđðþŋ]/g, letter => STROKED[letter] ?? letter)
}
