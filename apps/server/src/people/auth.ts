import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins/magic-link'
import { organization } from 'better-auth/plugins/organization'
import type { Oidc } from '../config.ts'
import type { Installation } from '../context.ts'
import { identityProvider } from './identity-provider.ts'
import { setOrganisationNumber } from './queries.ts'
import { secondFactor } from './second-factor.ts'
import { signInJournal } from './sign-in-journal.ts'

const HOUR = 3600
export const MIN_PASSWORD = 12

export type AuthOptions = {
  secret: string
  /** The address that people use; without it, the one that the request came to. */
  publicUrl: string | undefined
  oidc: Oidc | undefined
}

/**
 * Passwords, links, the second factor, an identity provider, sessions and organisations. Sign-up is closed: people are
 * added by an administrator, or invited to a round.
 */
export function createAuth(installation: Pick<Installation, 'db' | 'dialect' | 'now'>, options: AuthOptions) {
  const { db, dialect, now } = installation
  return betterAuth({
    appName: 'Tumstock',
    basePath: '/api/auth',
    secret: options.secret,
    ...(options.publicUrl !== undefined && { baseURL: options.publicUrl }),
    // "sqlite" makes it store times as text and flags as 0/1, which is what our tables hold in either database.
    database: { db, type: 'sqlite', transaction: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: MIN_PASSWORD },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'viewer' },
        organisationNumber: { type: 'string', input: false, required: false },
      },
      // The one place that has both the claims and the person whom they are of; it refuses nobody.
      validateUserInfo: async ({ user: { id, organisationNumber } }) => {
        if (id !== undefined) await setOrganisationNumber(db, { id, number: textOf(organisationNumber) })
      },
    },
    account: {
      // What the provider's tokens open is none of our business: they are not kept.
      updateAccountOnSignIn: false,
    },
    session: { expiresIn: 7 * 24 * HOUR, updateAge: HOUR },
    databaseHooks: {
      account: { create: { before: async account => ({ data: { ...account, ...NO_TOKENS } }) } },
    },
    advanced: {
      database: { generateId: () => randomUUID() },
      useSecureCookies: options.publicUrl?.startsWith('https:') ?? false,
      ipAddress: { disableIpTracking: true },
    },
    // Sign-in has a limit of its own, per person and per address (http/sign-in-limit.ts).
    rateLimit: { enabled: false },
    onAPIError: { errorURL: '/sign-in' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      organization({ allowUserToCreateOrganization: false }),
      magicLink({ storeToken: 'hashed', disableSignUp: true, sendMagicLink: sentElsewhere }),
      identityProvider(options.oidc),
      secondFactor(),
      signInJournal({ db, dialect, now }),
    ],
  })
}

/** Links are made and sent by `send-sign-in-link.ts`; here they are only taken. */
const sentElsewhere = () => {
  throw new Error('Sign-in links are not sent from here.')
}

const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null }

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export type Auth = ReturnType<typeof createAuth>
