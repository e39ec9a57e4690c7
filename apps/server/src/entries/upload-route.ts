import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { drain, ONE_FILE, refuseCut, sentFile } from '../http/sent-file.ts'
import { may } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { platformStanding } from '../standing.ts'
import { isStorableText } from '../storable.ts'
import { keepUpload } from './uploads.ts'

/** `POST /api/upload`, one file as multipart form data; gives the id that `entries.preview` takes. */
export async function uploadRoutes(
  fastify: FastifyInstance,
  { contextOf }: { contextOf: (request: FastifyRequest) => Promise<Context> },
): Promise<void> {
  await fastify.register(multipart, ONE_FILE)
  fastify.post('/api/upload', async (request, reply) => {
    const ctx = await contextOf(request)
    if (!may(platformStanding(ctx), 'entries.upload')) {
      await drain(request)
      throw ctx.user
        ? new Refusal('not-allowed', `The role ${ctx.role} may not upload files.`)
        : new Refusal('sign-in-needed', 'Sign in first.')
    }
    const file = await sentFile(request, async part => {
      const bytes = await part.toBuffer()
      refuseCut(part)
      return {
        fileName: isStorableText(part.filename) ? part.filename || 'file' : 'file',
        contentType: part.mimetype,
        bytes,
      }
    })
    return reply.code(201).send(await keepUpload(ctx, file))
  })
}
