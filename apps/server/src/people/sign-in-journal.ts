import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware, isAPIError } from 'better-auth/api'
import { endOthers } from '../account/sessions.ts'
import { type Audited, audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { CHALLENGE, FACTOR_PATHS, FIRST_FACTORS } from './second-factor.ts'

type AfterContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]
type House = Pick<Context, 'db' | 'dialect' | 'now'>

/**
 * Writes down who came in, who failed at the second factor, and who turned it on or off. Stands after the second factor
 * among the plugins: that one takes back a session that is still to be proven.
 */
export const signInJournal = (house: House) =>
  ({
    id: 'sign-in-journal',
    hooks: {
      after: [
        {
          matcher: ({ path }) => FIRST_FACTORS.has(path ?? ''),
          handler: createAuthMiddleware(async ({ context: { newSession } }) => {
            if (newSession) await write(house, 'people.signIn', newSession.user.id)
          }),
        },
        {
          matcher: ({ path }) => FACTOR_PATHS.has(path ?? ''),
          handler: createAuthMiddleware(ctx => secondFactorAsked(house, ctx)),
        },
        {
          matcher: ({ path }) => path === '/two-factor/disable',
          handler: createAuthMiddleware(async ({ context: { newSession } }) => {
            if (newSession) await write(house, 'account.disableTwoFactor', newSession.user.id)
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin

/** A code was given: on the way in, where the browser holds a challenge, or to turn the second factor on. */
async function secondFactorAsked(house: House, ctx: AfterContext): Promise<void> {
  const { newSession, returned, internalAdapter, createAuthCookie, secret } = ctx.context
  const challenge = await ctx.getSignedCookie(createAuthCookie(CHALLENGE).name, secret)
  if (newSession && challenge) return write(house, 'people.signIn', newSession.user.id)
  if (newSession)
    // Sessions from before have not shown the second factor.
    return write(house, 'account.enableTwoFactor', newSession.user.id, async tx =>
      endOthers(tx, { userId: newSession.user.id, kept: newSession.session.id }),
    )
  const challenged = challenge ? await internalAdapter.findVerificationValue(challenge) : null
  if (challenged && isAPIError(returned)) await write(house, 'people.failSecondFactor', challenged.value)
}

const write = (house: House, action: string, person: string, change = async (_: Tx): Promise<unknown> => 0) =>
  audited(
    { ...house, user: { id: person, name: '', email: '' } },
    action,
    async (tx): Promise<Audited<void>> => {
      await change(tx)
      return { subject: `person/${person}`, result: undefined }
    },
  )
