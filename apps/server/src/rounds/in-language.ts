import type { RubricData } from '@tumstock/rubric/contract'
import { translate } from '@tumstock/rubric/text'
import type { Context } from '../context.ts'
import { editsOf } from './edits.ts'
import type { RoundRow } from './queries.ts'

/** A round's definition in the edition's translation, but for what the round words itself: a stale text would say something else. */
export function inLanguage(
  { rubrics }: Pick<Context, 'rubrics'>,
  round: RoundRow,
  definition: RubricData,
  lang: string | undefined,
): RubricData {
  const locale = rubrics.find(round.rubricId, round.edition)?.edition.locales[lang ?? '']
  const texts = locale?.editions?.[round.edition]
  if (!texts) return definition
  const edited = Object.keys(editsOf(round).texts)
  const kept = Object.fromEntries(Object.entries(texts).filter(([path]) => !edited.includes(path)))
  return translate(definition, { editions: { [round.edition]: kept } })
}
