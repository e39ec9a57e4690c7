import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { analysisData } from './data.ts'
import { analysisRequest } from './request.ts'
import { cancelAnalysis, getAnalysis, startAnalysis } from './service.ts'

const one = z.strictObject({ id: z.string().min(1).max(200) })

export const analysesRouter = router({
  start: procedure('analyses.start')
    .input(analysisRequest)
    .mutation(({ ctx, input }) => startAnalysis(ctx, input)),
  get: procedure('analyses.get')
    .input(one)
    .query(({ ctx, input }) => getAnalysis(ctx, input.id)),
  cancel: procedure('analyses.cancel')
    .input(one)
    .mutation(({ ctx, input }) => cancelAnalysis(ctx, input.id)),
  data: procedure('analyses.data')
    .input(z.strictObject({ round: z.string().min(1).max(200) }))
    .query(({ ctx, input }) => analysisData(ctx, input.round)),
})
