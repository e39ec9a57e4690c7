import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Auth } from '../people/auth.ts'
import { Refusal } from '../refusal.ts'
import { limitSignIn } from './sign-in-limit.ts'

/** What of better-auth the outside may call. All else goes through procedures, where the policy and the log are. */
const OPEN = [
  { method: 'GET', path: '/get-session' },
  { method: 'POST', path: '/sign-out' },
  { method: 'POST', path: '/change-password' },
] as const

export async function authRoutes(fastify: FastifyInstance, { auth }: { auth: Auth }): Promise<void> {
  const handle = (request: FastifyRequest, reply: FastifyReply) => pass(auth, request, reply)
  for (const { method, path } of OPEN) fastify.route({ method, url: `/api/auth${path}`, handler: handle })
  fastify.post('/api/auth/sign-in/email', { preHandler: limitSignIn(fastify) }, handle)
}

async function pass(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const url = `${request.protocol}://${request.host}${request.url}`
  if (!URL.canParse(url)) throw new Refusal('bad-input', 'The Host header is no host.')
  const response = await auth.handler(
    new Request(url, {
      method: request.method,
      headers: headersOf(request),
      ...(request.body != null && { body: JSON.stringify(request.body) }),
    }),
  )
  reply.code(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  await reply.send(await response.text())
}

/** Headers as the web's own type; of the body only its kind is kept, since it is written anew. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== 'content-length' && name !== 'transfer-encoding')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  return headers
}
