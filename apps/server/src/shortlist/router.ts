import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { candidates } from './candidates.ts'
import { announce, removeNominee, setNominee } from './choose.ts'
import { nomineeList } from './nominees.ts'

const id = z.string().min(1).max(200)
const language = z.string().min(2).max(10)
const inLanguages = z.strictObject({ round: id, lang: language.optional() })
const nominee = z.strictObject({ round: id, award: id, entry: id })

export const shortlistRouter = router({
  candidates: procedure('shortlist.candidates')
    .input(inLanguages)
    .query(({ ctx, input }) => candidates(ctx, input)),
  set: procedure('shortlist.set')
    .input(
      z.strictObject({
        ...nominee.shape,
        reasons: z.record(language, z.string().trim().min(1).max(5000)),
      }),
    )
    .mutation(({ ctx, input }) => setNominee(ctx, input)),
  remove: procedure('shortlist.remove')
    .input(nominee)
    .mutation(({ ctx, input }) => removeNominee(ctx, input)),
  announce: procedure('shortlist.announce')
    .input(
      z.strictObject({
        round: id,
        at: z.iso
          .datetime()
          .transform(at => new Date(at).toISOString())
          .nullable(),
      }),
    )
    .mutation(({ ctx, input }) => announce(ctx, input)),
  list: procedure('shortlist.list')
    .input(inLanguages)
    .query(({ ctx, input }) => nomineeList(ctx, input)),
})
