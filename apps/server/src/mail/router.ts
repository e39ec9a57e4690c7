import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { listLetters, retryLetter } from './service.ts'

const id = z.string().min(1).max(100)
/** What a list that grows as it is read sends along. */
const forward = z.literal('forward').optional()
const after = z
  .strictObject({ at: z.string().max(40), id })
  .nullish()
  .transform(place => place ?? null)

export const mailRouter = router({
  list: procedure('mail.list')
    .input(z.strictObject({ cursor: after, direction: forward }))
    .query(({ ctx, input }) => listLetters(ctx, null, input.cursor)),
  retry: procedure('mail.retry')
    .input(z.strictObject({ id }))
    .mutation(({ ctx, input }) => retryLetter(ctx, input)),
  ofRound: procedure('mail.ofRound')
    .input(z.strictObject({ round: id, cursor: after, direction: forward }))
    .query(({ ctx, input }) => listLetters(ctx, input.round, input.cursor)),
  retryOfRound: procedure('mail.retryOfRound')
    .input(z.strictObject({ round: id, id }))
    .mutation(({ ctx, input }) => retryLetter(ctx, input)),
})
