import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { configureRound, patch } from './configure.ts'
import { createRound, removeRound } from './drafts.ts'
import { getRound } from './get-round.ts'
import { openRound, validateRound } from './open-round.ts'
import { listRounds } from './rows.ts'

const id = z.string().min(1).max(100)
const version = z.int().min(1)
const from = z.union([z.strictObject({ edition: z.string().max(200) }), z.strictObject({ round: id })])
const title = z.string().trim().min(1, 'a title is needed').max(200)

export const roundsRouter = router({
  list: procedure('rounds.list').query(({ ctx }) => listRounds(ctx)),
  get: procedure('rounds.get')
    .input(z.strictObject({ id, lang: z.string().max(10).optional() }))
    .query(({ ctx, input }) => getRound(ctx, input.id, input.lang)),
  create: procedure('rounds.create')
    .input(z.strictObject({ from, title }))
    .mutation(({ ctx, input }) => createRound(ctx, input)),
  configure: procedure('rounds.configure')
    .input(z.strictObject({ id, version, patch }))
    .mutation(({ ctx, input }) => configureRound(ctx, input)),
  validate: procedure('rounds.validate')
    .input(z.strictObject({ id }))
    .query(({ ctx, input }) => validateRound(ctx, input.id)),
  open: procedure('rounds.open')
    .input(z.strictObject({ id, version }))
    .mutation(({ ctx, input }) => openRound(ctx, input)),
  remove: procedure('rounds.remove')
    .input(z.strictObject({ id }))
    .mutation(({ ctx, input }) => removeRound(ctx, input.id)),
})
