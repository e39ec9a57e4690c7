import type { RubricData } from '@tumstock/rubric/contract'
import type { LoadedPlugin } from '@tumstock/rubric/load'
import Fastify from 'fastify'
import type { Context, Installation } from '../context.ts'
import type { TestDatabase } from '../db/each-dialect.ts'
import { type Queue, queueOf } from '../jobs/queue.ts'
import { liveHere } from '../live/live.ts'
import { configureRound } from '../rounds/configure.ts'
import { createRound } from '../rounds/drafts.ts'
import { openRound } from '../rounds/open-round.ts'
import { registryOf } from '../rubrics/registry.ts'
import { sampleRubric } from './sample-rubric.ts'

export type Scene = {
  installation: Installation
  /** For tests that run jobs. */
  queue: Queue
  organiser: Context
  /** Of another organisation. */
  rival: Context
  stranger: Context
  /** The id of an open round of 1 January 2014. */
  openedRound: (title?: string) => Promise<string>
}

export type SceneOptions = {
  rubric?: RubricData
  plugin?: Partial<LoadedPlugin>
  edition?: Partial<LoadedPlugin['editions'][number]>
  dataDir?: string
}

/** A database with one small award loaded, an organiser who runs it, and others who look on. */
export const sceneOf = (database: TestDatabase, options: SceneOptions = {}): Scene => {
  const rubric = options.rubric ?? sampleRubric
  const edition = {
    rubric,
    functions: [],
    functionsHash: null,
    problems: [],
    locales: {},
    ...options.edition,
  }
  const plugin: LoadedPlugin = {
    id: rubric.id,
    folder: '',
    editions: [edition],
    rounds: [],
    call: async () => [],
    close: async () => {},
    ...options.plugin,
  }
  let minute = 0
  const now = () => new Date(Date.UTC(2014, 5, 1, 12, minute++)).toISOString()
  const queue = queueOf({ now })
  const installation: Installation = {
    db: database.db,
    dialect: database.dialect,
    rubrics: registryOf([plugin]),
    jobs: queue,
    live: liveHere(),
    address: () => 'https://tumstock.example',
    sendsMail: false,
    dataDir: options.dataDir ?? '',
    demo: false,
    signIn: { twoFactorFor: [], provider: null },
    log: Fastify().log,
    now,
  }
  const person = (id: string): Context => ({
    ...installation,
    user: { id, name: id, email: `${id}@tumstock.example` },
    role: 'organiser',
    organisation: { id: `organisation-of-${id}`, name: id },
  })
  const organiser = person('organiser')
  return {
    installation,
    queue,
    organiser,
    rival: person('rival'),
    stranger: { ...installation, user: null, role: 'anonymous', organisation: null },
    openedRound: async (title = 'Open hall 2014') => {
      const { id } = await createRound(organiser, {
        from: { edition: `${rubric.id}@${rubric.edition}` },
        title,
      })
      await configureRound(organiser, { id, version: 1, patch: { referenceDate: '2014-01-01' } })
      await openRound(organiser, { id, version: 2 })
      return id
    },
  }
}
