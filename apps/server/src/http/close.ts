import type { FastifyInstance } from 'fastify'

/** Milliseconds for what is under way. */
const GRACE = 10_000

/** Lets what is under way finish, and hangs up on who has nothing more to say or takes too long. */
export async function closeServer(fastify: FastifyInstance): Promise<void> {
  const closed = fastify.close()
  // A connection whose answer goes out after this moment would be kept for its next request, over a minute.
  const idle = setInterval(() => fastify.server.closeIdleConnections(), 50)
  const late = setTimeout(() => fastify.server.closeAllConnections(), GRACE)
  await closed.finally(() => {
    clearInterval(idle)
    clearTimeout(late)
  })
}
