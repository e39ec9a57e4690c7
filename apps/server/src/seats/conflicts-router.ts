import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { declareConflict, liftConflict, setConflict } from './conflicts.ts'

const id = z.string().min(1).max(100)
const reason = z.string().trim().min(1, 'a reason is needed').max(1000)
const of = z.strictObject({ round: id, entry: id, person: id, reason })

export const conflictsRouter = router({
  declare: procedure('conflicts.declare')
    .input(z.strictObject({ round: id, entry: id, reason }))
    .mutation(({ ctx, input }) => declareConflict(ctx, input)),
  set: procedure('conflicts.set')
    .input(of)
    .mutation(({ ctx, input }) => setConflict(ctx, input)),
  lift: procedure('conflicts.lift')
    .input(of)
    .mutation(({ ctx, input }) => liftConflict(ctx, input)),
})
