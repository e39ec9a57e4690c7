import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Auth } from '../people/auth.ts'
import { CHALLENGE } from '../people/second-factor.ts'
import { Refusal } from '../refusal.ts'

/** A request to better-auth, made from one that came in. */
export type Call = {
  /** Beneath /api/auth, in better-auth's own words. */
  path: string
  method?: 'GET' | 'POST'
  body?: object
  /** Whether the session or the challenge of a second factor is shown; each where it is asked for alone. */
  showing?: 'session' | 'challenge' | 'all'
}

export type Said = { response: Response; body: Record<string, unknown> }

/** Asks better-auth, and hands its cookies on. What it says stays here: it would tell the session's token. */
export async function callAuth(
  auth: Auth,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { path, method = 'POST', body, showing = 'all' }: Call,
): Promise<Said> {
  const url = `${request.protocol}://${request.host}/api/auth${path}`
  if (!URL.canParse(url)) throw new Refusal('bad-input', 'The Host header is no host.')
  const headers = headersOf(request)
  headers.set('cookie', cookies(headers.get('cookie') ?? '', showing))
  const said = { method, headers, ...(body && { body: JSON.stringify(body) }) }
  const response = await auth.handler(new Request(url, said))
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  const text = await response.text()
  return { response, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
}

const cookies = (all: string, showing: NonNullable<Call['showing']>): string =>
  all
    .split('; ')
    .filter(cookie => {
      const challenge = cookie.slice(0, cookie.indexOf('=')).endsWith(`.${CHALLENGE}`)
      return showing === 'all' || challenge === (showing === 'challenge')
    })
    .join('; ')

/** Headers as the web's own type; of the body only its kind is kept, since it is written anew. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== 'content-length' && name !== 'transfer-encoding')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  return headers
}
