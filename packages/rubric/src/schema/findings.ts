/** From zod's issues to the one form in which everything wrong with a rubric is told. */
import type { z } from 'zod'
import { type Finding, type Problem, problemOf } from '../problem.ts'
import { isObject } from './strict.ts'

/** `value` as the schema has it, or what is wrong with it, every place at once. */
export const parseAs = <T>(
  schema: z.ZodType<T>,
  value: unknown,
  about: string,
): { ok: true; value: T } | { ok: false; problems: readonly Problem[] } => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, problems: parsed.error.issues.map(issue => problemOf(about, findingOf(issue, value))) }
}

const findingOf = (issue: z.core.$ZodIssue, root: unknown): Finding => {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') return { code: 'unknown-key', path, says: issue.message }
  if (issue.code === 'invalid_key')
    return { code: 'bad-id', path, says: issue.issues.map(sentence).join(' ') }
  if (isAbsent(root, issue.path)) return { code: 'missing-key', path, says: `is missing. ${sentence(issue)}` }
  return { code: issue.code === 'invalid_format' ? 'bad-id' : 'bad-value', path, says: sentence(issue) }
}

const isAbsent = (root: unknown, path: readonly PropertyKey[]): boolean => {
  let holder = root
  for (const [index, key] of path.entries()) {
    if (!isObject(holder) && !Array.isArray(holder)) return false
    if (!Object.hasOwn(holder, key)) return index === path.length - 1
    holder = (holder as Record<PropertyKey, unknown>)[key]
  }
  return false
}

/** Zod's words without its preamble, as a sentence. */
const sentence = ({ message }: z.core.$ZodIssue): string => {
  const words = message.replace(/^Invalid input: /, '').replace(/, received undefined$/, '')
  return `${words}${words.endsWith('.') ? '' : '.'}`
}
