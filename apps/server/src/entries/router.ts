import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { importPreviewed, undoImport } from './import.ts'
import { invite } from './invite.ts'
import { join, offered, split } from './joint.ts'
import { listEntries } from './list.ts'
import { myEntries } from './mine.ts'
import { override, recompute, registerDifferences } from './override.ts'
import { preview } from './preview-file.ts'
import { readList } from './read-list.ts'
import { answersOf, removeEntry, setAnswer } from './service.ts'
import { acceptUnsubmitted, choose, respond, setParticipation, withdraw } from './take-part.ts'
import { countiesOf, whoIsMeant } from './whom.ts'

const id = z.string().min(1).max(200)
const inRound = z.strictObject({ round: id })
const ofEntry = z.strictObject({ round: id, entry: id })
const whom = z.union([
  z.strictObject({ units: z.array(id).min(1).max(2000) }),
  z.strictObject({ country: z.string().length(2), kind: z.enum(['municipality', 'county']) }),
  z.strictObject({ categories: z.array(id).min(1).max(100) }),
  z.strictObject({ county: id }),
])
const contact = z.strictObject({
  unit: id,
  email: z.email().max(200),
  name: z.string().trim().max(200).optional(),
  language: z.string().max(10).optional(),
})
const participation = z.enum(['compete', 'benchmark', 'anonymous', 'contribute'])
const reason = z.string().trim().min(1, 'say why').max(2000)
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
  mine: procedure('entries.mine')
    .input(inRound)
    .query(({ ctx, input }) => myEntries(ctx, input.round)),
  counties: procedure('entries.invite')
    .input(inRound)
    .query(({ ctx, input }) => countiesOf(ctx, input.round)),
  who: procedure('entries.invite')
    .input(z.strictObject({ round: id, whom }))
    .query(({ ctx, input }) => whoIsMeant(ctx, input)),
  // A mutation for its size: a pasted list does not fit into an address.
  readList: procedure('entries.invite')
    .input(z.strictObject({ round: id, text: z.string().max(500_000) }))
    .mutation(({ ctx, input }) => readList(ctx, input)),
  invite: procedure('entries.invite')
    .input(
      z.strictObject({
        round: id,
        whom,
        ask: z.boolean().optional(),
        contacts: z.array(contact).max(2000).optional(),
      }),
    )
    .mutation(({ ctx, input: { round, whom: meant, ...asking } }) => invite(ctx, round, meant, asking)),
  respond: procedure('entries.respond')
    .input(z.strictObject({ ...ofEntry.shape, accept: z.boolean(), reason: reason.optional() }))
    .mutation(({ ctx, input }) => respond(ctx, input)),
  choose: procedure('entries.choose')
    .input(z.strictObject({ ...ofEntry.shape, participation, language: z.string().min(2).max(10) }))
    .mutation(({ ctx, input }) => choose(ctx, input)),
  setParticipation: procedure('entries.setParticipation')
    .input(z.strictObject({ ...ofEntry.shape, participation }))
    .mutation(({ ctx, input }) => setParticipation(ctx, input)),
  withdraw: procedure('entries.withdraw')
    .input(z.strictObject({ ...ofEntry.shape, reason }))
    .mutation(({ ctx, input }) => withdraw(ctx, input)),
  acceptUnsubmitted: procedure('entries.acceptUnsubmitted')
    .input(z.strictObject({ ...ofEntry.shape, reason }))
    .mutation(({ ctx, input }) => acceptUnsubmitted(ctx, input)),
  override: procedure('entries.override')
    .input(
      z.strictObject({
        ...ofEntry.shape,
        reason,
        category: id.nullable().optional(),
        eligible: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => override(ctx, input)),
  register: procedure('entries.register')
    .input(inRound)
    .query(({ ctx, input }) => registerDifferences(ctx, input.round)),
  recompute: procedure('entries.recompute')
    .input(z.strictObject({ round: id, entries: z.array(id).min(1).max(2000) }))
    .mutation(({ ctx, input }) => recompute(ctx, input)),
  join: procedure('entries.join')
    .input(
      z.strictObject({
        round: id,
        units: z.array(id).min(2).max(100),
        title: z.string().trim().min(1).max(200),
        reason,
        category: id.nullable().optional(),
      }),
    )
    .mutation(({ ctx, input }) => join(ctx, input)),
  split: procedure('entries.split')
    .input(ofEntry)
    .mutation(({ ctx, input }) => split(ctx, input)),
  offered: procedure('entries.offered')
    .input(ofEntry)
    .query(({ ctx, input }) => offered(ctx, input)),
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
