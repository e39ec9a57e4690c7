import type { Context } from './context.ts'
import type { TestDatabase } from './db/each-dialect.ts'
import type { RoundRole } from './db/taking-part.ts'
import { invite } from './entries/invite.ts'
import { listEntries } from './entries/list.ts'
import { type Scene, sceneOf } from './entries/scene.ts'
import type { Phase, PlatformRole, Role } from './policy.ts'
import { createRound } from './rounds/drafts.ts'

const NOW = '2014-06-01T12:00:00.000Z'
const PAST = ['2014-01-01T00:00:00.000Z', '2014-02-01T00:00:00.000Z'] as const
const NOWADAYS = ['2014-05-01T00:00:00.000Z', '2014-07-01T00:00:00.000Z'] as const
const FUTURE = ['2014-08-01T00:00:00.000Z', '2014-09-01T00:00:00.000Z'] as const

type Window = { kind: string; at: readonly [string, string]; replyUntil?: string; blind?: true }

/** What a round looks like, and what is therefore going on in it: said here by hand, not by the code under test. */
const SITUATIONS: Readonly<
  Record<string, { state?: 'draft' | 'open' | 'published'; windows: readonly Window[]; phases: Phase[] }>
> = {
  draft: { state: 'draft', windows: [{ kind: 'survey', at: NOWADAYS }], phases: ['draft'] },
  waiting: { windows: [{ kind: 'survey', at: FUTURE }], phases: [] },
  nomination: { windows: [{ kind: 'nomination', at: NOWADAYS }], phases: ['nomination'] },
  survey: { windows: [{ kind: 'survey', at: NOWADAYS }], phases: ['survey'] },
  verification: {
    windows: [
      { kind: 'survey', at: PAST },
      { kind: 'verification', at: NOWADAYS },
    ],
    phases: ['verification'],
  },
  reply: {
    windows: [
      { kind: 'verification', at: PAST, replyUntil: FUTURE[0] },
      { kind: 'jury', at: NOWADAYS },
    ],
    phases: ['deskOut', 'reply'],
  },
  shortlist: { windows: [{ kind: 'shortlist', at: NOWADAYS }], phases: ['shortlist'] },
  siteVisit: {
    windows: [
      { kind: 'verification', at: PAST },
      { kind: 'siteVisit', at: NOWADAYS },
    ],
    phases: ['deskOut', 'siteVisit'],
  },
  jury: {
    windows: [
      { kind: 'verification', at: PAST },
      { kind: 'siteVisit', at: PAST },
      { kind: 'jury', at: NOWADAYS },
    ],
    phases: ['deskOut', 'visitOut', 'jury'],
  },
  blindJury: { windows: [{ kind: 'jury', at: NOWADAYS, blind: true }], phases: ['jury', 'blind'] },
  beforeBlindJury: { windows: [{ kind: 'jury', at: FUTURE, blind: true }], phases: ['blind'] },
  publication: { windows: [{ kind: 'publication', at: NOWADAYS }], phases: ['publication'] },
  published: {
    state: 'published',
    windows: [{ kind: 'survey', at: PAST }],
    phases: ['published', 'deskOut', 'visitOut'],
  },
}

/** Someone who comes to the round, and what they are there and towards its two entries: said by hand. */
type Walker = {
  platform: PlatformRole
  organisation?: 'ks' | 'other'
  seat?: RoundRole
  conflict?: true
  inRound: readonly Role[]
  towards: { own: readonly Role[]; other: readonly Role[] }
}

const plain = (platform: PlatformRole, roles: readonly Role[], organisation?: 'ks' | 'other'): Walker => ({
  platform,
  ...(organisation && { organisation }),
  inRound: roles,
  towards: { own: roles, other: roles },
})

/** A participant with a seat; `inBoth`: the seat counts towards every entry. */
const seated = (seat: RoundRole, own: readonly Role[], inBoth = false): Walker => ({
  platform: 'participant',
  seat,
  inRound: ['participant', seat],
  towards: { own: ['participant', ...own], other: ['participant', ...(inBoth ? own : [])] },
})

export const WALKERS: Readonly<Record<string, Walker>> = {
  admin: plain('admin', ['admin']),
  auditor: plain('auditor', ['auditor']),
  organiser: plain('organiser', ['organiser'], 'ks'),
  viewer: plain('viewer', ['viewer'], 'ks'),
  'organiser of another organisation': plain('organiser', ['participant'], 'other'),
  'viewer of another organisation': plain('viewer', ['participant'], 'other'),
  participant: plain('participant', ['participant']),
  anonymous: plain('anonymous', ['anonymous']),
  'organiser by seat': seated('organiser', ['organiser'], true),
  lead: seated('lead', ['lead']),
  contributor: seated('contributor', ['contributor']),
  'desk assessor': seated('desk', ['desk']),
  'desk assessor with a conflict': { ...seated('desk', []), conflict: true },
  'site visitor': seated('visitor', ['visitor']),
  juror: seated('juror', ['juror']),
  'juror with a conflict': { ...seated('juror', []), conflict: true },
  'jury chair': seated('chair', ['chair'], true),
  'jury chair with a conflict': {
    ...seated('chair', ['chair'], true),
    conflict: true,
    towards: { own: ['participant'], other: ['participant', 'chair'] },
  },
  observer: seated('observer', ['observer'], true),
}

export type Situation = {
  name: string
  round: string
  phases: ReadonlySet<Phase>
  own: string
  other: string
}
export type Walk = { scene: Scene; situations: readonly Situation[]; as: (walker: string) => Context }

/** One round in every situation, and everybody who might come to it. */
export async function walkOn(database: TestDatabase): Promise<Walk> {
  const scene = sceneOf(database)
  const installation = { ...scene.installation, now: () => NOW }
  const organiser = { ...scene.organiser, now: () => NOW, organisation: { id: 'ks', name: 'ks' } }
  const contextOf = (name: string): Context => {
    const { platform, organisation } = WALKERS[name] as Walker
    const id = idOf(name)
    const user = { id, name, email: `${id}@walk.example` }
    const here = platform !== 'anonymous'
    return {
      ...installation,
      role: platform,
      user: here ? user : null,
      session: here ? { id: `session of ${id}`, createdAt: NOW, person: user, role: platform } : null,
      organisation: organisation === undefined ? null : { id: organisation, name: organisation },
    }
  }
  for (const [name, { platform }] of Object.entries(WALKERS))
    await database.db
      .insertInto('user')
      .values({
        id: idOf(name),
        name,
        email: `${idOf(name)}@walk.example`,
        role: platform,
        emailVerified: 1,
        twoFactorEnabled: 0,
        createdAt: NOW,
        updatedAt: NOW,
      })
      .execute()
  const situations: Situation[] = []
  for (const name of Object.keys(SITUATIONS)) situations.push(await situate(database, organiser, name))
  return { scene, situations, as: contextOf }
}

const idOf = (name: string): string => name.replaceAll(' ', '-')

async function situate({ db }: TestDatabase, organiser: Context, name: string): Promise<Situation> {
  const { state = 'open', windows, phases } = SITUATIONS[name] as (typeof SITUATIONS)[string]
  const { id } = await createRound(organiser, { from: { edition: 'open-hall@2014' }, title: `Round ${name}` })
  const { definition } = await db
    .updateTable('round')
    .set(({ ref }) => ({ state: 'open', definition: ref('base'), referenceDate: '2014-01-01' }))
    .where('id', '=', id)
    .returning('definition')
    .executeTakeFirstOrThrow()
  await invite(organiser, id, { units: ['NO-0511', 'NO-0301'] })
  const [own = '', other = ''] = (await listEntries(organiser, id)).map(entry => entry.id)
  await db.updateTable('round').set({ state, definition }).where('id', '=', id).execute()
  await db.deleteFrom('stage').where('roundId', '=', id).execute()
  for (const [position, { kind, at, replyUntil, blind }] of windows.entries())
    await db
      .insertInto('stage')
      .values({
        roundId: id,
        kind,
        position,
        opensAt: at[0],
        closesAt: at[1],
        graceMinutes: 0,
        replyUntil: replyUntil ?? null,
        blind: blind ? 1 : 0,
      })
      .execute()
  for (const [walker, { seat, conflict }] of Object.entries(WALKERS)) {
    if (!seat) continue
    const person = { roundId: id, userId: idOf(walker) }
    const entryId = seat === 'lead' || seat === 'contributor' ? own : null
    const stamp = { createdAt: NOW, createdBy: null }
    await db
      .insertInto('seat')
      .values({ id: `${id}/${person.userId}`, ...person, role: seat, entryId, sections: null, ...stamp })
      .execute()
    if (seat === 'desk' || seat === 'visitor' || seat === 'juror')
      await db
        .insertInto('assignment')
        .values({ ...person, entryId: own, role: seat, ...stamp })
        .execute()
    if (conflict)
      await db
        .insertInto('conflict')
        .values({ ...person, entryId: own, source: 'declared', reason: 'A relative', at: NOW, by: null })
        .execute()
  }
  return { name, round: id, phases: new Set(phases), own, other }
}
