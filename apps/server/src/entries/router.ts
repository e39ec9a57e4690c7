import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { importPreviewed, undoImport } from './import.ts'
import { preview } from './preview-file.ts'
import { answersOf, invite, listEntries, removeEntry, setAnswer } from './service.ts'

const id = z.string().min(1).max(200)
const inRound = z.strictObject({ round: id })
const ofEntry = z.strictObject({ round: id, entry: id })
const whom = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(2000) }),
  z.strictObject({ country: z.string().length(2), kind: z.enum(['municipality', 'county']) }),
])
const value = z.union([z.number(), z.string().max(20_000), z.array(z.string().max(200)).max(200), z.null()])
/** Text is what people paste; files go through /api/upload. */
const file = {
  round: id,
  uploadId: id.optional(),
  text: z.string().max(5_000_000).optional(),
  mapping: z.record(z.string().max(1000), z.string().max(500).nullable()).optional(),
}

export const entriesRouter = router({
  list: procedure('entries.list')
    .input(inRound)
    .query(({ ctx, input }) => listEntries(ctx, input.round)),
  invite: procedure('entries.invite')
    .input(z.strictObject({ round: id, units: z.union([z.array(id).min(1).max(2000), whom]) }))
    .mutation(({ ctx, input }) => {
      const { units } = input
      return invite(
        ctx,
        input.round,
        Array.isArray(units) ? { units } : 'ids' in units ? { units: units.ids } : units,
      )
    }),
  remove: procedure('entries.remove')
    .input(ofEntry)
    .mutation(({ ctx, input }) => removeEntry(ctx, input)),
  preview: procedure('entries.preview')
    .input(
      z
        .strictObject(file)
        .refine(
          wish => (wish.uploadId === undefined) !== (wish.text === undefined),
          'either uploadId or text',
        ),
    )
    .mutation(({ ctx, input: { round, uploadId, text, mapping } }) =>
      preview(ctx, { round, mapping, file: uploadId === undefined ? { text: text ?? '' } : { uploadId } }),
    ),
  import: procedure('entries.import')
    .input(z.strictObject({ token: id, leaveOutBad: z.boolean() }))
    .mutation(({ ctx, input }) => importPreviewed(ctx, input)),
  undoImport: procedure('entries.undoImport')
    .input(z.strictObject({ importId: id }))
    .mutation(({ ctx, input }) => undoImport(ctx, input.importId)),
  answers: procedure('entries.answers')
    .input(ofEntry)
    .query(({ ctx, input }) => answersOf(ctx, input)),
  setAnswer: procedure('entries.setAnswer')
    .input(z.strictObject({ round: id, entry: id, question: id, value, version: z.int().min(0) }))
    .mutation(({ ctx, input }) => setAnswer(ctx, input)),
})
