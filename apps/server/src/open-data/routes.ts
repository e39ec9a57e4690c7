import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Installation } from '../context.ts'
import { MAX_COMPARED } from '../results/compare.ts'
import { isStorableText, UNSTORABLE } from '../storable.ts'
import { encodingFor, type Packed } from './packed.ts'
import { comparison, nominees, problem, roundList, rubricList, snapshot } from './schemas.ts'
import { OpenData } from './service.ts'

/** The most that PostgreSQL's integer holds. */
const MAX_VERSION = 2_147_483_647
const id = z.string().min(1).max(200).refine(isStorableText, UNSTORABLE)
const versioned = z.strictObject({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_VERSION)
    .optional()
    .describe('A version for good; without it the newest.'),
})
const ids = z
  .string()
  .max(2000)
  .transform(text => [...new Set(text.split(',').filter(part => part !== ''))])
  .pipe(z.array(id).min(1).max(MAX_COMPARED))
  .describe('Ids of published rounds, separated by commas.')

const NOT_THERE = { code: 'not-found', message: 'There is no such published round.' }
const FOR_GOOD = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'public, max-age=0, must-revalidate'

/** Sends packed bytes, or 304 to a client that has them. A round that is not published is answered like one that never was. */
const answer = (
  request: FastifyRequest,
  reply: FastifyReply,
  packed: Packed | null,
  cache = ASK_AGAIN,
): FastifyReply => {
  if (!packed) return reply.code(404).header('cache-control', 'no-store').send(NOT_THERE)
  reply.header('etag', packed.etag).header('cache-control', cache).header('vary', 'accept-encoding')
  reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
  const known = request.headers['if-none-match']?.split(',').map(tag => tag.trim().replace(/^W\//, ''))
  if (known?.some(tag => tag === packed.etag || tag === '*')) return reply.code(304).send()
  const encoding = encodingFor(request.headers['accept-encoding'])
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type(packed.contentType).send(packed.bytes[encoding])
}

const refused = (says: string) => ({
  description: says,
  content: { 'application/json': { schema: problem } },
})

/** What every address here may say instead of its content. */
const OTHERWISE = {
  304: z.null().describe('The client has this already, by its If-None-Match.'),
  400: refused('A parameter is not as described.'),
  404: refused('There is no such published round.'),
}

const json = (schema: z.ZodType, says: string) => ({
  200: { description: says, content: { 'application/json': { schema } } },
  ...OTHERWISE,
})

/** The open data under `/api/v1`: without sign-in, of published rounds alone, described by the schemas that it is made with. */
export async function openDataRoutes(
  fastify: FastifyInstance,
  { installation }: { installation: Installation },
): Promise<void> {
  const data = new OpenData(installation)
  fastify.setValidatorCompiler(validatorCompiler)
  fastify.setSerializerCompiler(serializerCompiler)
  await fastify.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tumstock open data',
        version: '1',
        description:
          'Published rounds of municipal digitalisation awards and surveys. Every round states its method and edition; rows marked `synthetic` are made up.',
      },
    },
    transform: jsonSchemaTransform,
  })
  const api = fastify.withTypeProvider<ZodTypeProvider>()
  const plain = { compress: false } as const

  api.get('/api/v1/openapi.json', { ...plain, schema: { hide: true } }, async (_, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .header('access-control-allow-origin', '*')
      .send(JSON.stringify(fastify.swagger())),
  )
  api.get(
    '/healthz',
    {
      ...plain,
      schema: {
        summary: 'Whether the server answers and its database too',
        response: { 200: z.strictObject({ ok: z.literal(true) }) },
      },
    },
    async () => {
      await sql`select 1`.execute(installation.db)
      return { ok: true } as const
    },
  )
  api.get(
    '/api/v1/rubrics',
    {
      ...plain,
      schema: {
        summary: 'Loaded rubrics, whole',
        response: json(rubricList, 'Every edition of every loaded rubric.'),
      },
    },
    async (request, reply) => answer(request, reply, await data.rubrics()),
  )
  api.get(
    '/api/v1/rounds',
    {
      ...plain,
      schema: {
        summary: 'Published rounds',
        response: json(roundList, 'Published rounds, each in its newest version.'),
      },
    },
    async (request, reply) => answer(request, reply, await data.rounds()),
  )
  api.get(
    '/api/v1/rounds/:id/nominees.json',
    {
      ...plain,
      schema: {
        summary: 'Who is nominated in a round, once it is announced',
        params: z.strictObject({ id }),
        response: json(nominees, 'The nominees of each award that points alone do not decide.'),
      },
    },
    async (request, reply) => answer(request, reply, await data.nominees(request.params.id)),
  )
  api.get(
    '/api/v1/rounds/:id/results.json',
    {
      ...plain,
      schema: {
        summary: 'Results of a published round',
        params: z.strictObject({ id }),
        querystring: versioned,
        response: json(snapshot, 'The published version, byte for byte.'),
      },
    },
    async (request, reply) => {
      const { version } = request.query
      return answer(
        request,
        reply,
        await data.results(request.params.id, 'json', version),
        version ? FOR_GOOD : ASK_AGAIN,
      )
    },
  )
  api.get(
    '/api/v1/rounds/:id/results.csv',
    {
      ...plain,
      schema: {
        summary: 'Results of a published round as a table',
        params: z.strictObject({ id }),
        querystring: versioned,
        response: {
          200: {
            description: 'CSV (RFC 4180, UTF-8) with a header.',
            content: { 'text/csv': { schema: z.string() } },
          },
          ...OTHERWISE,
        },
      },
    },
    async (request, reply) => {
      const { version } = request.query
      return answer(
        request,
        reply,
        await data.results(request.params.id, 'csv', version),
        version ? FOR_GOOD : ASK_AGAIN,
      )
    },
  )
  api.get(
    '/api/v1/compare',
    {
      ...plain,
      schema: {
        summary: 'Published rounds side by side',
        querystring: z.strictObject({ rounds: ids }),
        response: json(comparison, 'Method, coverage, rows and what cannot be compared.'),
      },
    },
    async (request, reply) => answer(request, reply, await data.compare(request.query.rounds)),
  )
}
