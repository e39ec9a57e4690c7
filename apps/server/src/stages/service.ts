import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { dateProblems } from '../rounds/problems.ts'
import { changed, type WindowChange } from '../rounds/windows.ts'
import { differenceOf } from './change-detail.ts'
import { postExtended } from './letters.ts'
import { isOver, sendsJuryAway, whyNotMoved } from './may-move.ts'
import { entryOf, putExtension, putTimes, type StageRow, setReleaseAt } from './queries.ts'
import { type Line, rearrange } from './rearrange.ts'

export type Move = {
  round: string
  version: number
  stages: Readonly<Record<string, WindowChange>>
  reason: string
}

/** Moves what has not happened yet. */
export const moveStages = (ctx: Context, { round, version, stages: wanted, reason }: Move) =>
  rearrange(ctx, { action: 'stages.move', round, version }, async (tx, held) => {
    const now = ctx.now()
    for (const kind of Object.keys(wanted)) stageIn(held.stages, kind)
    const lines: Line[] = []
    const stages = held.stages.map(before => {
      const after = changed(before, wanted[before.kind] ?? {})
      const detail = differenceOf(before, after)
      const problem = whyNotMoved(before, after, now)
      if (problem !== null) throw new Refusal('wrong-state', problem, { path: `stages.${before.kind}` })
      if (detail) lines.push({ stage: before.kind, change: 'moved', reason, detail })
      return after
    })
    if (lines.length === 0) throw new Refusal('bad-input', 'stages: nothing is moved.', { path: 'stages' })
    refuseBadTimes(stages)
    if (sendsJuryAway(held.stages, stages, now))
      throw new Refusal('wrong-state', 'The jury has begun: nobody can be given time to reply any more.')
    for (const { stage } of lines) await putTimes(tx, stageIn(stages, stage))
    return { stages, lines, detail: { stages: wanted, reason } }
  })

export type Reopening = {
  round: string
  kind: string
  until: string
  replyUntil?: string | undefined
  reason: string
}

/** Opens again what has closed, until another time. */
export const reopenStage = (ctx: Context, { round, kind, until, replyUntil, reason }: Reopening) =>
  rearrange(ctx, { action: 'stages.reopen', round }, async (tx, held) => {
    const now = ctx.now()
    const before = stageIn(held.stages, kind)
    const path = `stages.${kind}`
    if (before.opensAt === null || !isOver(before, now))
      throw new Refusal('wrong-state', `${kind} has not closed; its times can be moved.`, { path })
    const after = changed(before, { to: until, ...(replyUntil !== undefined && { replyUntil }) })
    refusePast(until, now)
    const stages = held.stages.map(stage => (stage.kind === kind ? after : stage))
    refuseBadTimes(stages)
    await putTimes(tx, after)
    const detail = differenceOf(before, after) ?? {}
    return {
      stages,
      lines: [{ stage: kind, change: 'reopened', reason, detail }],
      detail: { kind, until, replyUntil, reason },
    }
  })

/** Stages in which entries answer. */
export const EXTENDED = ['nomination', 'survey'] as const

export type Extension = {
  round: string
  entry: string
  kind: (typeof EXTENDED)[number]
  until: string
  reason: string
}

/** Gives one entry longer than the others, and tells those who lead it. */
export const extendStage = (
  ctx: Context,
  { round: id, entry: entryId, kind, until: wanted, reason }: Extension,
) =>
  rearrange(ctx, { action: 'stages.extend', round: id }, async (tx, { round, stages }) => {
    const until = new Date(wanted).toISOString()
    const { closesAt } = stageIn(stages, kind)
    const entry = await entryOf(tx, id, entryId)
    if (!entry) throw new Refusal('not-found', `There is no entry ${entryId} in this round.`)
    if (closesAt === null)
      throw new Refusal('wrong-state', `${kind} has no closing time that could be later for one.`)
    refusePast(until, ctx.now())
    if (until <= closesAt)
      throw new Refusal('bad-input', `until: later than ${closesAt}, when ${kind} closes for everyone.`, {
        path: 'until',
      })
    const by = ctx.user?.id ?? null
    await putExtension(tx, { entryId, roundId: id, stage: kind, until, reason, at: ctx.now(), by })
    await postExtended(ctx, tx, { round, entry, until, reason })
    return {
      lines: [{ stage: kind, change: 'extended', reason, detail: { entry: entryId, until } }],
      detail: { entry: entryId, kind, until, reason },
    }
  })

/** Says when results are published by themselves; null = by hand. */
export const releaseRound = (ctx: Context, { round: id, at: wanted }: { round: string; at: string | null }) =>
  rearrange(ctx, { action: 'stages.release', round: id }, async (tx, { round }) => {
    const releaseAt = wanted === null ? null : new Date(wanted).toISOString()
    if (releaseAt !== null) refusePast(releaseAt, ctx.now())
    await setReleaseAt(tx, id, releaseAt)
    return { round: { ...round, releaseAt }, lines: [], detail: { releaseAt } }
  })

const stageIn = (stages: readonly StageRow[], kind: string): StageRow => {
  const stage = stages.find(one => one.kind === kind)
  if (!stage) throw new Refusal('bad-input', `The round has no stage ${kind}.`, { path: `stages.${kind}` })
  return stage
}

const refusePast = (time: string, now: string): void => {
  if (Date.parse(time) <= Date.parse(now))
    throw new Refusal('bad-input', `${time} has passed; a time to come is needed.`, { path: 'until' })
}

const refuseBadTimes = (stages: readonly StageRow[]): void => {
  const [problem] = dateProblems(stages).filter(({ severity }) => severity === 'error')
  if (problem) throw new Refusal('bad-input', problem.message, { path: problem.path })
}
