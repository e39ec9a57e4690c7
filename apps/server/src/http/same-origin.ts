import type { FastifyReply, FastifyRequest } from 'fastify'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses a change that another site's page asks for with the visitor's cookie. A browser says where a request comes
 * from; a program without a browser sends neither header, and no cookie that it was not given.
 */
export const sameOrigin = (publicUrl: string | undefined) => {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (SAFE.includes(request.method)) return
    const { origin, host } = request.headers
    const site = request.headers['sec-fetch-site']
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
    if (!foreignSite && (origin === undefined || isHost(origin, publicHost ?? host))) return
    await reply
      .code(403)
      .send({ code: 'not-allowed', message: 'A change has to come from this site itself.' })
  }
}

const isHost = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host
