import { z } from 'zod'
import { watch } from '../live/watch.ts'
import { window } from '../rounds/windows.ts'
import { procedure, router } from '../trpc.ts'
import { previewOf } from './preview.ts'
import { EXTENDED, extendStage, moveStages, releaseRound, reopenStage } from './service.ts'
import { timelineOf } from './timeline.ts'

const id = z.string().min(1).max(100)
const ofRound = z.strictObject({ round: id })
const time = z.iso.datetime({ offset: true, error: 'a time is written as 2014-06-01T12:00:00Z' })
const reason = z.string().trim().min(1, 'a reason is needed').max(1000)
const kind = z.string().max(50)

const move = z.strictObject({ round: id, version: z.int().min(1), stages: z.record(kind, window), reason })
const reopening = z.strictObject({ round: id, kind, until: time, replyUntil: time.optional(), reason })
const extension = z.strictObject({ round: id, entry: id, kind: z.enum(EXTENDED), until: time, reason })
const moment = z.strictObject({ round: id, kind, change: z.enum(['opened', 'closed', 'repliesEnded']) })

export const stagesRouter = router({
  timeline: procedure('stages.timeline')
    .input(ofRound)
    .query(({ ctx }) => timelineOf(ctx)),
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
  preview: procedure('stages.preview')
    .input(moment)
    .query(({ ctx, input }) => previewOf(ctx, input)),
  move: procedure('stages.move')
    .input(move)
    .mutation(({ ctx, input }) => moveStages(ctx, input)),
  reopen: procedure('stages.reopen')
    .input(reopening)
    .mutation(({ ctx, input }) => reopenStage(ctx, input)),
  extend: procedure('stages.extend')
    .input(extension)
    .mutation(({ ctx, input }) => extendStage(ctx, input)),
  release: procedure('stages.release')
    .input(z.strictObject({ round: id, at: time.nullable() }))
    .mutation(({ ctx, input }) => releaseRound(ctx, input)),
})
