import type { RubricData } from '@tumstock/rubric/contract'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import type { StageTable } from '../db/schema.ts'
import { Refusal } from '../refusal.ts'
import { definitionOf, keepDefinition } from '../rubrics/definitions.ts'
import { editionOf } from '../rubrics/editions.ts'
import { NO_EDITS } from './edits.ts'
import { deleteRound, idsLike, insertRound, type RoundRow, stagesOf } from './queries.ts'
import { ownRound, reachRound } from './service.ts'
import { freeSlug, slugOf } from './slug.ts'
import { rowsOf } from './stage-rows.ts'
import { timeZoneOf } from './time-zone.ts'

export type From = { edition: string } | { round: string }

/** What a new round starts with. */
type Start = Pick<RoundRow, 'base' | 'edits' | 'description' | 'clonedFrom' | 'prefillFrom' | 'timeZone'> & {
  rubric: RubricData
  stages: Omit<StageTable, 'roundId'>[]
}

/** A draft from an edition, or from another round with its changes and its dates moved to this year. */
export const createRound = (
  ctx: Context,
  { from, title }: { from: From; title: string },
): Promise<{ id: string }> =>
  audited(ctx, 'rounds.create', async tx => {
    const year = Number(ctx.now().slice(0, 4))
    const { rubric, stages, ...start } =
      'edition' in from
        ? await fromEdition(ctx, tx, from.edition)
        : await fromRound(ctx, tx, { id: from.round, year })
    const round: Omit<RoundRow, 'id'> = {
      ...start,
      title,
      year,
      organizationId: ctx.organisation?.id ?? null,
      kind: 'round',
      state: 'draft',
      rubricId: rubric.id,
      edition: rubric.edition,
      country: rubric.country,
      referenceDate: `${year}-01-01`,
      definition: null,
      functionsHash: null,
      releaseAt: null,
      twoFactorFor: '[]',
      nomineesAt: null,
      record: null,
      openedAt: null,
      publishedVersion: null,
      createdAt: ctx.now(),
      createdBy: ctx.user?.id ?? null,
      version: 1,
    }
    const id = await insertUnderFreeId(tx, round, stages)
    return { subject: `round/${id}`, detail: { from, base: round.base }, result: { id } }
  })

async function insertUnderFreeId(
  tx: Tx,
  round: Omit<RoundRow, 'id'>,
  stages: Start['stages'],
): Promise<string> {
  const slug = slugOf(round.title)
  const taken = await idsLike(tx, slug)
  for (;;) {
    const id = freeSlug(slug, taken)
    if (await insertRound(tx, { ...round, id }, stages)) return id
    taken.add(id)
  }
}

async function fromEdition(ctx: Context, tx: Tx, ref: string): Promise<Start> {
  const { rubric, problems } = await editionOf({ ...ctx, db: tx }, ref)
  if (problems.some(problem => problem.severity === 'error'))
    throw new Refusal(
      'has-problems',
      `${ref} has errors; a round can be made from it once they are mended.`,
      { problems },
    )
  const base = await keepDefinition(tx, rubric, ctx.now())
  return {
    base,
    edits: JSON.stringify(NO_EDITS),
    description: '',
    clonedFrom: null,
    rubric,
    prefillFrom: null,
    timeZone: timeZoneOf(rubric.country),
    stages: rowsOf(rubric.stages),
  }
}

async function fromRound(ctx: Context, tx: Tx, { id, year }: { id: string; year: number }): Promise<Start> {
  const { base, edits, description, year: before, timeZone, organizationId } = await reachRound(ctx, tx, id)
  const stages = (await stagesOf(tx, id)).map(({ roundId: _, ...stage }) => ({
    ...stage,
    opensAt: laterBy(year - before, stage.opensAt, timeZone),
    closesAt: laterBy(year - before, stage.closesAt, timeZone),
    replyUntil: laterBy(year - before, stage.replyUntil, timeZone),
  }))
  return {
    base,
    edits,
    description,
    clonedFrom: id,
    // What was answered to others is not theirs to offer again.
    prefillFrom: organizationId !== null && organizationId === ctx.organisation?.id ? id : null,
    timeZone,
    rubric: await definitionOf(tx, base),
    stages,
  }
}

/** The same time of day that many years later, where it is written: a year on, summer time may begin on another day. */
function laterBy(years: number, at: string | null, timeZone: string): string | null {
  if (at === null) return null
  const then = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).add({ years })
  return new Date(then.epochMilliseconds).toISOString()
}

export const removeRound = (ctx: Context, id: string): Promise<void> =>
  audited(ctx, 'rounds.remove', async tx => {
    const round = await ownRound(ctx, tx, { id, states: ['draft'] })
    await deleteRound(tx, id)
    return { subject: `round/${id}`, detail: { title: round.title }, result: undefined }
  })
