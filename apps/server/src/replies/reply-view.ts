import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Db, Tx } from '../db/open.ts'
import { type Standing, sees } from '../policy.ts'
import * as queries from './queries.ts'

/** What an entry says to a finding, and what became of it. */
export type Reply = {
  stance: 'accept' | 'object'
  text: string
  at: string
  /** Null while nobody has answered. */
  outcome: 'kept' | 'changed' | null
  answer: string | null
  answeredAt: string | null
  /** What the finding was before it was changed; null where it was not. */
  before: { value: AnswerValue | null } | null
}

export type FoundReply = Reply & Pick<queries.ReplyRow, 'question' | 'layer'>

/** What an entry has replied, to whom that is told. */
export const repliesOf = async (db: Db | Tx, standing: Standing, entry: string): Promise<FoundReply[]> =>
  sees(standing, 'reply') ? (await queries.repliesOf(db, entry)).map(replyView) : []

const replyView = (row: queries.ReplyRow): FoundReply => ({
  question: row.question,
  layer: row.layer,
  stance: row.stance,
  text: row.text,
  at: row.at,
  outcome: row.outcome,
  answer: row.answer,
  answeredAt: row.answeredAt,
  before: row.before === null ? null : { value: JSON.parse(row.before) as AnswerValue | null },
})

export const repliedTo = async (tx: Tx, key: queries.ReplyKey): Promise<boolean> =>
  (await queries.replyTo(tx, key)) !== undefined

/** By entry, how many objections wait for an answer. */
export const openObjections = async (db: Db, round: string): Promise<ReadonlyMap<string, number>> =>
  new Map((await queries.openObjections(db, round)).map(row => [row.entryId, Number(row.open)]))
