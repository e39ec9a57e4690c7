import { z } from 'zod'
import { FINDING_LAYERS } from '../assessments/finding.ts'
import { procedure, router } from '../trpc.ts'
import { answerReply } from './answer-reply.ts'
import { findings } from './findings.ts'
import { reply } from './reply.ts'

const id = z.string().min(1).max(200)
const ofEntry = z.strictObject({ round: id, entry: id })
const about = { round: id, entry: id, question: id, layer: z.enum(FINDING_LAYERS) }
const value = z.union([z.number(), z.string().max(20_000), z.array(z.string().max(200)).max(200), z.null()])
const answer = z.string().trim().min(1, 'say why').max(5000)

export const repliesRouter = router({
  findings: procedure('replies.findings')
    .input(ofEntry)
    .query(({ ctx }) => findings(ctx)),
  reply: procedure('replies.reply')
    .input(z.strictObject({ ...about, stance: z.enum(['accept', 'object']), text: z.string().max(5000) }))
    .mutation(({ ctx, input }) => reply(ctx, input)),
  answer: procedure('replies.answer')
    .input(
      z.discriminatedUnion('outcome', [
        z.strictObject({ ...about, answer, outcome: z.literal('kept') }),
        z.strictObject({ ...about, answer, outcome: z.literal('changed'), value }),
      ]),
    )
    .mutation(({ ctx, input }) => answerReply(ctx, input)),
})
