import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { getRubric, listRubrics, saveRubric } from './service.ts'

const ref = z.string().max(200)
const lang = z.string().max(10).optional()

export const rubricsRouter = router({
  list: procedure('rubrics.list').query(({ ctx }) => listRubrics(ctx)),
  get: procedure('rubrics.get')
    .input(z.strictObject({ ref, lang }))
    .query(({ ctx, input }) => getRubric(ctx, input.ref, input.lang)),
  save: procedure('rubrics.save')
    .input(z.strictObject({ rubric: z.unknown() }))
    .mutation(({ ctx, input }) => saveRubric(ctx, input.rubric)),
})
