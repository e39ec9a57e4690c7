import { z } from 'zod'
import { watch } from '../live/watch.ts'
import { procedure, router } from '../trpc.ts'
import { beHere } from './here.ts'
import { questionnaire } from './questionnaire.ts'
import { receiptOf } from './receipt.ts'
import { saveAnswer } from './save.ts'
import { reopenEntry, submitEntry } from './submit.ts'

const id = z.string().min(1).max(200)
const ofEntry = z.strictObject({ round: id, entry: id })
const value = z.union([z.number(), z.string().max(20_000), z.array(z.string().max(200)).max(200), z.null()])

export const answersRouter = router({
  questionnaire: procedure('answers.questionnaire')
    .input(ofEntry.extend({ lang: z.string().max(10).optional() }))
    .query(({ ctx, input }) => questionnaire(ctx, input.lang)),
  save: procedure('answers.save')
    .input(ofEntry.extend({ question: id, value, version: z.int().min(0) }))
    .mutation(({ ctx, input }) => saveAnswer(ctx, input)),
  watch: procedure('answers.watch')
    .input(ofEntry)
    .subscription(({ ctx, input, signal }) =>
      watch(ctx, {
        action: 'answers.watch',
        input,
        signal,
        events: {
          [`entry/${input.entry}/answers`]: { changed: 'answers' as const },
          [`entry/${input.entry}/here`]: { changed: 'here' as const },
          [`entry/${input.entry}`]: { changed: 'entry' as const },
        },
      }),
    ),
  here: procedure('answers.here')
    .input(ofEntry.extend({ section: z.string().max(500).nullable() }))
    .mutation(({ ctx, input }) => beHere(ctx, input.section)),
  submit: procedure('answers.submit')
    .input(ofEntry)
    .mutation(({ ctx }) => submitEntry(ctx)),
  reopen: procedure('answers.reopen')
    .input(ofEntry.extend({ reason: z.string().trim().min(1).max(2000).optional() }))
    .mutation(({ ctx, input }) => reopenEntry(ctx, input.reason)),
  receipt: procedure('answers.receipt')
    .input(ofEntry.extend({ submission: id.optional() }))
    .query(({ ctx, input }) => receiptOf(ctx, input.submission)),
})
