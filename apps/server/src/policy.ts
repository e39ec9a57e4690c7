/**
 * Who may do what, and see what. Deny by default: a procedure names its action, and an action allows only what its row
 * says. A row is asked of a *standing*: the roles that a person has in a round, or towards one entry, and what is going on
 * there. Who has which standing is found in `standing.ts`; the decision is made here and nowhere else. `POLICY.md` is
 * generated from this file.
 */
import type { Layer } from '@tumstock/engine/layer'
import type { StageKind } from '@tumstock/rubric/contract'
import type { RoundRole } from './db/taking-part.ts'

/** What a person is in the installation. */
export const PLATFORM_ROLES = ['admin', 'auditor', 'organiser', 'viewer', 'participant', 'anonymous'] as const
export type PlatformRole = (typeof PLATFORM_ROLES)[number]

/** What a person is in a round; `lead`, `contributor` and the assessors count towards their own entries only. */
export const ROUND_ROLES = [
  'organiser',
  'lead',
  'contributor',
  'desk',
  'visitor',
  'juror',
  'chair',
  'observer',
] as const satisfies readonly RoundRole[]

/** `viewer` towards a round is somebody of the organisation that runs it, or any member where no organisation does. */
export type Role = PlatformRole | RoundRole
export const ROLES: readonly Role[] = [...new Set<Role>([...PLATFORM_ROLES, ...ROUND_ROLES])]

/** Those who judge an entry: a conflict takes this role from them towards it. */
export const JUDGING: readonly RoundRole[] = ['desk', 'visitor', 'juror', 'chair']

/**
 * What is going on: a stage that is open (`jury` only once nobody may reply any more), the time in which entries reply to
 * findings, and what has come about for good: `deskOut` and `visitOut`, findings that entries may see; `announced`, that
 * everybody may know who is nominated.
 */
export const PHASES = [
  'draft',
  'nomination',
  'survey',
  'verification',
  'shortlist',
  'siteVisit',
  'jury',
  'publication',
  'reply',
  'deskOut',
  'visitOut',
  'blind',
  'announced',
  'published',
] as const satisfies readonly (
  | StageKind
  | 'draft'
  | 'reply'
  | 'deskOut'
  | 'visitOut'
  | 'blind'
  | 'announced'
  | 'published'
)[]
export type Phase = (typeof PHASES)[number]

/** Roles and phases of one person in the installation, in a round, or towards one entry of it. */
export type Standing = { roles: ReadonlySet<Role>; phases: ReadonlySet<Phase> }

/** `when`: one of these is going on; `unless`: none of these is. */
export type Grant = { to: readonly Role[]; when?: readonly Phase[]; unless?: readonly Phase[] }

/**
 * Whose standing an action asks for: in the installation, in a round, or towards an entry. `found`: in a round that the
 * service finds by what the request names instead, and asks for there.
 */
export type Scope = 'platform' | 'round' | 'entry' | 'found'
export type Rule = { scope: Scope; grants: readonly Grant[] }

const EVERYONE = PLATFORM_ROLES
const MEMBERS = ['admin', 'auditor', 'organiser', 'viewer', 'participant'] as const
const ORGANISERS = ['admin', 'organiser'] as const
/** Everyone who has something to do in a round. */
const INVOLVED = [...ROUND_ROLES, 'admin', 'auditor', 'viewer'] as const
const ENTRANTS = ['lead', 'contributor'] as const
const PUBLIC: readonly Grant[] = [{ to: INVOLVED }, { to: EVERYONE, when: ['published'] }]
/** Answers of rounds that nobody runs are made up; of others they stay with the organiser. */
const ANSWERS: readonly Grant[] = [{ to: ORGANISERS }, { to: ['viewer'], when: ['published'] }]

const platform = (...to: readonly Role[]): Rule => ({ scope: 'platform', grants: [{ to }] })
const round = (...grants: readonly Grant[]): Rule => ({ scope: 'round', grants })
const entry = (...grants: readonly Grant[]): Rule => ({ scope: 'entry', grants })
const found = (...grants: readonly Grant[]): Rule => ({ scope: 'found', grants })
const organisers = round({ to: ORGANISERS })
const ofOrganisers = entry({ to: ORGANISERS })

/** One row per action. */
export const POLICY = {
  'people.me': platform(...EVERYONE),
  'people.list': platform('admin'),
  'people.create': platform('admin'),
  'people.setRole': platform('admin'),
  'people.remove': platform('admin'),
  'people.resetSecondFactor': platform('admin'),
  'account.get': platform(...MEMBERS),
  'account.setPassword': platform(...MEMBERS),
  'account.sessions': platform(...MEMBERS),
  'account.revokeSession': platform(...MEMBERS),
  'account.revokeOthers': platform(...MEMBERS),
  'audit.list': platform('admin', 'auditor'),
  'mail.list': platform('admin'),
  'mail.retry': platform('admin'),
  'mail.ofRound': organisers,
  'mail.retryOfRound': organisers,
  'units.search': platform(...EVERYONE),
  'units.get': platform(...EVERYONE),
  'units.positions': platform(...EVERYONE),
  'rubrics.list': platform(...EVERYONE),
  'rubrics.get': platform(...EVERYONE),
  'rubrics.save': platform(...ORGANISERS),
  'rounds.list': platform(...EVERYONE),
  'rounds.create': platform(...ORGANISERS),
  'rounds.get': round(...PUBLIC),
  'rounds.configure': organisers,
  'rounds.validate': organisers,
  'rounds.open': organisers,
  'rounds.remove': organisers,
  'stages.timeline': round(...PUBLIC),
  'stages.watch': round({ to: INVOLVED }),
  'stages.preview': organisers,
  'stages.move': organisers,
  'stages.reopen': organisers,
  'stages.extend': ofOrganisers,
  'stages.release': organisers,
  'seats.list': organisers,
  'seats.invite': organisers,
  'seats.resend': organisers,
  'seats.revoke': organisers,
  'seats.remove': organisers,
  'seats.assign': organisers,
  'seats.requireTwoFactor': organisers,
  /** The lead asks colleagues in. */
  'seats.colleagues': entry({ to: [...ORGANISERS, ...ENTRANTS] }),
  'seats.inviteColleague': entry({ to: ['lead'] }),
  'seats.removeColleague': entry({ to: ['lead'] }),
  'seats.handOver': entry({ to: ['lead'] }),
  'seats.look': platform(...EVERYONE),
  'seats.accept': platform(...EVERYONE),
  'conflicts.declare': entry({ to: ['desk', 'visitor', 'juror', 'chair'] }),
  'conflicts.set': ofOrganisers,
  'conflicts.lift': ofOrganisers,
  'entries.list': round({ to: [...ORGANISERS, 'observer'] }, { to: ['viewer'], when: ['published'] }),
  /** Those that a person works with here. */
  'entries.mine': round({ to: [...ORGANISERS, ...ENTRANTS, ...JUDGING] }),
  'entries.invite': organisers,
  'entries.remove': ofOrganisers,
  'entries.upload': platform(...ORGANISERS),
  'entries.preview': organisers,
  'entries.import': found({ to: ORGANISERS }),
  'entries.undoImport': found({ to: ORGANISERS }),
  'entries.answers': entry(...ANSWERS),
  'entries.setAnswer': ofOrganisers,
  'entries.setParticipation': ofOrganisers,
  'entries.override': ofOrganisers,
  'entries.join': organisers,
  'entries.split': ofOrganisers,
  /** What the register says today beside what stands. */
  'entries.register': organisers,
  'entries.recompute': organisers,
  'entries.acceptUnsubmitted': ofOrganisers,
  /** What others wrote who joined the entry, or nominated it. */
  'entries.offered': entry({ to: [...ORGANISERS, ...ENTRANTS] }),
  'entries.withdraw': entry({ to: ORGANISERS }, { to: ['lead'], when: ['nomination', 'survey'] }),
  'entries.choose': entry({ to: ['lead'], when: ['nomination', 'survey'] }),
  'entries.respond': entry({ to: ['lead'] }),
  'nominations.form': round({ to: EVERYONE, when: ['nomination'] }, { to: ORGANISERS }),
  'nominations.nominate': round({ to: EVERYONE, when: ['nomination'] }),
  'nominations.list': organisers,
  'nominations.forward': organisers,
  'nominations.dismiss': organisers,
  'shortlist.candidates': organisers,
  'shortlist.set': organisers,
  'shortlist.remove': organisers,
  'shortlist.announce': organisers,
  'shortlist.list': round({ to: ORGANISERS }, { to: EVERYONE, when: ['announced'] }),
  'answers.questionnaire': entry({ to: [...ORGANISERS, ...ENTRANTS] }),
  'answers.save': entry({ to: ENTRANTS, when: ['nomination', 'survey'] }),
  'answers.watch': entry({ to: ENTRANTS }),
  'answers.here': entry({ to: ENTRANTS }),
  'answers.submit': entry({ to: ['lead'], when: ['nomination', 'survey'] }),
  'answers.reopen': entry({ to: ['lead'], when: ['nomination', 'survey'] }, { to: ORGANISERS }),
  'answers.receipt': entry({ to: [...ORGANISERS, ...ENTRANTS] }),
  'evidence.add': entry(
    { to: ENTRANTS, when: ['nomination', 'survey', 'reply'] },
    { to: ['desk'], when: ['verification', 'reply'] },
    { to: ['visitor'], when: ['siteVisit', 'reply'] },
  ),
  'evidence.remove': entry(
    { to: ENTRANTS, when: ['nomination', 'survey'] },
    { to: ['desk'], when: ['verification', 'reply'] },
    { to: ['visitor'], when: ['siteVisit', 'reply'] },
  ),
  'evidence.read': entry(
    { to: [...ORGANISERS, ...ENTRANTS] },
    { to: ['desk'], when: ['verification', 'reply', 'deskOut'] },
    { to: ['visitor'], when: ['siteVisit', 'reply', 'visitOut'] },
    { to: ['juror', 'chair'], when: ['jury'] },
  ),
  'responses.dashboard': round({ to: [...ORGANISERS, 'observer'] }),
  'responses.watch': round({ to: [...ORGANISERS, 'observer'] }),
  'responses.setTarget': organisers,
  'reminders.preview': organisers,
  'reminders.send': organisers,
  'reminders.list': organisers,
  'assessments.queue': round({ to: [...ORGANISERS, 'desk', 'visitor'] }),
  'assessments.sheet': entry(
    { to: ORGANISERS },
    { to: ['desk'], when: ['verification', 'reply', 'deskOut'] },
    { to: ['visitor'], when: ['siteVisit', 'reply', 'visitOut'] },
    { to: ['juror', 'chair'], when: ['jury'] },
  ),
  'assessments.find': entry(
    { to: ['desk'], when: ['verification', 'reply'] },
    { to: ['visitor'], when: ['siteVisit', 'reply'] },
  ),
  'assessments.inflation': organisers,
  'replies.findings': entry({ to: [...ENTRANTS, ...ORGANISERS], when: ['deskOut', 'visitOut'] }),
  'replies.reply': entry({ to: ['lead'], when: ['reply'] }),
  'replies.answer': entry({ to: ['desk', 'visitor', ...ORGANISERS], when: ['reply', 'deskOut', 'visitOut'] }),
  'results.evaluate': organisers,
  'results.get': round({ to: ORGANISERS }, { to: EVERYONE, when: ['published'] }),
  'results.data': round(...ANSWERS),
  'results.explain': round(...ANSWERS),
  'results.questions': round({ to: ORGANISERS }, { to: EVERYONE, when: ['published'] }),
  'results.survey': round({ to: ORGANISERS }, { to: EVERYONE, when: ['published'] }),
  'results.record': round({ to: ORGANISERS }, { to: EVERYONE, when: ['published'] }),
  'results.compare': platform(...EVERYONE),
  'results.publish': organisers,
  'results.correct': organisers,
  'results.publications': round({ to: ORGANISERS }, { to: EVERYONE, when: ['published'] }),
  'analyses.start': round(...ANSWERS),
  'analyses.get': found(...ANSWERS),
  'analyses.cancel': found(...ANSWERS),
  'analyses.data': round(...ANSWERS),
} as const satisfies Record<string, Rule>

/** What a person who may read an entry, or a list of them, is shown of it. Asked of the standing towards the entry. */
export const FIELDS = {
  'entry.name': [
    { to: [...ORGANISERS, ...ENTRANTS, 'desk', 'visitor', 'observer'] },
    { to: ['juror', 'chair'], unless: ['blind'] },
    { to: EVERYONE, when: ['published'] },
  ],
  'entry.contact': [{ to: ORGANISERS }],
  /** Who an entry is that is benchmarked anonymously. A viewer belongs to the organisation that runs the round. */
  'entry.anonymous': [{ to: [...ORGANISERS, 'viewer'] }],
  'entry.nominator': [{ to: ORGANISERS }],
  'entry.progress': [{ to: [...ORGANISERS, ...ENTRANTS, 'observer'] }],
  'answer.claim': [
    { to: [...ORGANISERS, ...ENTRANTS] },
    { to: ['desk'], when: ['verification', 'reply', 'deskOut'] },
    { to: ['visitor'], when: ['siteVisit', 'reply', 'visitOut'] },
    { to: ['juror', 'chair'], when: ['jury'] },
  ],
  'answer.desk': [
    { to: ORGANISERS },
    { to: ['desk'], when: ['verification', 'reply', 'deskOut'] },
    { to: ENTRANTS, when: ['deskOut'] },
    { to: ['visitor'], when: ['siteVisit', 'visitOut'] },
    { to: ['juror', 'chair'], when: ['jury'] },
  ],
  'answer.visit': [
    { to: ORGANISERS },
    { to: ['visitor'], when: ['siteVisit', 'reply', 'visitOut'] },
    { to: ENTRANTS, when: ['visitOut'] },
    { to: ['juror', 'chair'], when: ['jury'] },
  ],
  'answer.author': [{ to: [...ORGANISERS, ...ENTRANTS] }],
  /** Entries learn what was found and in which role, not by whom. */
  'finding.author': [{ to: [...ORGANISERS, 'desk', 'visitor'] }],
  reply: [
    { to: [...ORGANISERS, ...ENTRANTS] },
    { to: ['desk', 'visitor'], when: ['reply', 'deskOut', 'visitOut'] },
    { to: ['juror', 'chair'], when: ['jury'] },
  ],
  /** How many answered, before the world knows. */
  responses: [{ to: [...ORGANISERS, 'observer'] }, { to: EVERYONE, when: ['published'] }],
  /** Points, ranks and places: embargoed until they are published. */
  score: [{ to: ORGANISERS }, { to: EVERYONE, when: ['published'] }],
} as const satisfies Record<string, readonly Grant[]>

export type Action = keyof typeof POLICY
export type Field = keyof typeof FIELDS
export const ACTIONS = Object.keys(POLICY) as readonly Action[]
export const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[]

export const scopeOf = (action: Action): Scope => POLICY[action].scope

export const may = (standing: Standing, action: Action): boolean => granted(standing, POLICY[action].grants)

/** Whose layer of an entry's answers is whose. */
const WRITERS: Readonly<Record<Layer, readonly Role[]>> = {
  claim: ENTRANTS,
  desk: ['desk'],
  visit: ['visitor'],
}

/** As `may`, of one layer: nobody acts in a layer by a role that writes another. */
export function mayOn({ roles, phases }: Standing, action: Action, layer: Layer): boolean {
  const others = Object.entries(WRITERS).flatMap(([of, writers]) => (of === layer ? [] : writers))
  return may({ roles: new Set([...roles].filter(role => !others.includes(role))), phases }, action)
}

export const sees = (standing: Standing, field: Field): boolean => granted(standing, FIELDS[field])

const granted = ({ roles, phases }: Standing, grants: readonly Grant[]): boolean =>
  grants.some(
    ({ to, when, unless }) =>
      to.some(role => roles.has(role)) &&
      (when === undefined || when.some(phase => phases.has(phase))) &&
      !unless?.some(phase => phases.has(phase)),
  )

/** True when the round exists for this person at all; to anyone else it is as if there were none. */
export const reaches = (standing: Standing): boolean => may(standing, 'rounds.get')
