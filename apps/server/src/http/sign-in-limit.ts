import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const WINDOW = '1 minute'
/** Guesses at one person's password from one address. */
const PER_PERSON = 10
/** One password tried on many people; an office behind one address still gets in. */
const PER_ADDRESS = 100

/** Slows down guessing. Runs once the body is parsed, so that a person can be told from another. */
export function limitSignIn(fastify: FastifyInstance) {
  const limits = [
    fastify.createRateLimit({ max: PER_ADDRESS, timeWindow: WINDOW, keyGenerator: ({ ip }) => ip }),
    fastify.createRateLimit({ max: PER_PERSON, timeWindow: WINDOW, keyGenerator: personOf }),
  ]
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    for (const limit of limits) {
      const used = await limit(request)
      if (used.isAllowed || !used.isExceeded) continue
      const message = `Too many sign-in attempts. Try again in ${used.ttlInSeconds} seconds.`
      await reply.code(429).header('retry-after', used.ttlInSeconds).send({ code: 'too-many', message })
      return
    }
  }
}

/** Whose secret is guessed at: by address, by link, or by what the browser holds of a sign-in that is under way. */
const personOf = ({ ip, body, headers }: FastifyRequest): string => {
  const named = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const who = named.email ?? named.token ?? headers.cookie ?? ''
  return `${ip} ${String(who).toLowerCase()}`
}
