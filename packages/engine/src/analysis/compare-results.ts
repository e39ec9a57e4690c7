import { RubricError } from '@tumstock/rubric/error'
import { ROOT_PATH } from '../score/plan.ts'
import type { Results } from '../score/results.ts'
import { type Correlation, correlation } from './correlation.ts'
import { placesOf } from './places.ts'

export type Version = { /** `id@edition`, named in errors. */ rubric: string; results: Results }

/** 0..1; null where not scored or not in this version. */
export type InVersion = { value: number | null; place: number | null }

export type ComparedEntry = {
  id: string
  before: InVersion
  after: InVersion
  /** After less before; null where one is missing. */
  change: number | null
  /** Places gained: before less after. */
  gained: number | null
}

export type ComparedResults = {
  /** All entries of either version, by id. */
  entries: readonly ComparedEntry[]
  /** Entries with a place in both. */
  shared: number
  meanGained: number | null
  mostGained: number | null
  /** Of the values, over the entries that have both. */
  pearson: Correlation
  spearman: Correlation
}

/**
 * Two versions of results side by side: another edition, other weights, another method. Entries are matched by id.
 *
 * @param path criterion to compare; the total where it is absent, there by rank after tie-breaks, else by value
 * @throws RubricError `unknown-path` when one of the two has no such criterion
 */
export const compareResults = (before: Version, after: Version, path = ROOT_PATH): ComparedResults => {
  const [first, second] = [versionOf(before, path), versionOf(after, path)]
  const ids = [...new Set([...first.keys(), ...second.keys()])].sort()
  const entries = ids.map((id): ComparedEntry => {
    const [a, b] = [first.get(id) ?? ABSENT, second.get(id) ?? ABSENT]
    return { id, before: a, after: b, change: minus(b.value, a.value), gained: minus(a.place, b.place) }
  })
  const moves = entries.flatMap(({ gained }) => (gained === null ? [] : [Math.abs(gained)]))
  const values = (of: (entry: ComparedEntry) => InVersion) =>
    Float64Array.from(entries, entry => of(entry).value ?? Number.NaN)
  const pair = [values(entry => entry.before), values(entry => entry.after)] as const
  return {
    entries,
    shared: moves.length,
    meanGained: moves.length === 0 ? null : moves.reduce((sum, by) => sum + by, 0) / moves.length,
    mostGained: moves.length === 0 ? null : moves.reduce((most, by) => Math.max(most, by)),
    pearson: correlation(...pair, 'pearson'),
    spearman: correlation(...pair, 'spearman'),
  }
}

const ABSENT: InVersion = { value: null, place: null }

const minus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b)

const versionOf = ({ rubric, results }: Version, path: string): Map<string, InVersion> => {
  const node = path === ROOT_PATH ? results.total : results.nodes.get(path)
  if (!node)
    throw new RubricError({
      code: 'unknown-path',
      rubric,
      path,
      says: 'no such criterion in this version. Compare one that both have, or the total.',
    })
  const places = path === ROOT_PATH ? results.rank : placesOf(node.values)
  return new Map(
    results.ids.map((id, e) => {
      const value = node.values[e] as number
      return [id, { value: Number.isNaN(value) ? null : value, place: places[e] || null }]
    }),
  )
}
