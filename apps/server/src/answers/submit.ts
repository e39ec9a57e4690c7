import { randomUUID } from 'node:crypto'
import { type AnswerValue, validateAnswer } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { visibleQuestions } from '@tumstock/rubric/visible'
import { audited } from '../audit/service.ts'
import { canonical, sha256 } from '../canonical.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { entryHere } from '../entry-here.ts'
import { claimEvidence, dropEvidence } from '../evidence/service.ts'
import type { Place } from '../place.ts'
import { Refusal } from '../refusal.ts'
import { reopenRound } from '../rounds/current.ts'
import { frozenDefinition } from '../rounds/service.ts'
import { refuseClosed } from './change-answers.ts'
import { postReceipt } from './letters.ts'
import { progressOf } from './progress.ts'
import * as queries from './queries.ts'

export type Receipt = { at: string; sha256: string; answers: number }

/** What a receipt's hash covers: everything that was sent in, as canonical JSON. */
export type SubmissionBody = {
  round: { id: string; title: string; definition: string }
  entry: { id: string; name: string; units: string[] }
  at: string
  answers: { question: string; value: AnswerValue }[]
  evidence: {
    question: string
    title: string
    url: string | null
    checkedOn: string | null
    fileName: string | null
    sha256: string | null
  }[]
}

/**
 * Sends an entry's answers in, once all of them are answers and show what they have to. From then on nobody changes them,
 * until the entry is reopened.
 */
export async function submitEntry(ctx: Context): Promise<Receipt> {
  const { round, entry } = entryHere(ctx)
  const receipt = await audited(ctx, 'answers.submit', async tx => {
    const [held] = await queries.holdEntries(tx, ctx.dialect, [entry.id])
    if (!held) throw new Refusal('not-found', `There is no entry ${entry.id} in this round.`)
    refuseClosed(held)
    const rubric = await frozenDefinition(tx, round)
    const at = ctx.now()
    const sent = await collect(tx, rubric, entry.id)
    refuseProblems(rubric, sent)
    const body = canonical(await bodyOf(tx, { round, row: entry.row, at }, sent))
    const hash = sha256(body)
    await queries.insertSubmission(tx, {
      id: randomUUID(),
      entryId: entry.id,
      roundId: round.id,
      at,
      by: ctx.user?.id ?? null,
      sha256: hash,
      body,
    })
    await queries.setSubmitted(tx, entry.id, at)
    await reopenRound(tx, round.id)
    const result = { at, sha256: hash, answers: sent.answers.size }
    await postReceipt(ctx, tx, { round, entry: entry.row, receipt: result, language: rubric.baseLanguage })
    return {
      subject: `round/${round.id}/entry/${entry.id}`,
      detail: { sha256: hash, answers: result.answers },
      result,
    }
  })
  tell(ctx, round.id, entry.id)
  return receipt
}

type Sent = {
  answers: ReadonlyMap<string, AnswerValue>
  evidence: Awaited<ReturnType<typeof claimEvidence>>
}

/** The answers that are asked for, with what is behind them; what is hidden goes for good. */
async function collect(tx: Tx, rubric: RubricData, entry: string): Promise<Sent> {
  const rows = await queries.claimsOf(tx, entry)
  const all = new Map(rows.map(row => [row.question, JSON.parse(row.value) as AnswerValue]))
  const visible = visibleQuestions(rubric, Object.fromEntries(all))
  const isHidden = (question: string) => Object.hasOwn(rubric.questions, question) && !visible.has(question)
  await queries.deleteClaims(
    tx,
    [...all.keys()].filter(isHidden).map(question => ({ entryId: entry, question })),
  )
  const evidence = await claimEvidence(tx, entry)
  await dropEvidence(
    tx,
    evidence.filter(one => isHidden(one.question)).map(one => one.id),
  )
  return {
    answers: new Map([...all].filter(([question]) => !isHidden(question))),
    evidence: evidence.filter(one => !isHidden(one.question)),
  }
}

/** @throws Refusal `has-problems`, with each of them */
function refuseProblems(rubric: RubricData, { answers, evidence }: Sent): void {
  const bad = [...answers].flatMap(([question, value]) => {
    const asked = rubric.questions[question]
    const checked = asked && validateAnswer(asked, value)
    if (!checked || !('problem' in checked)) return []
    return [{ code: checked.problem.code, path: question, message: checked.problem.message }]
  })
  const shown = new Set(evidence.map(one => one.question))
  const missing = progressOf(rubric, Object.fromEntries(answers), shown).evidenceMissing.map(question => ({
    code: 'evidence-missing',
    path: question,
    message: `"${question}" has to be shown: add a file or a link.`,
  }))
  const problems = [...bad, ...missing]
  if (problems.length > 0)
    throw new Refusal('has-problems', 'The answers cannot be sent in yet; see what is missing.', { problems })
}

type Of = { round: Place['round']; row: NonNullable<Place['entry']>['row']; at: string }

async function bodyOf(tx: Tx, { round, row, at }: Of, { answers, evidence }: Sent): Promise<SubmissionBody> {
  const units = await queries.unitsOf(tx, row.id)
  return {
    round: { id: round.id, title: round.title, definition: round.definition ?? '' },
    entry: { id: row.id, name: row.name, units: units.map(one => one.unitId) },
    at,
    answers: [...answers]
      .map(([question, value]) => ({ question, value }))
      .sort((a, b) => (a.question < b.question ? -1 : 1)),
    evidence: evidence.map(({ question, title, url, checkedOn, fileName, sha256: hash }) => ({
      question,
      title,
      url,
      checkedOn,
      fileName,
      sha256: hash,
    })),
  }
}

/** Lets an entry's people answer on. Who runs the round says why. */
export async function reopenEntry(ctx: Context, reason?: string): Promise<void> {
  const { round, entry } = entryHere(ctx)
  if (reason === undefined && !entry.standing.roles.has('lead'))
    throw new Refusal('bad-input', 'reason: say why the entry is reopened.', { path: 'reason' })
  if (round.state === 'published')
    throw new Refusal('wrong-state', 'The round is published; correct what is wrong there instead.')
  await audited(ctx, 'answers.reopen', async tx => {
    const [held] = await queries.holdEntries(tx, ctx.dialect, [entry.id])
    if (!held || held.submittedAt === null)
      throw new Refusal('wrong-state', 'The answers have not been sent in; they can be changed as they are.')
    await queries.markReopened(tx, entry.id, {
      reopenedAt: ctx.now(),
      reopenedBy: ctx.user?.id ?? null,
      reopenReason: reason ?? null,
    })
    await queries.setSubmitted(tx, entry.id, null)
    await reopenRound(tx, round.id)
    return {
      subject: `round/${round.id}/entry/${entry.id}`,
      detail: { reason: reason ?? null },
      result: undefined,
    }
  })
  tell(ctx, round.id, entry.id)
}

const tell = ({ live }: Context, round: string, entry: string): void => {
  live.announce(`entry/${entry}`)
  live.announce(`round/${round}/responses`)
}
