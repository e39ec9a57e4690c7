import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { changeAnswers } from '../answers/change-answers.ts'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { Refusal } from '../refusal.ts'
import { repliesOf } from '../replies/reply-view.ts'
import { reopenRound } from '../rounds/current.ts'
import { frozenDefinition, ownRound, reachAnswers } from '../rounds/service.ts'
import * as queries from './queries.ts'

async function entryOf(db: Context['db'], round: string, entry: string): Promise<queries.EntryRow> {
  const found = await queries.entryById(db, round, entry)
  if (!found) throw new Refusal('not-found', `There is no entry ${entry} in this round.`)
  return found
}

export async function removeEntry(
  ctx: Context,
  { round: id, entry }: { round: string; entry: string },
): Promise<void> {
  await audited(ctx, 'entries.remove', async tx => {
    await ownRound(ctx, tx, { id, states: ['open', 'evaluated'] })
    const { name } = await entryOf(tx, id, entry)
    if ((await queries.entriesOf(tx, id)).some(one => one.joinedTo === entry))
      throw new Refusal('wrong-state', `Others take part together with ${name}. Part them first.`)
    await queries.deleteEntry(tx, entry)
    await reopenRound(tx, id)
    return { subject: `round/${id}/entry/${entry}`, detail: { name }, result: undefined }
  })
}

export async function answersOf(ctx: Context, { round: id, entry }: { round: string; entry: string }) {
  const round = await reachAnswers(ctx, ctx.db, id)
  const { name, category, units } = {
    ...(await entryOf(ctx.db, id, entry)),
    units: await queries.unitsOfEntries(ctx.db, id),
  }
  const answers = await queries.answersOfEntry(ctx.db, entry)
  return {
    entry,
    round: round.id,
    name,
    category,
    units: units.filter(row => row.entryId === entry).map(row => row.unitId),
    answers: answers.map(({ question, layer, value, reason, confidence, at, version }) => ({
      question,
      layer,
      /** Null where nothing was found behind the claim. */
      value: JSON.parse(value) as AnswerValue | null,
      reason,
      confidence,
      at,
      version,
    })),
    /** What the entry says to findings, and what became of it. */
    replies: ctx.place?.entry ? await repliesOf(ctx.db, ctx.place.entry.standing, entry) : [],
  }
}

export type AnswerChange = { entry: string; question: string; value: AnswerValue | null }

/** Changes one answer for whoever runs the round; null takes it away. Gives the version that then stands, 0 for none. */
export async function writeAnswer(
  tx: Tx,
  {
    round,
    rubric,
    ctx,
  }: { round: string; rubric: RubricData; ctx: Pick<Context, 'dialect' | 'user' | 'now'> },
  change: AnswerChange & { version?: number },
): Promise<number> {
  const wish = { ...change, at: ctx.now(), authorId: ctx.user?.id ?? null }
  const [outcome] = await changeAnswers(tx, ctx.dialect, [{ ...wish, round, rubric, by: 'organiser' }])
  if (!outcome || 'refusal' in outcome) throw outcome?.refusal ?? new Error('No outcome.')
  return outcome.written.version
}

/** Saves one answer, if it still is as the asker saw it. */
export async function setAnswer(
  ctx: Context,
  { round: id, version, ...change }: AnswerChange & { round: string; version: number },
): Promise<{ version: number }> {
  const result = await audited(ctx, 'entries.setAnswer', async tx => {
    const round = await ownRound(ctx, tx, { id, states: ['open', 'evaluated'] })
    const rubric = await frozenDefinition(tx, round)
    // First, so that two that change an evaluated round wait here, and not for each other.
    await reopenRound(tx, id)
    const written = await writeAnswer(tx, { round: id, rubric, ctx }, { ...change, version })
    if (change.value !== null) await queries.submitUnattended(tx, change.entry, ctx.now())
    // The answer itself may name people; the log says which one changed.
    const detail = { question: change.question, version: written }
    return { subject: `round/${id}/entry/${change.entry}`, detail, result: { version: written } }
  })
  ctx.live.announce(`entry/${change.entry}/answers`)
  ctx.live.announce(`round/${id}/responses`)
  return result
}

/** Puts an entry into a category by decision; null takes it out of all. */
export async function setCategory(
  tx: Tx,
  { round, rubric }: { round: string; rubric: RubricData },
  { entry, category }: { entry: string; category: string | null },
): Promise<void> {
  if (category !== null && !Object.hasOwn(rubric.categories, category))
    throw new Refusal(
      'bad-input',
      `No category "${category}". Allowed: ${Object.keys(rubric.categories).join(', ')}.`,
      { path: 'category' },
    )
  const { id, name } = await entryOf(tx, round, entry)
  await queries.putBack(tx, { id, name, category, categoryReason: 'given' })
}
