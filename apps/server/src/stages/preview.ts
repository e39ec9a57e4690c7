import type { Context } from '../context.ts'
import { type Action, type Field, may, type Phase, ROUND_ROLES, type Role, sees } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { endOf, phasesAt } from '../standing.ts'
import { type StageRow, stagesOf } from './queries.ts'

/** What stages decide about; whatever else people do, they do whenever they may. */
export const STAGED = [
  'nominations.form',
  'nominations.nominate',
  'entries.choose',
  'entries.withdraw',
  'answers.save',
  'answers.submit',
  'answers.reopen',
  'evidence.add',
  'evidence.remove',
  'evidence.read',
  'assessments.sheet',
  'assessments.find',
  'replies.findings',
  'replies.reply',
  'replies.answer',
] as const satisfies readonly Action[]

export const STAGED_FIELDS = [
  'entry.name',
  'answer.claim',
  'answer.desk',
  'answer.visit',
  'reply',
] as const satisfies readonly Field[]

/** Those whom stages are told: everyone with a role in a round, and the world. */
const TOLD = [...ROUND_ROLES, 'anonymous'] as const satisfies readonly Role[]

export type Moment = { kind: string; change: 'opened' | 'closed' | 'repliesEnded' }

/**
 * What a change of a stage will mean for each role. A change that has no time yet is shown as if it came now; together
 * with what else happens in the same moment.
 */
export async function previewOf(ctx: Context, { kind, change }: Moment) {
  if (!ctx.place) throw new Refusal('bad-input', 'round: the id of a round is needed.')
  const { round } = ctx.place
  const stages = await stagesOf(ctx.db, round.id)
  const stage = stages.find(one => one.kind === kind)
  if (!stage) throw new Refusal('bad-input', `The round has no stage ${kind}.`, { path: 'kind' })
  const { at, dated } = datedFor(stage, change, ctx.now())
  const windows = stages.map(one => (one.kind === kind ? dated : one))
  // A draft is shown as it will be once it is open.
  const state = round.state === 'draft' ? 'open' : round.state
  const phases = (time: string) => phasesAt({ ...round, state }, windows, time)
  const from = change === 'closed' ? (dated.closesAt ?? at) : at
  return { at: dated === stage ? at : null, roles: changesFor(phases(justBefore(from)), phases(at)) }
}

/** When the change comes, grace included, and the stage with a time for it. */
function datedFor(stage: StageRow, change: Moment['change'], now: string): { at: string; dated: StageRow } {
  const end = endOf(stage)
  if (change === 'opened')
    return stage.opensAt === null
      ? { at: now, dated: { ...stage, opensAt: now, closesAt: null } }
      : { at: stage.opensAt, dated: stage }
  if (change === 'repliesEnded')
    return stage.replyUntil === null
      ? { at: now, dated: { ...stage, replyUntil: now } }
      : { at: stage.replyUntil, dated: stage }
  const opensAt = stage.opensAt ?? justBefore(now)
  return end === null || stage.opensAt === null
    ? { at: now, dated: { ...stage, opensAt, closesAt: now, graceMinutes: 0 } }
    : { at: end, dated: stage }
}

const justBefore = (time: string): string => new Date(Date.parse(time) - 1).toISOString()

type Rights = {
  actions: readonly (typeof STAGED)[number][]
  fields: readonly (typeof STAGED_FIELDS)[number][]
}
export type RoleChange = { role: (typeof TOLD)[number]; gains: Rights; loses: Rights }

/** What each role may do and see from a change on, and no longer, by the policy itself. */
export function changesFor(before: ReadonlySet<Phase>, after: ReadonlySet<Phase>): RoleChange[] {
  return TOLD.flatMap(role => {
    const roles = new Set<Role>([role])
    const had = rightsOf({ roles, phases: before })
    const has = rightsOf({ roles, phases: after })
    const gains = without(has, had)
    const loses = without(had, has)
    const changes = [gains.actions, gains.fields, loses.actions, loses.fields].some(list => list.length > 0)
    return changes ? [{ role, gains, loses }] : []
  })
}

const rightsOf = (standing: Parameters<typeof may>[0]): Rights => ({
  actions: STAGED.filter(action => may(standing, action)),
  fields: STAGED_FIELDS.filter(field => sees(standing, field)),
})

const without = (rights: Rights, others: Rights): Rights => ({
  actions: rights.actions.filter(action => !others.actions.includes(action)),
  fields: rights.fields.filter(field => !others.fields.includes(field)),
})
