import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { nominationForm } from './form.ts'
import { dismiss, forward } from './forward.ts'
import { listNominations } from './list.ts'
import { nominate } from './nominate.ts'

const id = z.string().min(1).max(200)
const language = z.string().min(2).max(10)
const value = z.union([z.number(), z.string().max(20_000), z.array(z.string().max(200)).max(200), z.null()])

export const nominationsRouter = router({
  form: procedure('nominations.form')
    .input(z.strictObject({ round: id, lang: language.optional() }))
    .query(({ ctx, input }) => nominationForm(ctx, input)),
  nominate: procedure('nominations.nominate')
    .input(
      z.strictObject({
        round: id,
        units: z.array(id).min(1).max(20),
        title: z.string().trim().min(1).max(200).optional(),
        answers: z.record(id, value),
        name: z.string().trim().min(1).max(200),
        email: z.email().max(200),
        language,
      }),
    )
    .mutation(({ ctx, input }) => nominate(ctx, input)),
  list: procedure('nominations.list')
    .input(z.strictObject({ round: id }))
    .query(({ ctx, input }) => listNominations(ctx, input.round)),
  forward: procedure('nominations.forward')
    .input(
      z.strictObject({
        round: id,
        nomination: id,
        contact: z.strictObject({
          email: z.email().max(200),
          name: z.string().trim().max(200).optional(),
          language: language.optional(),
        }),
        completeUntil: z.iso.datetime().transform(at => new Date(at).toISOString()),
      }),
    )
    .mutation(({ ctx, input }) => forward(ctx, input)),
  dismiss: procedure('nominations.dismiss')
    .input(
      z.strictObject({ round: id, nomination: id, reason: z.string().trim().min(1, 'say why').max(2000) }),
    )
    .mutation(({ ctx, input }) => dismiss(ctx, input)),
})
