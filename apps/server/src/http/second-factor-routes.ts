import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { mustBeRecent } from '../account/recent.ts'
import type { Installation } from '../context.ts'
import type { Auth } from '../people/auth.ts'
import { contextFor } from '../people/request-context.ts'
import { type Call, callAuth, headersOf, type Said } from './auth-call.ts'
import { refuse } from './auth-refusals.ts'
import { bodyOf } from './body-of.ts'
import { limitSignIn } from './sign-in-limit.ts'

type Wiring = { auth: Auth; installation: Installation }

/** Who has a password says it again; who has none, nothing. */
const password = z.strictObject({ password: z.string().max(128).optional() })
const code = z.strictObject({ code: z.string().max(20) })

/** Setting up one's own second factor. Here and not among the procedures, since it changes the session's cookie. */
export async function secondFactorRoutes(
  fastify: FastifyInstance,
  { auth, installation }: Wiring,
): Promise<void> {
  const limited = { preHandler: limitSignIn(fastify) }
  type Ask = { call: Call; answer: (body: Said['body']) => object }
  const own = async (request: FastifyRequest, reply: FastifyReply, { call, answer }: Ask) => {
    const said = await callAuth(auth, { request, reply }, { ...call, showing: 'session' })
    return said.response.ok ? answer(said.body) : refuse(reply, said)
  }
  /** What would undo the second factor is for somebody who has just shown it. */
  const recent = {
    preHandler: [
      limitSignIn(fastify),
      async (request: FastifyRequest) =>
        mustBeRecent(await contextFor(installation, auth, headersOf(request))),
    ],
  }

  fastify.post('/api/auth/second-factor/begin', limited, (request, reply) =>
    own(request, reply, {
      call: { path: '/two-factor/enable', body: bodyOf(request, password) },
      answer: ({ totpURI, backupCodes }) => ({ uri: totpURI, backupCodes }),
    }),
  )
  fastify.post('/api/auth/second-factor/confirm', limited, (request, reply) =>
    own(request, reply, {
      call: { path: '/two-factor/verify-totp', body: bodyOf(request, code) },
      answer: () => ({}),
    }),
  )
  fastify.post('/api/auth/second-factor/codes', recent, (request, reply) =>
    own(request, reply, {
      call: { path: '/two-factor/generate-backup-codes', body: bodyOf(request, password) },
      answer: ({ backupCodes }) => ({ backupCodes }),
    }),
  )
  fastify.post('/api/auth/second-factor/end', recent, (request, reply) =>
    own(request, reply, {
      call: { path: '/two-factor/disable', body: bodyOf(request, password) },
      answer: () => ({}),
    }),
  )
}
