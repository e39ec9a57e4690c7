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
  const edition = rubrics.find(round.rubricId, round.edition)?.edition
  const locale = edition?.locales[lang ?? '']
  const texts = locale?.editions?.[round.edition]
  if (!texts) return definition
  /** A stage may stand elsewhere in the round than in its edition, or not at all. */
  const inPlace = (path: string) =>
    path.replace(/^stages\.(\d+)/, (_, index) => {
      const kind = edition?.rubric.stages[Number(index)]?.kind
      return `stages.${definition.stages.findIndex(stage => stage.kind === kind)}`
    })
  const edited = Object.keys(editsOf(round).texts)
  const kept = Object.entries(texts).filter(([path]) => !edited.includes(path))
  const placed = kept.map(([path, text]) => [inPlace(path), text])
  return translate(definition, { editions: { [round.edition]: Object.fromEntries(placed) } })
}
