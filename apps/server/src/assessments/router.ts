import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { find } from './find.ts'
import { FINDING_LAYERS } from './finding.ts'
import { inflationOf } from './inflation.ts'
import { queue } from './queue.ts'
import { sheet } from './sheet.ts'

const id = z.string().min(1).max(200)
const inRound = z.strictObject({ round: id })
const ofEntry = z.strictObject({ round: id, entry: id })
const value = z.union([z.number(), z.string().max(20_000), z.array(z.string().max(200)).max(200), z.null()])
const about = { round: id, entry: id, question: id, layer: z.enum(FINDING_LAYERS), version: z.int().min(0) }
const said = {
  confidence: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  reason: z.string().max(5000).nullable(),
}

export const assessmentsRouter = router({
  queue: procedure('assessments.queue')
    .input(inRound)
    .query(({ ctx }) => queue(ctx)),
  sheet: procedure('assessments.sheet')
    .input(ofEntry)
    .query(({ ctx }) => sheet(ctx)),
  find: procedure('assessments.find')
    .input(
      z.discriminatedUnion('verdict', [
        z.strictObject({ ...about, ...said, verdict: z.literal('agree') }),
        z.strictObject({ ...about, ...said, verdict: z.literal('differ'), value }),
        z.strictObject({ ...about, verdict: z.null() }),
      ]),
    )
    .mutation(({ ctx, input }) => find(ctx, input)),
  inflation: procedure('assessments.inflation')
    .input(inRound)
    .query(({ ctx, input }) => inflationOf(ctx, input.round)),
})
