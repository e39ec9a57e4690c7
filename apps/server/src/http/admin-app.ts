import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const NOT_BUILT =
  'The admin app has not been built. Run `pnpm start` in the root folder, which builds and starts.\n'

/** The built admin app: files under /assets never change, any other address is the app's own to route. */
export async function adminApp(fastify: FastifyInstance, { folder }: { folder: string }): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built)
    await fastify.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const forever = path.startsWith(join(folder, 'assets'))
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  fastify.setNotFoundHandler(async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || isFile(request.url))
      return reply.code(404).send({ code: 'not-found', message: `There is nothing at ${request.url}.` })
    return built ? reply.sendFile('index.html') : reply.code(503).type('text/plain').send(NOT_BUILT)
  })
}

/** A missing file is a 404 and not the app, which a browser would refuse as a script anyway. */
const isFile = (url: string): boolean =>
  /^\/assets\/|\.(js|css|map|png|svg|ico|json|txt|woff2)(\?|$)/.test(url)
