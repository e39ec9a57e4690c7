import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { isVisible } from '@tumstock/rubric/visible'
import { checkedValue } from '../answers/change-claims.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { Refusal } from '../refusal.ts'
import { beneath, type Confidence, type FindingLayer } from './finding.ts'
import * as queries from './queries.ts'

export type FindingWish = {
  question: string
  layer: FindingLayer
  /** The version that the asker saw, 0 for none. */
  version: number
} & (
  | { verdict: 'agree'; confidence: Confidence; reason: string | null }
  | { verdict: 'differ'; value: AnswerValue | null; confidence: Confidence; reason: string | null }
  /** Takes the finding away. */
  | { verdict: null }
)

type Where = { ctx: Pick<Context, 'user' | 'now'>; round: string; entry: string; rubric: RubricData }

/**
 * Writes or takes away one finding, if it still is as the asker saw it. Who agrees is held to what stood then: a claim that
 * changes afterwards does not slip under the finding.
 *
 * @throws Refusal `bad-input`, `stale`
 */
export async function writeFinding(
  tx: Tx,
  { ctx, round, entry, rubric }: Where,
  wish: FindingWish,
): Promise<{ version: number; at: string }> {
  const { question, layer } = wish
  if (!Object.hasOwn(rubric.questions, question))
    throw new Refusal('bad-input', `The rubric asks no "${question}".`, { path: 'question' })
  const version = await queries.nextVersion(tx, entry)
  const rows = await queries.answersOf(tx, entry)
  const at = (of: queries.NamedAnswer['layer']) =>
    rows.find(row => row.question === question && row.layer === of)
  const stands = at(layer)
  if (wish.version !== (stands?.version ?? 0)) throw stale(question, stands)
  const now = ctx.now()
  if (wish.verdict === null) {
    await queries.deleteFinding(tx, { entry, question, layer })
    return { version: 0, at: now }
  }
  if (!stands && !isAsked(rubric, rows, question))
    throw new Refusal('wrong-state', `"${question}" is not asked, going by the other answers.`, {
      path: question,
    })
  const against = beneath(layer, { claim: at('claim'), desk: at('desk') })?.value ?? null
  await queries.putFinding(tx, {
    entryId: entry,
    roundId: round,
    question,
    layer,
    value: foundValue(rubric, wish, against),
    reason: reasonOf(wish, against),
    confidence: wish.confidence,
    against,
    authorId: ctx.user?.id ?? null,
    importId: null,
    at: now,
    version,
  })
  return { version, at: now }
}

/** Puts another value in the place of a finding; it stays held against what it was held against. */
export async function changeFinding(
  tx: Tx,
  { ctx, entry, rubric }: Omit<Where, 'round'>,
  { finding, value, reason }: { finding: queries.NamedAnswer; value: AnswerValue | null; reason: string },
): Promise<void> {
  const { authorName: _name, ...row } = finding
  const next = JSON.stringify(checkedValue(rubric, finding.question, value))
  if (next === finding.value)
    throw new Refusal('bad-input', 'That is what was found already. Keep the finding instead.', {
      path: 'value',
    })
  await queries.putFinding(tx, {
    ...row,
    value: next,
    reason,
    authorId: ctx.user?.id ?? null,
    at: ctx.now(),
    version: await queries.nextVersion(tx, entry),
  })
}

type Judged = Exclude<FindingWish, { verdict: null }>

function foundValue(rubric: RubricData, wish: Judged, against: string | null): string {
  if (wish.verdict === 'agree') {
    if (against !== null) return against
    throw new Refusal('bad-input', 'There is no answer to agree with. Say what you found instead.', {
      path: 'verdict',
    })
  }
  const value = JSON.stringify(checkedValue(rubric, wish.question, wish.value))
  if (value === (against ?? 'null'))
    throw new Refusal('bad-input', 'That is what stands already. Agree with it instead.', { path: 'value' })
  return value
}

function reasonOf({ verdict, reason }: Judged, against: string | null): string | null {
  const text = reason?.trim() || null
  if (text === null && (verdict === 'differ' || against === null))
    throw new Refusal('bad-input', 'Say why you found something else than what stands.', { path: 'reason' })
  return text
}

/** Asked by the claims, or by what was found behind them. */
const isAsked = (rubric: RubricData, rows: readonly queries.LayeredAnswer[], question: string): boolean => {
  const of = (some: readonly queries.LayeredAnswer[]) =>
    Object.fromEntries(some.map(row => [row.question, JSON.parse(row.value) as AnswerValue | null]))
  const claims = rows.filter(row => row.layer === 'claim')
  const found = (['claim', 'desk', 'visit'] as const).flatMap(layer =>
    rows.filter(row => row.layer === layer),
  )
  return isVisible(rubric, of(claims), question) || isVisible(rubric, of(found), question)
}

const stale = (question: string, stands: queries.NamedAnswer | undefined): Refusal =>
  new Refusal('stale', 'Somebody else has changed this finding since you opened it. Look at theirs first.', {
    path: question,
    version: stands?.version ?? 0,
    standing: {
      value: stands ? (JSON.parse(stands.value) as AnswerValue | null) : null,
      version: stands?.version ?? 0,
      at: stands?.at ?? null,
      author: stands?.authorId ? { id: stands.authorId, name: stands.authorName ?? '' } : null,
    },
  })
