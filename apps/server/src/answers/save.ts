import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Context } from '../context.ts'
import { entryHere } from '../entry-here.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition } from '../rounds/service.ts'
import type { Written } from './change-claims.ts'
import { namedClaims } from './queries.ts'
import { saverFor } from './saver.ts'
import { areaOf, isWithin, sectionsOf } from './sections.ts'

export type Save = { question: string; value: AnswerValue | null; version: number }

/** Saves one answer of the asker's entry, if it still is as the asker saw it. It is on disk when this returns. */
export async function saveAnswer(ctx: Context, save: Save): Promise<Written> {
  const { round, entry } = entryHere(ctx)
  const { question, value, version } = save
  const rubric = await frozenDefinition(ctx.db, round)
  if (!Object.hasOwn(rubric.questions, question))
    throw new Refusal('bad-input', `The rubric asks no "${question}".`, { path: 'question' })
  if (!isWithin(rubric, sectionsOf(entry.standing), question))
    throw new Refusal(
      'not-allowed',
      `"${question}" is in the area “${areaOf(rubric, question)}”, which is not one of yours.`,
      { path: question },
    )
  try {
    return await saverFor(ctx).save({
      round: round.id,
      entry: entry.id,
      question,
      value,
      version,
      rubric,
      by: 'entrant',
      authorId: ctx.user?.id ?? null,
      at: ctx.now(),
    })
  } catch (error) {
    if (error instanceof Refusal && error.reason.code === 'stale')
      throw await withStanding(ctx, entry.id, error)
    throw error
  }
}

/** The refusal with what stands now, and whose it is. */
async function withStanding(ctx: Context, entry: string, { reason }: Refusal): Promise<Refusal> {
  const { code, message, path, ...more } = reason
  const [row] = await namedClaims(ctx.db, entry, path ?? '')
  const standing = row
    ? {
        value: JSON.parse(row.value) as AnswerValue,
        version: row.version,
        at: row.at,
        author: row.authorId === null ? null : { id: row.authorId, name: row.authorName ?? '' },
      }
    : { value: null, version: 0, at: null, author: null }
  return new Refusal(code, message, {
    ...more,
    ...(path !== undefined && { path }),
    version: standing.version,
    standing,
  })
}
