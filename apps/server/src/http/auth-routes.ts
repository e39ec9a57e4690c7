import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Installation } from '../context.ts'
import { LETTER_LANGUAGES } from '../mail/letters/letters.ts'
import type { Auth } from '../people/auth.ts'
import { OIDC } from '../people/identity-provider.ts'
import { sendSignInLink } from '../people/send-sign-in-link.ts'
import { type Call, callAuth } from './auth-call.ts'
import { refuse } from './auth-refusals.ts'
import { bodyOf } from './body-of.ts'
import { limitSignIn } from './sign-in-limit.ts'

type Wiring = { auth: Auth; installation: Installation }

const email = z.email('not an e-mail address').max(200)
const credentials = z.strictObject({ email, password: z.string().max(128) })
const wish = z.strictObject({ email, language: z.enum(LETTER_LANGUAGES) })
const token = z.strictObject({ token: z.string().max(100) })
const proof = z.union([
  z.strictObject({ code: z.string().max(20) }),
  z.strictObject({ backupCode: z.string().max(40) }),
])
/** An address within this app, never another site. */
const aim = z.strictObject({
  to: z
    .string()
    .max(2000)
    .regex(/^\/(?![/\\])/, 'not an address here'),
})

/** The ways in and out. What they answer holds no token: that is in a cookie which scripts cannot read. */
export async function authRoutes(fastify: FastifyInstance, { auth, installation }: Wiring): Promise<void> {
  const limited = { preHandler: limitSignIn(fastify) }
  const enter = async (request: FastifyRequest, reply: FastifyReply, call: Call) => {
    const said = await callAuth(auth, { request, reply }, call)
    return said.response.ok ? { secondFactor: said.body.twoFactorRedirect === true } : refuse(reply, said)
  }
  const sending = new Set<Promise<void>>()
  fastify.addHook('onClose', async () => void (await Promise.all(sending)))

  fastify.post('/api/auth/sign-in/email', limited, (request, reply) =>
    enter(request, reply, { path: '/sign-in/email', body: bodyOf(request, credentials) }),
  )

  fastify.post('/api/auth/sign-in/link', limited, async (request, reply) => {
    const wanted = bodyOf(request, wish)
    // After the answer, so that neither its words nor its time tell whether there is such a person.
    reply.raw.once('finish', () => {
      const sent = sendSignInLink(installation, wanted)
        .catch((err: unknown) => fastify.log.error({ err }, 'a sign-in link could not be sent'))
        .finally(() => sending.delete(sent))
      sending.add(sent)
    })
    return reply.code(202).send({})
  })

  // A page with a button posts it: what only opens links, such as a mail filter, does not use it up.
  fastify.post('/api/auth/sign-in/link/verify', limited, (request, reply) => {
    const query = new URLSearchParams(bodyOf(request, token))
    return enter(request, reply, { path: `/magic-link/verify?${query}`, method: 'GET' })
  })

  fastify.post('/api/auth/sign-in/second-factor', limited, (request, reply) => {
    const shown = bodyOf(request, proof)
    const [path, code] =
      'code' in shown ? ['verify-totp', shown.code] : ['verify-backup-code', shown.backupCode]
    // Beside a session, a wrong code would cost nothing.
    return enter(request, reply, { path: `/two-factor/${path}`, body: { code }, showing: 'challenge' })
  })

  fastify.post('/api/auth/sign-in/oidc', limited, async (request, reply) => {
    const body = {
      provider: OIDC,
      disableRedirect: true,
      callbackURL: `/sign-in?to=${encoded(bodyOf(request, aim).to)}`,
      errorCallbackURL: '/sign-in',
    }
    const said = await callAuth(auth, { request, reply }, { path: '/sign-in/social', body })
    if (said.response.ok) return { url: said.body.url }
    if (said.response.status === 404)
      fastify.log.error('The identity provider at OIDC_ISSUER does not answer.')
    return refuse(reply, said)
  })

  fastify.get(`/api/auth/callback/${OIDC}`, limited, async (request, reply) => {
    const path = request.url.slice('/api/auth'.length)
    const { response, body } = await callAuth(auth, { request, reply }, { path, method: 'GET' })
    const aimed = response.headers.get('location') ?? '/sign-in?error=failed'
    return reply.redirect(body.twoFactorRedirect === true ? `${aimed}&step=code` : aimed, 302)
  })

  fastify.post('/api/auth/sign-out', async (request, reply) => {
    await callAuth(auth, { request, reply }, { path: '/sign-out', body: {} })
    return {}
  })
}

/** What better-auth takes in an address to come back to is narrower than what an address may hold. */
const encoded = (to: string): string =>
  encodeURIComponent(to).replaceAll(/[~!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
