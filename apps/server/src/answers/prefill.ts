import { predecessorsOf } from '@tumstock/register/lineage'
import { type AnswerValue, validateAnswer } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import type { Db } from '../db/open.ts'
import type { RoundRow } from '../standing.ts'
import * as queries from './queries.ts'

/** What an entry answered last time, offered to be confirmed. */
export type Prefill = { value: AnswerValue; round: { id: string; title: string; year: number } }

/**
 * Answers of the last round that still are answers to the same questions. They come from the round's own organisation
 * only, and from the entry that the same unit led; a unit that others ended in has one to ask only where it was one.
 */
export async function prefillOf(
  db: Db,
  { round, entry, rubric }: { round: RoundRow; entry: string; rubric: RubricData },
): Promise<Record<string, Prefill>> {
  const from = round.prefillFrom ?? round.clonedFrom
  const source = from === null ? undefined : await queries.sourceRound(db, from)
  if (!source || source.organizationId !== round.organizationId) return {}
  const last = await lastEntry(db, source.id, entry)
  if (last === undefined) return {}
  const { id, title, year } = source
  return Object.fromEntries(
    (await queries.claimsOf(db, last)).flatMap(({ question, value }) => {
      const asked = Object.hasOwn(rubric.questions, question) ? rubric.questions[question] : undefined
      const checked = asked && validateAnswer(asked, JSON.parse(value))
      if (!checked || 'problem' in checked || checked.value === null) return []
      return [[question, { value: checked.value, round: { id, title, year } }]]
    }),
  )
}

async function lastEntry(db: Db, round: string, entry: string): Promise<string | undefined> {
  const [lead] = await queries.unitsOf(db, entry)
  if (!lead) return undefined
  const same = await queries.entryLedBy(db, round, lead.unitId)
  if (same) return same.entryId
  const before = predecessorsOf(lead.unitId)
  const [only] = before
  return only && before.length === 1 ? (await queries.entryLedBy(db, round, only.id))?.entryId : undefined
}
