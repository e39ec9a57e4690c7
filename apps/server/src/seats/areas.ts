import type { RubricData } from '@tumstock/rubric/contract'
import type { Context } from '../context.ts'
import { inLanguage } from '../rounds/in-language.ts'
import type { RoundRow } from '../rounds/service.ts'

/** A part of the questionnaire that can be given to a colleague: its id is the area in the rubric's own language. */
export type Area = { id: string; title: string }

/** The areas of a round's questionnaire in the order in which it asks, in a language where it is translated. */
export function areasOf(
  ctx: Pick<Context, 'rubrics'>,
  round: RoundRow,
  rubric: RubricData,
  lang?: string | undefined,
): Area[] {
  const shown = inLanguage(ctx, round, rubric, lang).questions
  const titles = new Map<string, string>()
  for (const [id, { area }] of Object.entries(rubric.questions))
    if (area !== undefined && !titles.has(area)) titles.set(area, shown[id]?.area ?? area)
  return [...titles].map(([id, title]) => ({ id, title }))
}

/** The titles of the areas that a seat is limited to, from the JSON in which it has them. */
export const namedAreas = (sections: string, areas: readonly Area[]): string[] =>
  (JSON.parse(sections) as string[]).map(id => areas.find(area => area.id === id)?.title ?? id)
