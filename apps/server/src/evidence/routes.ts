import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { uploadPath } from '../entries/uploads.ts'
import { entryHere } from '../entry-here.ts'
import { drain, ONE_FILE, sentFile } from '../http/sent-file.ts'
import { placeFor } from '../place.ts'
import { sees } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { isStorable } from '../storable.ts'
import { addFile, refuseAbout } from './add-evidence.ts'
import { checkFile } from './check-file.ts'
import { asAttachment, cleanName } from './file-name.ts'
import { dropFile, receiveFile } from './keep-file.ts'
import { evidenceById } from './queries.ts'

type Asking = { contextOf: (request: FastifyRequest) => Promise<Context> }

const id = z.string().min(1).max(200)
const about = z.strictObject({
  round: id,
  entry: id,
  question: id,
  layer: z.enum(['claim', 'desk', 'visit']),
})

/** `POST /api/evidence` takes one file, `GET /api/evidence/:id` gives it back to be saved. */
export async function evidenceRoutes(fastify: FastifyInstance, { contextOf }: Asking): Promise<void> {
  await fastify.register(multipart, ONE_FILE)
  fastify.post('/api/evidence', async (request, reply) => {
    const place = await askedFor(await contextOf(request), request.query).catch(drained(request))
    return reply.code(201).send(await take(place, request))
  })
  fastify.get<{ Params: { id: string } }>('/api/evidence/:id', async (request, reply) =>
    give(await contextOf(request), request.params.id, reply),
  )
}

type Asked = { ctx: Context; about: Pick<z.infer<typeof about>, 'question' | 'layer'> }

/** Where the file is for, once the asker may add it there; nothing of it has been read yet. */
async function askedFor(ctx: Context, query: unknown): Promise<Asked> {
  if (!ctx.user) throw new Refusal('sign-in-needed', 'Sign in first.')
  const read = about.safeParse(query)
  if (!read.success || !isStorable(query))
    throw new Refusal('bad-input', 'Name round, entry, question and layer in the address.')
  const { round, entry, question, layer } = read.data
  const place = await placeFor(ctx, ctx.db, 'evidence.add', { round, entry })
  const there = { ...ctx, place }
  await refuseAbout(there, entryHere(there), { question, layer })
  return { ctx: there, about: { question, layer } }
}

async function take({ ctx, about }: Asked, request: FastifyRequest) {
  const file = await sentFile(request, async part => ({
    ...(await receiveFile(ctx, part)),
    fileName: cleanName(part.filename),
    declared: part.mimetype,
  }))
  try {
    const type = await checkFile(file.path, file)
    return await addFile(ctx, entryHere(ctx), { about, file, fileName: file.fileName, type })
  } finally {
    await dropFile(file)
  }
}

/** For a refusal that comes before the file is read. */
const drained =
  (request: FastifyRequest) =>
  async (error: unknown): Promise<never> => {
    await drain(request)
    throw error
  }

/** What does not exist and what must not be known to exist are refused in the same words. */
async function give(ctx: Context, wanted: string, reply: FastifyReply) {
  if (!ctx.user) throw new Refusal('sign-in-needed', 'Sign in first.')
  const nothing = () => new Refusal('not-found', `There is no evidence ${wanted.slice(0, 200)}.`)
  const found = isStorable(wanted) ? await evidenceById(ctx.db, wanted) : undefined
  if (!found || found.uploadId === null || found.contentType === null) throw nothing()
  const { entry } = await placeFor(ctx, ctx.db, 'evidence.read', {
    round: found.roundId,
    entry: found.entryId,
  }).catch((error: unknown) => {
    throw error instanceof Refusal ? nothing() : error
  })
  if (!entry || !sees(entry.standing, `answer.${found.layer}`)) throw nothing()
  const path = uploadPath(ctx.dataDir, found.uploadId)
  // Before the headers: once they are gone, an error can only break off.
  await access(path)
  return reply
    .header('content-type', found.contentType)
    .header('content-disposition', asAttachment(found.fileName ?? 'file'))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .send(createReadStream(path))
}
