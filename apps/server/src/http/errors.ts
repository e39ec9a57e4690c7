import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { REFUSALS, Refusal } from '../refusal.ts'
import { BODY_LIMIT } from './body-limit.ts'

const STATUS: Record<(typeof REFUSALS)[keyof typeof REFUSALS], number> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
}

const LIMIT = BODY_LIMIT / 1024 / 1024

/** An address that cannot be read: no route is found, and no hook has set the headers. */
export const answerBadAddress = (error: FastifyError, _: FastifyRequest, reply: FastifyReply): void => {
  reply
    .code(error.statusCode ?? 400)
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    .header('x-content-type-options', 'nosniff')
    .send({ code: 'bad-input', message: 'This address cannot be read.' })
}

/** Every error outside tRPC leaves as one line and a code; what we did not foresee goes to the log and is not shown. */
export function answerErrors(fastify: FastifyInstance): void {
  fastify.setErrorHandler<FastifyError>(async (error, request, reply) => {
    if (error instanceof Refusal) return reply.code(STATUS[REFUSALS[error.reason.code]]).send(error.reason)
    const status = error.statusCode ?? 500
    if (status >= 500) {
      request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
      return reply
        .code(500)
        .send({ code: 'internal', message: 'Something went wrong here; it is in the log.' })
    }
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
      return reply.code(413).send({
        code: 'too-large',
        message: `The request is larger than ${LIMIT} MB, the most that is taken.`,
      })
    const code = status === 413 ? 'too-large' : status === 429 ? 'too-many' : 'bad-input'
    return reply.code(status).send({ code, message: error.message })
  })
}
