/**
 * Who may do what. Deny by default: a procedure names its action, and an action allows only the roles in its row. Which
 * rounds a person may reach at all is `reaches`; both are asked on every request, here and nowhere else.
 */

export const ROLES = ['admin', 'organiser', 'viewer', 'anonymous'] as const
export type Role = (typeof ROLES)[number]

const EVERYONE = ROLES
const MEMBERS = ['admin', 'organiser', 'viewer'] as const
const ORGANISERS = ['admin', 'organiser'] as const
const ADMINS = ['admin'] as const

/** One row per action. What everyone may do is limited to published rounds by `reaches`. */
export const POLICY = {
  'people.me': EVERYONE,
  'people.list': ADMINS,
  'people.create': ADMINS,
  'people.setRole': ADMINS,
  'people.remove': ADMINS,
  'audit.list': ADMINS,
  'units.search': EVERYONE,
  'units.get': EVERYONE,
  'units.positions': EVERYONE,
  'rubrics.list': EVERYONE,
  'rubrics.get': EVERYONE,
  'rubrics.save': ORGANISERS,
  'rounds.list': EVERYONE,
  'rounds.get': EVERYONE,
  'rounds.create': ORGANISERS,
  'rounds.configure': ORGANISERS,
  'rounds.validate': ORGANISERS,
  'rounds.open': ORGANISERS,
  'rounds.remove': ORGANISERS,
  'entries.list': MEMBERS,
  'entries.invite': ORGANISERS,
  'entries.remove': ORGANISERS,
  'entries.upload': ORGANISERS,
  'entries.preview': ORGANISERS,
  'entries.import': ORGANISERS,
  'entries.undoImport': ORGANISERS,
  'entries.answers': MEMBERS,
  'entries.setAnswer': ORGANISERS,
  'results.evaluate': ORGANISERS,
  'results.get': EVERYONE,
  'results.data': MEMBERS,
  'results.explain': MEMBERS,
  'results.questions': EVERYONE,
  'results.survey': EVERYONE,
  'results.record': EVERYONE,
  'results.compare': EVERYONE,
  'results.publish': ORGANISERS,
  'results.correct': ORGANISERS,
  'results.publications': EVERYONE,
  'analyses.start': MEMBERS,
  'analyses.get': MEMBERS,
  'analyses.cancel': MEMBERS,
  'analyses.data': MEMBERS,
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof POLICY
export const ACTIONS = Object.keys(POLICY) as readonly Action[]

export const allows = (role: Role, action: Action): boolean =>
  (POLICY[action] as readonly Role[]).includes(role)

export type Reader = { role: Role; organisation: { id: string } | null }
export type Reachable = { organizationId: string | null; state: string }

/**
 * True when the round exists for this person: published ones for everyone, others for the organisation that runs them
 * and for administrators. To anyone else it is as if there were none.
 */
export const reaches = (reader: Reader, round: Reachable): boolean =>
  reader.role === 'admin' || round.state === 'published' || belongs(reader, round)

/**
 * True when the person may see who was asked and what each answered: the organisation that runs the round, and
 * administrators. A round that is published stays closed here; records and synthetic rounds, which belong to nobody,
 * are open to every member.
 */
export const readsAnswers = (reader: Reader, round: Reachable): boolean =>
  reader.role === 'admin' ||
  belongs(reader, round) ||
  (reader.role !== 'anonymous' && round.organizationId === null)

/** True when the person may change the round: the organisation that runs it, and administrators. */
export const owns = (reader: Reader, round: Pick<Reachable, 'organizationId'>): boolean =>
  reader.role === 'admin' || (reader.role === 'organiser' && belongs(reader, round))

const belongs = (reader: Reader, round: Pick<Reachable, 'organizationId'>): boolean =>
  reader.role !== 'anonymous' &&
  round.organizationId !== null &&
  reader.organisation?.id === round.organizationId
