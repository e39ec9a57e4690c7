import type { RecordedRound, RecordedShare } from '@tumstock/rubric/record'
import type { Context } from '../context.ts'
import { participantsOf } from '../entries/rows.ts'
import { frozenDefinition, type RoundRow, reachResults } from '../rounds/service.ts'
import { type QuestionShares, questionShares } from './question-shares.ts'

export type QuestionsView = {
  /** `record`: shares as printed, without counts. */
  source: 'answers' | 'record'
  questions: readonly QuestionShares[]
  recorded: readonly RecordedShare[]
}

/** As `getQuestions`, of a round that the asker may see. */
export const questionsOf = async (ctx: Context, round: RoundRow): Promise<QuestionsView> => {
  if (round.record !== null) {
    const { shares } = JSON.parse(round.record) as RecordedRound
    return { source: 'record', questions: [], recorded: shares ?? [] }
  }
  const rubric = await frozenDefinition(ctx.db, round)
  const entries = await participantsOf(ctx.db, round.id)
  return { source: 'answers', questions: questionShares(rubric, entries, entries.length), recorded: [] }
}

/** Shares of each question with options, over those who answered. */
export async function getQuestions(ctx: Context, id: string): Promise<QuestionsView> {
  return questionsOf(ctx, await reachResults(ctx, ctx.db, id))
}
