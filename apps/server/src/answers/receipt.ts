import type { Context } from '../context.ts'
import { entryHere } from '../entry-here.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition } from '../rounds/service.ts'
import * as queries from './queries.ts'
import { isWithin, sectionsOf } from './sections.ts'
import type { SubmissionBody } from './submit.ts'

/** What was sent in, under its hash: the last time, or the one that is named. Earlier ones stay to be read. */
export async function receiptOf(ctx: Context, submission?: string) {
  const { round, entry } = entryHere(ctx)
  const all = await queries.submissionsOf(ctx.db, entry.id)
  const one = submission === undefined ? all[0] : all.find(row => row.id === submission)
  if (!one)
    throw new Refusal(
      'not-found',
      submission === undefined
        ? 'The answers have not been sent in.'
        : `There is no submission ${submission} of this entry.`,
    )
  const { answers, evidence } = JSON.parse(one.body) as SubmissionBody
  const sections = sectionsOf(entry.standing)
  const rubric = await frozenDefinition(ctx.db, round)
  const own = ({ question }: { question: string }) => isWithin(rubric, sections, question)
  return {
    id: one.id,
    at: one.at,
    sha256: one.sha256,
    by: one.by === null ? null : { id: one.by, name: one.byName ?? '' },
    answers: answers.filter(own),
    evidence: evidence.filter(own),
    /** The text that the hash covers; null to whom not all of it is shown. */
    body: sections === null ? one.body : null,
    reopenedAt: one.reopenedAt,
    reopenReason: one.reopenReason,
    all: all.map(({ id, at, sha256, reopenedAt }) => ({ id, at, sha256, reopenedAt })),
  }
}
