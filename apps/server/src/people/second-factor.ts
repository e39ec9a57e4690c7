import { twoFactor } from 'better-auth/plugins/two-factor'

/** The cookie of somebody who has shown one factor and is asked for the second. */
export const CHALLENGE = 'two_factor'

/** Where a person comes in with one factor. */
export const FIRST_FACTORS: ReadonlySet<string> = new Set([
  '/sign-in/email',
  '/magic-link/verify',
  '/callback/:id',
])

/** Where the second is shown. */
export const FACTOR_PATHS: ReadonlySet<string> = new Set([
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
])

/** Codes of an authenticator app, and backup codes. People without a password can have it too. */
export function secondFactor() {
  const plugin = twoFactor({ issuer: 'Tumstock', allowPasswordless: true })
  const [{ handler }] = plugin.hooks.after as [(typeof plugin.hooks.after)[number]]
  // As it comes it asks after a password alone: a link or another identity provider would be a way around it.
  const after = [{ matcher: ({ path }: { path?: string }) => FIRST_FACTORS.has(path ?? ''), handler }]
  return { ...plugin, hooks: { after } }
}
