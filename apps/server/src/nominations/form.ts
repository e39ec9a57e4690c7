import type { Question } from '@tumstock/rubric/contract'
import type { Context } from '../context.ts'
import { placeFor } from '../place.ts'
import { inLanguage } from '../rounds/in-language.ts'
import { organiserOf } from '../rounds/organiser.ts'
import { frozenDefinition } from '../rounds/service.ts'
import { nominationQuestions } from './asked.ts'
import { nominationWindow } from './queries.ts'

export type NominationForm = {
  round: {
    id: string
    title: string
    description: string
    year: number
    country: string
    referenceDate: string
    timeZone: string
  }
  /** Who runs the round. */
  organiser: string
  opensAt: string | null
  closesAt: string | null
  /** What can be nominated; empty where the round has no classes. */
  kinds: string[]
  /** In which it can be asked. */
  languages: string[]
  /** In the language that was asked for, as far as there is a translation. */
  questions: ({ id: string } & Question)[]
}

/** All that somebody needs who nominates a municipality. */
export async function nominationForm(
  ctx: Context,
  { round: id, lang }: { round: string; lang?: string | undefined },
): Promise<NominationForm> {
  const { round } = await placeFor(ctx, ctx.db, 'nominations.form', { round: id })
  const base = await frozenDefinition(ctx.db, round)
  const rubric = inLanguage(ctx, round, base, lang)
  const window = await nominationWindow(ctx.db, id)
  const { title, description, year, country, referenceDate, timeZone } = round
  return {
    round: { id, title, description, year, country, referenceDate, timeZone },
    organiser: await organiserOf(ctx.db, round, base),
    opensAt: window?.opensAt ?? null,
    closesAt: window?.closesAt ?? null,
    kinds: [...new Set(Object.values(base.categories).map(({ kind }) => kind))],
    languages: [...new Set([base.baseLanguage, ...base.languages])],
    // Which are asked is told by the rubric's own words: translated areas could fall together.
    questions: nominationQuestions(base).map(([key, question]) => ({
      id: key,
      ...(rubric.questions[key] ?? question),
    })),
  }
}
