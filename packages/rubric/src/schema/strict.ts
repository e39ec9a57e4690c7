/** The few building blocks that every schema here is made of. */
import { z } from 'zod'

export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
export const EDITION = /^[a-z0-9]+([.-][a-z0-9]+)*$/
const KEY = /^[a-zA-Z][a-zA-Z0-9_-]*$/
export const OPTION = /^[a-zA-Z0-9][a-zA-Z0-9_-]*$/
export const NAME_AT_VERSION = /^[a-z][a-z0-9]*(-[a-z0-9]+)*@[a-z0-9]+([.-][a-z0-9]+)*$/

/** An object whose every key is known; the message about any other key says which are. */
export const strict = <const S extends z.core.$ZodShape>(shape: S) =>
  z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? (issue.keys ?? []).map(key => unknownKey(key, Object.keys(shape))).join(' ')
        : undefined,
  })

const unknownKey = (key: string, allowed: readonly string[]): string => {
  const near = nearest(key, allowed)
  return `unknown key “${key}”.${near === undefined ? '' : ` Did you mean “${near}”?`} Allowed: ${allowed.join(', ')}.`
}

/** The allowed word that is at most two edits away from what was written. */
export const nearest = (written: string, allowed: readonly string[]): string | undefined => {
  const ranked = allowed.map(word => ({
    word,
    edits: editsBetween(written.toLowerCase(), word.toLowerCase()),
  }))
  ranked.sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  return best !== undefined && best.edits <= 2 && best.edits < best.word.length ? best.word : undefined
}

/** Levenshtein distance: the fewest insertions, deletions and substitutions. */
const editsBetween = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/**
 * One of several shapes, told apart by looking at the value. Unlike a plain union, it reports what is wrong with the
 * shape that was meant instead of how the value fails each of them.
 */
export const oneOf = <T>(choose: (value: unknown) => z.ZodType<T>): z.ZodType<T> =>
  z.unknown().transform((value, context): T => {
    const parsed = choose(value).safeParse(value)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues)
      context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue)
    return z.NEVER
  })

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text that is not blank. */
export const text = z.string().refine(value => value.trim() !== '', 'is blank. A text is wanted.')

const KEY_SAYS = 'a key is letters, digits, _ and -, beginning with a letter.'
const TAKEN_SAYS = 'is a name that every object has, such as constructor. Choose another.'

export const keyed = <T extends z.ZodType>(value: T, key = KEY, says = KEY_SAYS) =>
  z.record(
    z
      .string()
      .regex(key, says)
      .refine(name => !(name in Object.prototype), TAKEN_SAYS),
    value,
  )

/** `2026-12-31`. */
export const date = z.iso.date('is not a date. It is written as 2026-12-31.')
export const status = z.enum(['sourced', 'inferred', 'assumed'])
export const share = z.number().min(0).max(1)
export const count = z.int().min(0)
