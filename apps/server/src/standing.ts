/** Finds the standing of a person: in the installation, in a round, towards an entry. The policy decides what it allows. */
import type { StageKind } from '@tumstock/rubric/contract'
import type { Context } from './context.ts'
import type { Db, Tx } from './db/open.ts'
import { prepared } from './db/prepared.ts'
import type { EntryTable, RoundTable } from './db/schema.ts'
import type { RoundRole } from './db/taking-part.ts'
import { JUDGING, type Phase, type Role, type Standing } from './policy.ts'
import { type EntryRow, factsOf, type RoundRow } from './standing-facts.ts'

/** Who asks: what of a request decides about a standing. */
export type Asker = Pick<Context, 'role' | 'organisation' | 'user' | 'now'>

export type { EntryRow, RoundRow } from './standing-facts.ts'
export type RoundHead = Pick<RoundTable, 'id' | 'state' | 'organizationId' | 'nomineesAt' | 'twoFactorFor'>

type Seat = { role: RoundRole; entryId: string | null; sections: string | null }
type Window = {
  kind: string
  opensAt: string | null
  closesAt: string | null
  graceMinutes: number
  replyUntil: string | null
  blind: number
}

type Extension = { stage: string; until: string }

/** A standing in a round, with what it was found from, so that a standing towards an entry costs no second look. */
export type RoundStanding = Standing & { seats: readonly Seat[]; windows: readonly Window[]; at: string }

export type EntryStanding = Standing & {
  /** The areas that the person writes; null = all. */
  sections: readonly string[] | null
}

export const platformStanding = ({ role }: Pick<Asker, 'role'>): Standing => ({
  roles: new Set<Role>([role]),
  phases: new Set(),
})

/**
 * The round, with roles and phases of the asker there. It asks the database the same whether there is such a round or not,
 * so that nobody learns from the time it takes.
 */
export async function standingIn(
  asker: Asker,
  db: Db | Tx,
  round: string,
  entry = '',
): Promise<Reached | undefined> {
  const found = await factsOf(db, { round, entry, person: asker.user?.id ?? '' })
  return found && { round: found.round, standing: standingOf(asker, found.round, found), entry: found.entry }
}

type Reached = {
  round: RoundRow
  standing: RoundStanding
  /** The one that was named, if it is one of the round. */
  entry: { row: EntryRow; extensions: readonly Extension[] } | null
}

type Facts = { seats: readonly Seat[]; windows: readonly Window[] }

function standingOf(asker: Asker, round: RoundHead, facts: Facts): RoundStanding {
  const { windows } = facts
  const at = asker.now()
  const seats = facts.seats.filter(seat => proven(asker, round, seat.role))
  const roles = new Set<Role>(rolesOf(asker, round))
  for (const { role } of seats) roles.add(role)
  return { roles, phases: phasesAt(round, windows, at), seats, windows, at }
}

/**
 * The same for many rounds, without what is going on in each: enough to say which of them exist for the asker, and which
 * answers they may read.
 */
export async function standingsIn<R extends RoundHead>(
  asker: Asker,
  db: Db | Tx,
  rounds: readonly R[],
): Promise<{ round: R; standing: Standing }[]> {
  const seats = asker.user ? await allSeatsOf(db, asker.user.id) : []
  return rounds.map(round => {
    const here = seats
      .filter(seat => seat.roundId === round.id && proven(asker, round, seat.role))
      .map(seat => seat.role)
    return {
      round,
      standing: {
        roles: new Set<Role>([...rolesOf(asker, round), ...here]),
        phases: phasesAt(round, [], ''),
      },
    }
  })
}

type Towards = {
  round: RoundHead
  standing: RoundStanding
  /** Its extensions are looked for where they are not given. */
  entry: Pick<EntryTable, 'id' | 'completeUntil'> & { extensions?: readonly Extension[] }
}

/**
 * Towards one entry: a lead or contributor of it, an assessor who has it before them and no conflict. An extension of the
 * entry's keeps its stage open for those who answer, and the time to complete a nomination keeps the nomination open.
 */
export async function standingTowards(
  asker: Asker,
  db: Db | Tx,
  { round, standing, entry: { id: entry, completeUntil, ...more } }: Towards,
): Promise<EntryStanding> {
  const { seats, windows, at } = standing
  const own = seats.filter(seat => seat.entryId === entry)
  const judging = seats.some(seat => JUDGING.includes(seat.role))
  const assigned = judging && asker.user ? await assignmentsOf(db, entry, asker.user.id) : null
  const roles = new Set<Role>([...standing.roles].filter(role => !isTowardsEntries(role)))
  for (const { role } of own) roles.add(role)
  if (assigned && !assigned.conflict) {
    for (const role of assigned.roles) if (standing.roles.has(role)) roles.add(role)
    if (standing.roles.has('chair')) roles.add('chair')
  }
  const extensions = more.extensions ?? (await extensionsOf(db, { entry }))
  const phases = phasesAt(round, extended(windows, extensions), at)
  const running = round.state === 'open' || round.state === 'evaluated'
  if (running && completeUntil !== null && at < completeUntil) phases.add('nomination')
  return {
    roles,
    phases,
    sections: own.some(seat => seat.sections === null)
      ? null
      : own.flatMap(seat => JSON.parse(seat.sections ?? '[]') as string[]),
  }
}

const isTowardsEntries = (role: Role): boolean =>
  role === 'lead' || role === 'contributor' || (JUDGING as readonly Role[]).includes(role)

/** What a person is in a round without a seat in it. A viewer elsewhere is nobody here. */
const rolesOf = (asker: Asker, round: RoundHead): Role[] => {
  const { role, organisation } = asker
  if (role === 'anonymous') return ['anonymous']
  if (role === 'admin' || role === 'auditor') return [role]
  const belongs = round.organizationId !== null && organisation?.id === round.organizationId
  if (belongs && role === 'viewer') return ['viewer']
  if (belongs && role === 'organiser') return proven(asker, round, role) ? ['organiser'] : ['participant']
  return round.organizationId === null && round.state === 'published' && role !== 'participant'
    ? ['viewer', 'participant']
    : ['participant']
}

/** False for a role that counts in this round only with a second factor, where the asker has none. */
const proven = ({ user }: Asker, { twoFactorFor }: RoundHead, role: RoundRole): boolean =>
  user?.secondFactor === true || !(JSON.parse(twoFactorFor) as RoundRole[]).includes(role)

/** True for whom a role waits, in some round, until they have set up a second factor. */
export async function waitsForSecondFactor(db: Db | Tx, person: string): Promise<boolean> {
  const seats = await db
    .selectFrom('seat')
    .innerJoin('round', 'round.id', 'seat.roundId')
    .select(['seat.role', 'round.twoFactorFor'])
    .where('seat.userId', '=', person)
    .where('round.twoFactorFor', '!=', '[]')
    .execute()
  return seats.some(({ role, twoFactorFor }) => (JSON.parse(twoFactorFor) as RoundRole[]).includes(role))
}

/** What is going on in a round at a time (ISO-8601 UTC). */
export function phasesAt(
  round: Pick<RoundHead, 'state' | 'nomineesAt'>,
  windows: readonly Window[],
  at: string,
): Set<Phase> {
  if (round.state === 'draft') return new Set<Phase>(['draft'])
  const announced: Phase[] = round.nomineesAt !== null && round.nomineesAt <= at ? ['announced'] : []
  if (round.state === 'published') return new Set<Phase>(['published', 'deskOut', 'visitOut', ...announced])
  const phases = new Set<Phase>(announced)
  const over = (kind: StageKind) =>
    windows.some(one => one.kind === kind && one.closesAt !== null && one.closesAt <= at)
  for (const window of windows) {
    if (isOpen(window, at)) phases.add(window.kind as StageKind)
    // Already before a blind stage opens: a name that was seen stays known.
    if (window.blind === 1 && (window.closesAt === null || at < window.closesAt)) phases.add('blind')
  }
  if (over('verification')) phases.add('deskOut')
  if (over('siteVisit')) phases.add('visitOut')
  const replying = windows.some(
    ({ closesAt, replyUntil }) =>
      replyUntil !== null && closesAt !== null && closesAt <= at && at < replyUntil,
  )
  if (replying) {
    phases.add('reply')
    phases.delete('jury')
  }
  return phases
}

/** Open from its opening until its closing and the grace after it; a stage without an opening time is not open. */
export const isOpen = ({ opensAt, ...closing }: Window, at: string): boolean => {
  const end = endOf(closing)
  return opensAt !== null && opensAt <= at && (end === null || at < end)
}

/** When a stage has closed and the grace after it is over; null while nobody has said. */
export const endOf = ({
  closesAt,
  graceMinutes,
}: Pick<Window, 'closesAt' | 'graceMinutes'>): string | null =>
  closesAt === null || graceMinutes === 0
    ? closesAt
    : new Date(Date.parse(closesAt) + graceMinutes * 60_000).toISOString()

const extended = (windows: readonly Window[], extensions: readonly Extension[]): readonly Window[] =>
  windows.map(window => {
    const until = extensions.find(one => one.stage === window.kind)?.until
    if (until === undefined || window.closesAt === null || until <= window.closesAt) return window
    return { ...window, closesAt: until }
  })

const allSeatsOf = (db: Db | Tx, person: string) =>
  db.selectFrom('seat').select(['role', 'roundId']).where('userId', '=', person).execute()

const extensionsOf = prepared(['entry'], (db, { entry }) =>
  db.selectFrom('extension').select(['stage', 'until']).where('entryId', '=', entry),
)

async function assignmentsOf(db: Db | Tx, entry: string, person: string) {
  const roles = await db
    .selectFrom('assignment')
    .select('role')
    .where('entryId', '=', entry)
    .where('userId', '=', person)
    .execute()
  const conflict = await db
    .selectFrom('conflict')
    .select('entryId')
    .where('entryId', '=', entry)
    .where('userId', '=', person)
    .executeTakeFirst()
  return { roles: roles.map(row => row.role), conflict: conflict !== undefined }
}
