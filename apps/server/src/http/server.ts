import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Installation } from '../context.ts'
import { uploadRoutes } from '../entries/upload-route.ts'
import { evidenceRoutes } from '../evidence/routes.ts'
import { openDataRoutes } from '../open-data/routes.ts'
import type { Auth } from '../people/auth.ts'
import { contextFor } from '../people/request-context.ts'
import { type AppRouter, appRouter } from '../router.ts'
import { adminApp } from './admin-app.ts'
import { headersOf } from './auth-call.ts'
import { authRoutes } from './auth-routes.ts'
import { answerErrors } from './errors.ts'
import { securityHeaders } from './headers.ts'
import { jsonOnly } from './json-only.ts'
import { limitNominations } from './nomination-limit.ts'
import { sameOrigin } from './same-origin.ts'
import { secondFactorRoutes } from './second-factor-routes.ts'

export type Wiring = {
  installation: Installation
  auth: Auth
  publicUrl: string | undefined
  /** Where Vite has put the admin app. */
  adminFolder: string
}

const TRPC = '/api/trpc'
/** Calls in one request; a screen asks for a handful. */
const MAX_BATCH = 100

/** What people see is theirs alone; the open data says otherwise for itself. */
const notKept = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
}

/** Registers everything that answers over HTTP. */
export async function wire(fastify: FastifyInstance, wiring: Wiring): Promise<void> {
  const { installation, auth, publicUrl } = wiring
  answerErrors(fastify)
  await fastify.register(helmet, securityHeaders(publicUrl))
  await fastify.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  await fastify.register(rateLimit, { global: false })
  fastify.addHook('onRequest', sameOrigin(publicUrl))
  fastify.addHook('onRequest', jsonOnly(TRPC))
  fastify.addHook('onRequest', notKept)
  fastify.addHook('onRequest', limitNominations(fastify, TRPC))
  await fastify.register(authRoutes, { auth, installation })
  await fastify.register(secondFactorRoutes, { auth, installation })
  await fastify.register(fastifyTRPCPlugin, {
    prefix: TRPC,
    trpcOptions: {
      router: appRouter,
      maxBatchSize: MAX_BATCH,
      createContext: ({ req }) => contextFor(installation, auth, headersOf(req)),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          fastify.log.error({ err: error.cause ?? error, path }, 'procedure failed')
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  })
  const contextOf = (request: FastifyRequest) => contextFor(installation, auth, headersOf(request))
  await fastify.register(uploadRoutes, { contextOf })
  await fastify.register(evidenceRoutes, { contextOf })
  await fastify.register(openDataRoutes, { installation })
  await fastify.register(adminApp, { folder: wiring.adminFolder })
}
