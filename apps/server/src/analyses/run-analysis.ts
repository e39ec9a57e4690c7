import { z } from 'zod'
import { asItself, type Installation } from '../context.ts'
import type { Handler } from '../jobs/handler.ts'
import { inThread } from '../jobs/in-thread.ts'
import { Refusal } from '../refusal.ts'
import type { ThreadInput } from './analysis-thread.ts'
import { analysisById, storeResult } from './queries.ts'
import type { AnalysisRequest } from './request.ts'
import { answeredIn, sourcesOf, standingOf } from './sources.ts'

const payloadSchema = z.strictObject({ analysis: z.string() })

const THREAD = new URL('./analysis-thread.ts', import.meta.url)

/** Computes an analysis in a thread of its own, if the results are still those that it was asked for. */
export const runAnalysis =
  (installation: Installation): Handler =>
  async (payload, running) => {
    const { analysis: id } = payloadSchema.parse(payload)
    const analysis = await analysisById(installation.db, id)
    if (!analysis) throw new Refusal('not-found', 'The round of this analysis has been removed.')
    const standing = await standingOf(asItself(installation), analysis.roundId)
    if (standing.inputHash !== analysis.inputHash)
      throw new Refusal('stale', 'The round has changed since this was asked for. Ask again.')
    const answered = await answeredIn(installation, standing)
    const input: ThreadInput = {
      rubric: answered.rubric,
      ...(await sourcesOf(installation, standing, answered)),
      request: JSON.parse(analysis.request) as AnalysisRequest,
    }
    const result = await inThread<string>(THREAD, input, running)
    return tx => storeResult(tx, id, result)
  }
