import type { StageKind } from '@tumstock/rubric/contract'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import type { RoundRole } from '../db/taking-part.ts'
import { addEntries, rowsOfGiven } from '../entries/add-entries.ts'
import { type MadeEntry, makeEntry } from '../entries/make-entry.ts'
import { DEMO_PEOPLE } from '../people/demo-people.ts'
import { addRound } from '../rounds/add-round.ts'
import { NO_EDITS, resolve } from '../rounds/edits.ts'
import { keepDefinition } from '../rubrics/definitions.ts'
import { generate } from './generate.ts'
import { syntheticRound } from './synthetic-round.ts'

type Window = { from: number; to: number; reply?: number }

/** A round under way; times are days from its making. `answered` of its entries have sent in, the next `begun` have begun. */
type Lived = {
  id: string
  title: string
  windows: Partial<Record<StageKind, Window>>
  answered: number
  begun: number
}

const AWARD = 'ekommuneprisen'
const EDITION = '2014'

const LIVED: readonly Lived[] = [
  {
    id: 'ekommuneprisen-2014-answering',
    title: 'eKommuneprisen 2014, under besvarelse (syntetisk)',
    windows: {
      survey: { from: -10, to: 14 },
      verification: { from: 15, to: 25, reply: 32 },
      shortlist: { from: 33, to: 35 },
      siteVisit: { from: 36, to: 46, reply: 50 },
    },
    answered: 7,
    begun: 3,
  },
  {
    id: 'ekommuneprisen-2014-checking',
    title: 'eKommuneprisen 2014, under kontroll (syntetisk)',
    windows: {
      survey: { from: -40, to: -6 },
      verification: { from: -5, to: 14, reply: 21 },
      shortlist: { from: 22, to: 24 },
      siteVisit: { from: 25, to: 35, reply: 40 },
    },
    answered: 15,
    begun: 0,
  },
]

/** Twelve municipalities and three counties; the demo's lead answers for Dovre. */
const DOVRE = 'NO-0511'
const UNITS = [
  ...['NO-0301', 'NO-0501', 'NO-0502', 'NO-0514', 'NO-1032', 'NO-1103', 'NO-1201', 'NO-1264', 'NO-1601'],
  ...['NO-1902', 'NO-0515', 'NO-05', 'NO-08', 'NO-12'],
]
/** With which every one of them answers. */
const SEED = 1

/** Makes the rounds in which a newcomer can be each of the demo's people, made up and marked so. */
export async function keepLivedRounds(ctx: Context): Promise<void> {
  const edition = ctx.rubrics.find(AWARD, EDITION)?.edition
  const broken = edition?.problems.some(problem => problem.severity === 'error') ?? true
  const organisation = await ctx.db
    .selectFrom('organization')
    .select('id')
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  if (!edition || broken || !organisation) return
  for (const lived of LIVED) await keepOne(ctx, lived, organisation.id)
}

async function keepOne(ctx: Context, lived: Lived, organizationId: string): Promise<void> {
  const { id, title } = lived
  const edition = ctx.rubrics.find(AWARD, EDITION)?.edition
  const there = await ctx.db.selectFrom('round').select('id').where('id', '=', id).executeTakeFirst()
  if (!edition || there) return
  await audited(ctx, 'rounds.synthetic', async tx => {
    const now = ctx.now()
    const edits = { ...NO_EDITS, kinds: { verification: true, siteVisit: true } }
    const rubric = resolve(edition.rubric, edits)
    const base = await keepDefinition(tx, edition.rubric, now)
    const definition = await keepDefinition(tx, rubric, now)
    const round = {
      ...syntheticRound({
        ...{ id, title, award: AWARD, edition: EDITION, referenceDate: '2014-01-01' },
        ...{ country: rubric.country, definition, functionsHash: edition.functionsHash, now },
      }),
      organizationId,
      base,
      edits: JSON.stringify(edits),
      state: 'open' as const,
      publishedVersion: null,
    }
    const elsewhere = { subject: `round/${id}`, detail: { already: true }, result: undefined }
    const day = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString()
    const times = Object.entries(lived.windows).map(([kind, { from, to, reply }]) => ({
      ...{ kind, opensAt: day(from), closesAt: day(to) },
      replyUntil: reply === undefined ? null : day(reply),
    }))
    // Another server may be starting at the same time.
    if (!(await addRound(tx, round, rubric, times))) return elsewhere
    const scope = { ...round, rubric }
    const dovre = makeEntry(id, scope, { units: [DOVRE] }, now)
    const others = UNITS.map((unit, at) =>
      makeEntry(
        id,
        scope,
        { units: [unit], ...(at > lived.answered + lived.begun && { state: 'invited' }) },
        now,
      ),
    )
    // Dovre has begun where others still answer.
    const order =
      lived.begun > 0
        ? [...others.slice(0, lived.answered), dovre, ...others.slice(lived.answered)]
        : [dovre, ...others]
    await answer(tx, lived, { order, rubric, now })
    await seat(tx, id, { dovre: dovre.entry.id, entries: order.map(one => one.entry.id), now })
    return { subject: `round/${id}`, detail: { entries: order.length }, result: undefined }
  })
}

type Answering = { order: readonly MadeEntry[]; rubric: Parameters<typeof generate>[0]; now: string }

async function answer(
  tx: Tx,
  { id, answered, begun }: Lived,
  { order, rubric, now }: Answering,
): Promise<void> {
  const units = order.map(one => ({
    id: one.units[0]?.unitId ?? '',
    population: one.entry.population ?? null,
  }))
  const made = new Map(generate(rubric, units, SEED).map(one => [one.unit, one]))
  const given = order.flatMap(({ entry, units: [unit] }, at) => {
    const whole = made.get(unit?.unitId ?? '')
    if (!whole || at >= answered + begun) return []
    const answers = Object.entries(whole.answers)
    const some = at < answered ? answers : answers.slice(0, answers.length / 2)
    const stamp = { round: id, at: now, author: null, importId: null }
    return [rowsOfGiven(entry.id, { answers: Object.fromEntries(some), marks: {} }, stamp)]
  })
  await addEntries(tx, order, given)
  const open = order.slice(answered).map(one => one.entry.id)
  if (open.length > 0)
    await tx.updateTable('entry').set({ submittedAt: null }).where('id', 'in', open).execute()
}

type Seating = { dovre: string; entries: readonly string[]; now: string }

async function seat(tx: Tx, roundId: string, { dovre, entries, now }: Seating): Promise<void> {
  for (const { email, seat: role } of DEMO_PEOPLE) {
    const person =
      role && (await tx.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst())
    if (!role || !person) continue
    const own: readonly RoundRole[] = ['lead', 'contributor']
    const stamp = { roundId, userId: person.id, createdAt: now, createdBy: null }
    const entryId = own.includes(role) ? dovre : null
    const sections = role === 'contributor' ? JSON.stringify(['Digital dialog']) : null
    await tx
      .insertInto('seat')
      .values({ id: `${roundId}/${role}`, ...stamp, role, entryId, sections })
      .execute()
    if (role !== 'desk' && role !== 'visitor') continue
    await tx
      .insertInto('assignment')
      .values(entries.map(entry => ({ ...stamp, entryId: entry, role })))
      .execute()
  }
}
