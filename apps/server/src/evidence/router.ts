import { z } from 'zod'
import { entryHere } from '../entry-here.ts'
import { procedure, router } from '../trpc.ts'
import { addLink } from './add-evidence.ts'
import { removeEvidence } from './remove-evidence.ts'

const id = z.string().min(1).max(200)
const ofEntry = z.strictObject({ round: id, entry: id })
const about = z.object({ question: id, layer: z.enum(['claim', 'desk', 'visit']) })
const link = z.object({
  url: z.string().trim().max(2000),
  title: z.string().trim().min(1).max(200),
  checkedOn: z.string().max(10),
})

/** Files come by `POST /api/evidence`. */
export const evidenceRouter = router({
  addLink: procedure('evidence.add')
    .input(ofEntry.extend({ ...about.shape, ...link.shape }))
    .mutation(({ ctx, input: { question, layer, url, title, checkedOn } }) =>
      addLink(ctx, entryHere(ctx), { about: { question, layer }, link: { url, title, checkedOn } }),
    ),
  remove: procedure('evidence.remove')
    .input(ofEntry.extend({ id }))
    .mutation(({ ctx, input }) => removeEvidence(ctx, input.id)),
})
