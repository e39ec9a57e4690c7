import { z } from 'zod'
import { watch } from '../live/watch.ts'
import { procedure, router } from '../trpc.ts'

const id = z.string().min(1).max(100)
const ofRound = z.strictObject({ round: id })

export const stagesRouter = router({
  /** Says when the timeline has changed. */
  watch: procedure('stages.watch')
    .input(ofRound)
    .subscription(({ ctx, input, signal }) =>
      watch(ctx, {
        action: 'stages.watch',
        input,
        signal,
        events: { [`round/${input.round}`]: { changed: 'stages' as const } },
      }),
    ),
})
