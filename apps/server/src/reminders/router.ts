import { z } from 'zod'
import { LETTER_LANGUAGES } from '../mail/letters/letters.ts'
import { procedure, router } from '../trpc.ts'
import { listReminders, previewReminder, sendReminder } from './service.ts'

const id = z.string().min(1).max(200)
const ids = z.array(id).max(2000).optional()
const group = z.strictObject({
  states: z
    .array(z.enum(['asked', 'accepted', 'started']))
    .min(1, 'say whom to remind')
    .max(3),
  categories: z.array(z.string().max(200)).max(200).optional(),
  counties: z.array(z.string().max(200)).max(200).optional(),
  entries: ids,
})
const words = z.strictObject({
  subject: z.string().trim().min(1, 'a subject is needed').max(200),
  text: z.string().trim().min(1, 'a text is needed').max(10_000),
})
const wording = z.partialRecord(z.enum(LETTER_LANGUAGES), words).default({})

export const remindersRouter = router({
  preview: procedure('reminders.preview')
    .input(z.strictObject({ round: id, group, wording }))
    .query(({ ctx, input }) => previewReminder(ctx, input)),
  send: procedure('reminders.send')
    .input(z.strictObject({ round: id, id: z.uuid(), group, wording }))
    .mutation(({ ctx, input }) => sendReminder(ctx, input)),
  list: procedure('reminders.list')
    .input(z.strictObject({ round: id }))
    .query(({ ctx, input }) => listReminders(ctx, input.round)),
})
