import { audited } from '../audit/service.ts'
import { canonical, sha256 } from '../canonical.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import type { JobTable } from '../db/schema.ts'
import type { Failure } from '../jobs/failure.ts'
import { may } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { type RoundRow, reachAnswers, standInRound } from '../rounds/service.ts'
import { type AnalysisRow, analysisById, forgetOldest, insertAnalysis, underwayOf } from './queries.ts'
import type { AnalysisRequest } from './request.ts'
import type { AnalysisResult } from './result.ts'
import { standingOf } from './sources.ts'

export const ANALYSIS = 'analysis'

/** Analyses that one person may have under way. */
const MOST_UNDERWAY = 4

/** Analyses of one round that are kept; an older one is computed again when somebody asks. */
const MOST_KEPT = 50

export type AnalysisView = {
  id: string
  request: AnalysisRequest
  state: JobTable['state']
  /** 0 to 1. */
  progress: number
  /** Where the state is `failed`. */
  failure: Failure | null
  /** Where the state is `done`. */
  result: AnalysisResult | null
}

/**
 * Asks for an analysis of the results as they stand. The same request about the same results is one analysis, whoever asks:
 * what has been computed is not computed again, what failed or was cancelled is begun again.
 */
export async function startAnalysis(ctx: Context, request: AnalysisRequest): Promise<{ id: string }> {
  const { round, rubric, inputHash } = await standingOf(ctx, request.round)
  const { category } = request
  if (category !== undefined && !Object.hasOwn(rubric.categories, category))
    throw new Refusal(
      'bad-input',
      `No category "${category}". Allowed: ${Object.keys(rubric.categories).join(', ')}.`,
      { path: 'category' },
    )
  const id = sha256(canonical({ definition: round.definition, inputHash, request }))
  const there = await analysisById(ctx.db, id)
  if (there && ['queued', 'running', 'done'].includes(there.state)) return { id }
  const person = ctx.user?.id ?? ''
  if ((await underwayOf(ctx.db, person)) >= MOST_UNDERWAY)
    throw new Refusal(
      'wrong-state',
      `You have ${MOST_UNDERWAY} analyses under way. Wait for one to end, or cancel it.`,
    )
  return audited(ctx, 'analyses.start', async tx => {
    const jobId = await ctx.jobs.enqueue(tx, { kind: ANALYSIS, payload: { analysis: id }, key: id })
    await insertAnalysis(tx, {
      id,
      roundId: round.id,
      jobId,
      inputHash,
      request: JSON.stringify(request),
      createdAt: ctx.now(),
      createdBy: person,
    })
    await forgetOldest(tx, round.id, MOST_KEPT)
    const { round: about, assumptions, ...detail } = request
    return {
      subject: `round/${about}`,
      detail: { analysis: id, ...detail, vary: assumptions.map(one => one.vary) },
      result: { id },
    }
  })
}

export async function getAnalysis(ctx: Context, id: string): Promise<AnalysisView> {
  const { analysis } = await reachAnalysis(ctx, ctx.db, id)
  const { request, state, progress, failure, result } = analysis
  return {
    id,
    request: JSON.parse(request) as AnalysisRequest,
    state,
    progress,
    failure: failure === null ? null : (JSON.parse(failure) as Failure),
    result: result === null ? null : (JSON.parse(result) as AnalysisResult),
  }
}

/** Ends an analysis, by whoever asked for it first or may change the round. One that is over stays as it is. */
export async function cancelAnalysis(ctx: Context, id: string): Promise<void> {
  await audited(ctx, 'analyses.cancel', async tx => {
    const { analysis, round } = await reachAnalysis(ctx, tx, id)
    if (
      analysis.createdBy !== ctx.user?.id &&
      !may((await standInRound(ctx, tx, round.id)).standing, 'rounds.configure')
    )
      throw new Refusal('not-allowed', 'Only who asked for an analysis, or runs the round, may cancel it.')
    const cancelled = await ctx.jobs.cancel(tx, analysis.jobId)
    return { subject: `round/${round.id}`, detail: { analysis: id, cancelled }, result: undefined }
  })
}

/** One whose round the asker may not look into is refused in the same words as one that is not there. */
async function reachAnalysis(
  ctx: Context,
  db: Db,
  id: string,
): Promise<{ analysis: AnalysisRow; round: RoundRow }> {
  const absent = new Refusal('not-found', `There is no analysis ${id}.`)
  const analysis = await analysisById(db, id)
  if (!analysis) throw absent
  try {
    return { analysis, round: await reachAnswers(ctx, db, analysis.roundId) }
  } catch (error) {
    throw error instanceof Refusal ? absent : error
  }
}
