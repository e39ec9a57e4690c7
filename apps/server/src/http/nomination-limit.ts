import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const WINDOW = '10 minutes'
/** Nominations from one address: each writes a letter to whomever it names. An office still gets its own through. */
const PER_ADDRESS = 20
const NOMINATE = 'nominations.nominate'

/** Slows down those who would send letters through the nomination form. A batch counts by what it holds. */
export function limitNominations(fastify: FastifyInstance, prefix: string) {
  const limit = fastify.createRateLimit({
    max: PER_ADDRESS,
    timeWindow: WINDOW,
    keyGenerator: ({ ip }) => ip,
  })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    for (let left = nominationsIn(request.url, prefix); left > 0; left--) {
      const used = await limit(request)
      if (used.isAllowed || !used.isExceeded) continue
      const message = `Too many nominations from here. Try again in ${used.ttlInSeconds} seconds.`
      await reply.code(429).header('retry-after', used.ttlInSeconds).send({ code: 'too-many', message })
      return
    }
  }
}

/** How many of a request's calls nominate: their names stand in its path, joined by commas. */
const nominationsIn = (url: string, prefix: string): number => {
  const [path = ''] = url.split('?')
  if (!path.startsWith(`${prefix}/`)) return 0
  return decodeURIComponent(path.slice(prefix.length + 1))
    .split(',')
    .filter(name => name === NOMINATE).length
}
