import type { AnswerValue } from '@tumstock/rubric/answers'
import { changeAnswers } from '../answers/change-answers.ts'
import type { Context } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { frozenDefinition, type RoundRow } from '../rounds/service.ts'
import { nominationsBehind } from './queries.ts'

type Given = { question: string; value: AnswerValue; at: string }

const givenIn = ({ answers, at }: { answers: string; at: string }): Given[] =>
  Object.entries(JSON.parse(answers) as Record<string, AnswerValue>).map(([question, value]) => ({
    question,
    value,
    at,
  }))

/**
 * Makes what was nominated the first draft of the entry's answers, as nobody's of the municipality. Of several nominations
 * the first that says something about a question stands; what the others say is offered.
 */
export async function takeUpNominations(
  ctx: Pick<Context, 'dialect' | 'now'>,
  tx: Tx,
  round: RoundRow,
  entry: string,
): Promise<void> {
  const first = new Map<string, Given>()
  for (const nomination of await nominationsBehind(tx, entry))
    for (const one of givenIn(nomination)) if (!first.has(one.question)) first.set(one.question, one)
  const rubric = await frozenDefinition(tx, round)
  const common = { round: round.id, entry, rubric, at: ctx.now(), authorId: null, by: 'organiser' } as const
  // In the rubric's order: what a question hangs on comes before it.
  const order = Object.keys(rubric.questions)
  const wishes = [...first.values()]
    .toSorted((a, b) => order.indexOf(a.question) - order.indexOf(b.question))
    // A version of 0: what the municipality has written already stays.
    .map(({ question, value }) => ({ ...common, question, value, version: 0 }))
  await changeAnswers(tx, ctx.dialect, wishes)
}

/** What the nominations of an entry say, in the order in which they came. */
export const nominated = async (db: Db, entry: string): Promise<Given[][]> =>
  (await nominationsBehind(db, entry)).map(givenIn)
