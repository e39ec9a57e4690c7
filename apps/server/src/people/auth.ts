import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { organization } from 'better-auth/plugins/organization'
import { audited } from '../audit/service.ts'
import type { Installation } from '../context.ts'

const HOUR = 3600
export const MIN_PASSWORD = 12

export type AuthOptions = {
  secret: string
  /** The address that people use; without it, the one that the request came to. */
  publicUrl: string | undefined
}

/** Passwords, sessions and organisations. Sign-up is closed: people are added by an administrator. */
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
    user: { additionalFields: { role: { type: 'string', input: false, defaultValue: 'viewer' } } },
    session: { expiresIn: 7 * 24 * HOUR, updateAge: HOUR },
    databaseHooks: {
      session: {
        create: {
          after: async session => {
            const user = { id: session.userId, name: '', email: '' }
            await audited({ db, dialect, now, user }, 'people.signIn', async () => ({
              subject: `person/${session.userId}`,
              result: undefined,
            }))
          },
        },
      },
    },
    advanced: {
      database: { generateId: () => randomUUID() },
      useSecureCookies: options.publicUrl?.startsWith('https:') ?? false,
    },
    // Sign-in has a limit of its own, per person and per address (http/sign-in-limit.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [organization({ allowUserToCreateOrganization: false })],
  })
}

export type Auth = ReturnType<typeof createAuth>
