/**
 * Reference numbers of another implementation (the R package COINr 1.1.14, on its ASEM data: 51 countries, 49 indicators).
 * They lie beside the repository and are read from there; without them the tests that need them are skipped, loudly.
 */
import { existsSync, readFileSync } from 'node:fs'

const folder = new URL('../../../../../shared/golden/', import.meta.url)

/** Whether tests that need the reference numbers have to be skipped. */
export const goldenIsAbsent = !existsSync(folder)

if (goldenIsAbsent)
  process.stderr.write(
    '\n../shared/golden is absent: the engine is NOT compared with the reference numbers of COINr.\n\n',
  )

/** One file of reference numbers, as it is. Columns by name; null = missing. */
export const golden = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T

/** Makes something when it is first asked for: tests are collected where the folder is absent, too. */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A data set of the reference: one list per column, `uCode` names the rows. */
export type GoldenTable = { readonly uCode: readonly string[] } & {
  readonly [column: string]: readonly (number | string | null)[]
}

/** How far apart two numbers are, relative to the larger (absolute below 1). Two missing numbers are 0 apart. */
export const apart = (ours: number | null, theirs: number | null): number => {
  const missing = ours === null || Number.isNaN(ours)
  if (missing || theirs === null) return missing && theirs === null ? 0 : Number.POSITIVE_INFINITY
  return Math.abs(ours - theirs) / Math.max(1, Math.abs(ours), Math.abs(theirs))
}

/** How far apart a column is from the reference's, by its codes; entries that one of them lacks are infinitely far. */
export const columnApart = (
  ids: readonly string[],
  ours: ArrayLike<number | null>,
  theirs: GoldenTable,
  code: string,
): number => {
  const places = new Map(ids.map((id, i) => [id, i]))
  if (places.size !== theirs.uCode.length) return Number.POSITIVE_INFINITY
  return Math.max(
    ...theirs.uCode.map((id, i) => {
      const at = places.get(id)
      return at === undefined
        ? Number.POSITIVE_INFINITY
        : apart(ours[at] ?? null, (theirs[code]?.[i] ?? null) as number | null)
    }),
  )
}
