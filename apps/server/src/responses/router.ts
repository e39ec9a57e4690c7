import { z } from 'zod'
import { watch } from '../live/watch.ts'
import { procedure, router } from '../trpc.ts'
import { getDashboard, setTarget } from './service.ts'

const id = z.string().min(1).max(100)
const ofRound = z.strictObject({ round: id })

export const responsesRouter = router({
  dashboard: procedure('responses.dashboard')
    .input(ofRound)
    .query(({ ctx, input }) => getDashboard(ctx, input.round)),
  /** Says when the numbers have changed. */
  watch: procedure('responses.watch')
    .input(ofRound)
    .subscription(({ ctx, input, signal }) =>
      watch(ctx, {
        action: 'responses.watch',
        input,
        signal,
        events: { [`round/${input.round}/responses`]: { changed: 'responses' as const } },
      }),
    ),
  setTarget: procedure('responses.setTarget')
    .input(
      z.strictObject({
        round: id,
        group: z.string().min(1).max(200),
        share: z.number().min(0).max(1).nullable(),
      }),
    )
    .mutation(({ ctx, input }) => setTarget(ctx, input)),
})
