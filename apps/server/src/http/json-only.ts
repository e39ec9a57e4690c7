import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Beneath `prefix`, a body is JSON and nothing else. A form is what another site's page can send without asking, and its
 * bytes would reach the procedures unread and of any size.
 */
export const jsonOnly = (prefix: string) => async (request: FastifyRequest, reply: FastifyReply) => {
  const type = request.headers['content-type']
  if (type === undefined || !request.url.startsWith(prefix) || /^application\/json\s*(;|$)/i.test(type))
    return
  await reply.code(415).send({ code: 'bad-input', message: 'Send JSON, as application/json.' })
}
