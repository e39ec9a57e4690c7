/** Holds whatever arrives (a plugin, an upload, a stored copy) to the contract. Nothing unknown is let through. */
import { z } from 'zod'
import type { Plugin, RubricData } from './contract.ts'
import { nameOf } from './error.ts'
import type { Problem } from './problem.ts'
import type { RecordedRound } from './record.ts'
import { parseAs } from './schema/findings.ts'
import { record } from './schema/record.ts'
import { rubric } from './schema/rubric.ts'
import { EDITION, ID, isObject, strict, text } from './schema/strict.ts'
import type { Locale } from './text.ts'

type Problems = { problems: readonly Problem[] }

/**
 * A rubric from anything. The author's own object may be given as it stands: its `functions` are left out, all else has
 * to be data. Unknown keys are refused at every depth.
 */
export const parseRubric = (value: unknown): { rubric: RubricData } | Problems => {
  const parsed = parseAs(rubric, withoutFunctions(value), aboutOf(value))
  return parsed.ok ? { rubric: parsed.value } : { problems: parsed.problems }
}

/** @param about the plugin's id or the file, for messages */
export const parseRecord = (value: unknown, about: string): { record: RecordedRound } | Problems => {
  const parsed = parseAs(record, value, about)
  return parsed.ok ? { record: parsed.value } : { problems: parsed.problems }
}

const byEdition = z.record(z.string().regex(EDITION), z.record(z.string(), text))
const locale = strict({
  editions: byEdition.exactOptional(),
  rounds: byEdition.exactOptional(),
}) satisfies z.ZodType<Locale>

/** @param about the plugin's id or the file, for messages */
export const parseLocale = (value: unknown, about: string): { locale: Locale } | Problems => {
  const parsed = parseAs(locale, value, about)
  return parsed.ok ? { locale: parsed.value } : { problems: parsed.problems }
}

const plugin = strict({
  id: z.string().regex(ID, 'is not kebab-case, such as walkable-towns.'),
  editions: z.array(z.unknown()).min(1),
}) satisfies z.ZodType<Plugin>

/** The outer shape of a plugin; its editions are for `parseRubric`. */
export const parsePlugin = (value: unknown, about: string): { plugin: Plugin } | Problems => {
  const parsed = parseAs(plugin, value, about)
  return parsed.ok ? { plugin: parsed.value } : { problems: parsed.problems }
}

const aboutOf = (value: unknown): string =>
  isObject(value) && typeof value.id === 'string' && typeof value.edition === 'string'
    ? nameOf({ id: value.id, edition: value.edition })
    : 'rubric'

/** Functions cannot come from JSON, so a `functions` block that holds anything else is an unknown key like any other. */
const withoutFunctions = (value: unknown): unknown => {
  if (!isObject(value) || !isObject(value.functions)) return value
  if (!Object.values(value.functions).every(fn => typeof fn === 'function')) return value
  const { functions: _, ...data } = value
  return data
}
