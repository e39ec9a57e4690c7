import { finished } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { may } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { platformStanding } from '../standing.ts'
import { isStorableText } from '../storable.ts'
import { keepUpload } from './uploads.ts'

export const MAX_UPLOAD = 20 * 1024 * 1024
/** Room for the parts' headers around the file. */
const ENVELOPE = 64 * 1024

const tooLarge = () =>
  new Refusal(
    'too-large',
    `The file is larger than ${MAX_UPLOAD / 1024 / 1024} MB, the most that is taken. Nothing was stored.`,
  )

/** The parser's own errors are about what was sent; all that reaches it is what the client said. */
const refuseForm = (error: Error & { code?: string }): never => {
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge()
  throw new Refusal(
    'bad-input',
    `The form cannot be read, or broke off: ${error.message}. Nothing was stored.`,
  )
}

/** Reads what is left of a body to nowhere: a client that is still sending would miss the answer. */
const drain = async (request: FastifyRequest): Promise<void> => {
  request.raw.resume()
  await finished(request.raw, { writable: false }).catch(() => undefined)
}

/** `POST /api/upload`, one file as multipart form data; gives the id that `entries.preview` takes. */
export async function uploadRoutes(
  fastify: FastifyInstance,
  { contextOf }: { contextOf: (request: FastifyRequest) => Promise<Context> },
): Promise<void> {
  await fastify.register(multipart, {
    limits: { files: 1, fields: 5, fileSize: MAX_UPLOAD },
    throwFileSizeLimit: true,
  })
  fastify.post('/api/upload', async (request, reply) => {
    const ctx = await contextOf(request)
    if (!may(platformStanding(ctx), 'entries.upload')) {
      await drain(request)
      throw ctx.user
        ? new Refusal('not-allowed', `The role ${ctx.role} may not upload files.`)
        : new Refusal('sign-in-needed', 'Sign in first.')
    }
    if (Number(request.headers['content-length'] ?? 0) > MAX_UPLOAD + ENVELOPE) {
      await drain(request)
      throw tooLarge()
    }
    if (!request.isMultipart())
      throw new Refusal('bad-input', 'Send one file as multipart/form-data, in a part named "file".')
    const part = await request.file().catch(refuseForm)
    if (!part) throw new Refusal('bad-input', 'The form holds no file.')
    const bytes = await part.toBuffer().catch(refuseForm)
    // The parser cuts a file at the limit and does not always throw: half a file must never pass for a whole one.
    if (part.file.truncated) throw tooLarge()
    const kept = await keepUpload(ctx, {
      fileName: isStorableText(part.filename) ? part.filename || 'file' : 'file',
      contentType: part.mimetype,
      bytes,
    })
    return reply.code(201).send(kept)
  })
}
