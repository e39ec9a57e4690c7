import type { Context } from '../context.ts'
import { may } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { endOf, type RoundStanding } from '../standing.ts'
import type { ChangeDetail } from './change-detail.ts'
import { type Planned, plannedIn } from './planned.ts'
import { changesOf, extensionsOf, type StageRow, stagesOf } from './queries.ts'

type StageState = 'before' | 'open' | 'grace' | 'closed'

/** A stage without an opening time never opens. */
const stateAt = (stage: Omit<StageRow, 'roundId' | 'position' | 'blind'>, at: string): StageState => {
  const { opensAt, closesAt } = stage
  const end = endOf(stage)
  if (opensAt === null || at < opensAt) return 'before'
  if (closesAt === null || at < closesAt) return 'open'
  return end !== null && at < end ? 'grace' : 'closed'
}

/** When what happens in a round, as this reader may know it: of single entries only one's own. */
export async function timelineOf(ctx: Context) {
  if (!ctx.place) throw new Refusal('bad-input', 'round: the id of a round is needed.')
  const { round, standing } = ctx.place
  const now = ctx.now()
  const runs = may(standing, 'stages.move')
  const stages = await stagesOf(ctx.db, round.id)
  const mine = (entry: string) => runs || isOwn(standing, entry)
  const planned = plannedIn(round, stages).filter(one => runs || one.change !== 'released')
  const log = await changesOf(ctx.db, round.id)
  return {
    timeZone: round.timeZone,
    /** The server's clock, which decides. */
    now,
    version: runs ? round.version : 0,
    stages: stages.map(({ kind, opensAt, closesAt, graceMinutes, replyUntil, ...stage }) => ({
      kind,
      opensAt,
      closesAt,
      graceMinutes,
      /** The end of the grace. */
      endsAt: endOf({ closesAt, graceMinutes }),
      replyUntil,
      state: stateAt({ kind, opensAt, closesAt, graceMinutes, replyUntil }, now),
      blind: stage.blind === 1,
    })),
    extensions: (await extensionsOf(ctx.db, round.id))
      .filter(({ entryId }) => mine(entryId))
      .map(({ entryId, name, stage, until, reason, at }) => ({
        entry: entryId,
        name,
        stage,
        until,
        reason,
        at,
      })),
    next: nextOf(planned, now),
    release: runs ? releaseOf(round, log) : null,
    log: log.flatMap(({ stage, change, scheduledFor, at, by, name, reason, ...row }) => {
      const detail = JSON.parse(row.detail) as ChangeDetail
      if (detail.entry !== undefined && !mine(detail.entry)) return []
      if (change === 'releaseFailed' && !runs) return []
      const who = runs && by !== null ? { id: by, name: name ?? by } : null
      return { key: row.key, stage, change, scheduledFor, at, by: who, reason, detail }
    }),
  }
}

const isOwn = ({ seats }: RoundStanding, entry: string): boolean => seats.some(seat => seat.entryId === entry)

/** What happens next by itself; null when nothing is planned. */
const nextOf = (planned: readonly Planned[], now: string): Omit<Planned, 'round'> | null => {
  const next = planned.find(one => one.at > now)
  return next ? { stage: next.stage, change: next.change, at: next.at } : null
}

type Release = { at: string; state: 'planned' | 'failed' | 'done'; code: string | null }

const releaseOf = (
  { releaseAt, state }: { releaseAt: string | null; state: string },
  log: readonly { change: string; scheduledFor: string | null; detail: string }[],
): Release | null => {
  if (releaseAt === null) return null
  const failed = log.find(line => line.change === 'releaseFailed' && line.scheduledFor === releaseAt)
  const code = failed ? ((JSON.parse(failed.detail) as ChangeDetail).code ?? null) : null
  return { at: releaseAt, state: state === 'published' ? 'done' : failed ? 'failed' : 'planned', code }
}
