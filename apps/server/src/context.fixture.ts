import type { RubricData } from '@tumstock/rubric/contract'
import type { LoadedPlugin, OpenPlugin } from '@tumstock/rubric/load'
import Fastify from 'fastify'
import type { Context, Installation } from './context.ts'
import type { OpenDatabase } from './db/open.ts'
import { queueOf } from './jobs/queue.ts'
import { liveHere } from './live/live.ts'
import type { PlatformRole } from './policy.ts'
import { registryOf } from './rubrics/registry.ts'

export const NOON = '2014-06-01T12:00:00.000Z'

/** An installation on a test's database, at noon on a day in 2014. */
export const installationOn = (
  { db, dialect }: Pick<OpenDatabase, 'db' | 'dialect'>,
  plugins: readonly OpenPlugin[] = [],
): Installation => ({
  db,
  dialect,
  rubrics: registryOf(plugins),
  jobs: queueOf({ now: () => NOON }),
  live: liveHere(),
  address: () => 'https://tumstock.example',
  sendsMail: false,
  dataDir: '',
  demo: false,
  signIn: { twoFactorFor: [], provider: null },
  log: Fastify().log,
  now: () => NOON,
})

/** A plugin of one edition without functions. */
export const pluginOf = (rubric: RubricData, more: Partial<LoadedPlugin> = {}): LoadedPlugin => ({
  id: rubric.id,
  folder: `plugins/${rubric.id}`,
  editions: [{ rubric, functions: [], functionsHash: null, problems: [], locales: {} }],
  rounds: [],
  call: async () => [],
  close: async () => undefined,
  ...more,
})

/** Somebody of this role, who has just signed in; of organisation `ks` unless another is named. */
export function asRole(installation: Installation, role: PlatformRole, organisation = 'ks'): Context {
  if (role === 'anonymous') return { ...installation, role, user: null, organisation: null, session: null }
  const user = { id: `${role} of ${organisation}`, name: role, email: `${role}@test.example` }
  const session = { id: `session of ${user.id}`, createdAt: installation.now(), person: user, role }
  return { ...installation, role, user, organisation: { id: organisation, name: organisation }, session }
}

type Refused = { reason?: { code: string } }

/** Why a request was refused; undefined when it was not. */
export const refusalOf = (request: Promise<unknown>): Promise<string | undefined> =>
  request.then(
    () => undefined,
    (error: Refused & { cause?: Refused }) => (error.reason ?? error.cause?.reason)?.code ?? String(error),
  )
