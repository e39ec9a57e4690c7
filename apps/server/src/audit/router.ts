import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { listAudit } from './service.ts'

export const auditRouter = router({
  list: procedure('audit.list')
    .input(z.strictObject({ cursor: z.int().max(2_147_483_647).nullish() }).optional())
    .query(({ ctx, input }) => listAudit(ctx, input?.cursor ?? null)),
})
