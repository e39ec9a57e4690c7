import type { FastifyBaseLogger } from 'fastify'
import type { Db, OpenDatabase } from './db/open.ts'
import type { Jobs } from './jobs/queue.ts'
import type { Live } from './live/live.ts'
import type { GivenRole } from './people/given-roles.ts'
import type { Place } from './place.ts'
import type { PlatformRole } from './policy.ts'
import type { RubricRegistry } from './rubrics/registry.ts'

/** What the process has, whoever asks. */
export type Installation = {
  db: Db
  dialect: OpenDatabase['dialect']
  rubrics: RubricRegistry
  /** Work that goes on after the request that asked for it. */
  jobs: Jobs
  /** Who looks on hears of changes. */
  live: Live
  /** Where people reach it, for the links in letters: `https://tumstock.example`. */
  address: () => string
  /** True where an SMTP server sends letters; else they are kept in the outbox. */
  sendsMail: boolean
  /** Uploads and secrets lie here. */
  dataDir: string
  /** True while the demo sign-ins work. */
  demo: boolean
  signIn: {
    /** Roles in the installation that need a second factor. */
    twoFactorFor: readonly GivenRole[]
    /** What the identity provider is called; null without one. */
    provider: string | null
  }
  log: FastifyBaseLogger
  /** ISO-8601 UTC. */
  now: () => string
}

export type Person = {
  id: string
  name: string
  email: string
  /** True when they signed in with a second factor; absent = without. */
  secondFactor?: boolean
}

/** A sign-in. It can be of somebody who is nobody yet, for want of a second factor. */
export type Session = { id: string; createdAt: string; person: Person; role: GivenRole }

/** One request: the installation, and who asks. */
export type Context = Installation & {
  user: Person | null
  role: PlatformRole
  organisation: { id: string; name: string } | null
  session?: Session | null | undefined
  /** Where the request acts, found and allowed before its procedure runs; absent where none is named. */
  place?: Place | null | undefined
  /** The same request asked anew, for what lasts: the session may have ended since. */
  again?: (() => Promise<Context>) | undefined
}

/** The installation acting by itself, at start-up. */
export const asItself = (installation: Installation): Context => ({
  ...installation,
  user: null,
  role: 'admin',
  organisation: null,
})
