import { walk } from '@tumstock/rubric/tree'
import type { TFunction } from 'i18next'
import { AskFailed } from './ask.ts'
import type { Sure } from './use-sure.ts'

/** Codes that stand for something a reader can do something about. */
const KNOWN = [
  'not-positive',
  'zero-range',
  'zero-weight',
  'no-number',
  'too-few',
  'too-many',
  'not-solved',
  'bad-assumption',
  'stale',
  'function-unknown',
] as const
type Known = (typeof KNOWN)[number]

/** In the reader's words what cannot be computed, and the engine's own line with entries and criteria by name. */
export const failureWords = (
  error: Error,
  { results, rubric }: Pick<Sure, 'results' | 'rubric'>,
  t: TFunction<'sure'>,
): { title: string; detail: string } => {
  const code = error instanceof AskFailed ? error.code : null
  const known = KNOWN.find((one): one is Known => one === code)
  const names = [
    ...results.rows.map(({ entry, name }) => [entry, name] as const),
    // A path begins with its group's.
    ...[...walk(rubric)].reverse().map(({ path, criterion }) => [path, criterion.title] as const),
  ]
  const detail = names.reduce(
    (line, [id, name]) => (line.includes(id) ? line.replaceAll(id, `“${name}”`) : line),
    error.message,
  )
  return { title: known ? t(`failed.${known}`) : t('failed.other'), detail }
}
