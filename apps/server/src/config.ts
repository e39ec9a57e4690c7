import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Smtp } from './mail/mailer.ts'
import { GIVEN_ROLES, type GivenRole } from './people/given-roles.ts'
import { StartupError } from './startup-error.ts'

/** The only file that reads `process.env`. */

const port = z.coerce
  .number('PORT must be a number')
  .int('PORT must be a whole number')
  .min(0, 'PORT must be 0 or more')
  .max(65_535, 'PORT must be at most 65535')

const TWO_FACTOR_ALLOWED = `REQUIRE_TWO_FACTOR lists roles with commas between; allowed: ${GIVEN_ROLES.join(', ')}`

const environment = z.object({
  PORT: port.default(4500),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL must start with postgres://' })
    .optional(),
  BETTER_AUTH_SECRET: z.string().min(32, 'BETTER_AUTH_SECRET must have 32 characters or more').optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL must be an http or https address' })
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'SMTP_URL must start with smtp:// or smtps://' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\p{Cc}]* <)?[^\s<>@,]+@[^\s<>@,]+>?$/u,
      'MAIL_FROM must be an address, or a name and <address>',
    )
    .optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'OIDC_ISSUER must be an http or https address' })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'OIDC_NAME must have 60 characters or fewer').optional(),
  OIDC_ORGANISATION_CLAIM: z.string().optional(),
  REQUIRE_TWO_FACTOR: z
    .string()
    .default('')
    .transform(list => list.split(',').flatMap(role => role.trim() || []))
    .pipe(z.array(z.enum(GIVEN_ROLES, TWO_FACTOR_ALLOWED))),
})

/** The organisation's own identity provider. */
export type Oidc = {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button says. */
  name: string
  /** The claim that holds the number of the person's organisation. */
  organisationClaim: string | undefined
}

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  secret: string | undefined
  /** The address that people use, where a proxy stands in front. */
  publicUrl: string | undefined
  /** The server that sends letters, and who they are from; without it they stay in the outbox. */
  smtp: Smtp | undefined
  oidc: Oidc | undefined
  /** Platform roles that need a second factor. */
  requireTwoFactor: readonly GivenRole[]
  demo: boolean
  /** One folder per plugin. */
  pluginsDir: string
}

/** @throws StartupError with one line for the operator */
export function readConfig(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Config {
  const stranger = args.find(arg => arg !== '--no-demo' && arg !== '--')
  if (stranger !== undefined) throw new StartupError(`Unknown option ${stranger}. Allowed: --no-demo.`)
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(set)
  if (!read.success) throw new StartupError(read.error.issues.map(issue => `${issue.message}.`).join(' '))
  const { PORT, HOST, DATA_DIR, DATABASE_URL, BETTER_AUTH_SECRET, PUBLIC_URL } = read.data
  const { SMTP_URL, MAIL_FROM } = read.data
  if ((SMTP_URL === undefined) !== (MAIL_FROM === undefined))
    throw new StartupError('SMTP_URL and MAIL_FROM belong together: set both, or neither.')
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    secret: BETTER_AUTH_SECRET,
    publicUrl: PUBLIC_URL,
    smtp: SMTP_URL !== undefined && MAIL_FROM !== undefined ? { url: SMTP_URL, from: MAIL_FROM } : undefined,
    oidc: oidcIn(read.data),
    requireTwoFactor: read.data.REQUIRE_TWO_FACTOR,
    demo: !args.includes('--no-demo'),
    pluginsDir: fileURLToPath(new URL('../../../plugins', import.meta.url)),
  }
}

function oidcIn(read: z.infer<typeof environment>): Oidc | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new StartupError(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all, or none.',
    )
  const { OIDC_NAME: name = new URL(issuer).host, OIDC_ORGANISATION_CLAIM: organisationClaim } = read
  return { issuer, clientId, clientSecret, name, organisationClaim }
}

/** A PostgreSQL server on which tests may make databases. */
export const testDatabaseUrl = (): string | undefined => process.env.TEST_DATABASE_URL
