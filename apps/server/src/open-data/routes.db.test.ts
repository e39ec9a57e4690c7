import Fastify, { type FastifyInstance } from 'fastify'
import { expect, it } from 'vitest'
import { eachDialect } from '../db/each-dialect.ts'
import { importPreviewed } from '../entries/import.ts'
import { preview } from '../entries/preview-file.ts'
import { type Scene, sceneOf } from '../entries/scene.ts'
import { answerErrors } from '../http/errors.ts'
import { evaluateRound } from '../results/evaluate.ts'
import { correctRound, publishRound } from '../results/publish.ts'
import { openDataRoutes } from './routes.ts'
import { snapshot } from './schemas.ts'

const serve = async ({ installation }: Scene): Promise<FastifyInstance> => {
  const fastify = Fastify()
  answerErrors(fastify)
  await fastify.register(openDataRoutes, { installation })
  return fastify
}

const evaluated = async ({ organiser, openedRound }: Scene, title?: string): Promise<string> => {
  const round = await openedRound(title)
  const { token } = await preview(organiser, {
    round,
    file: { text: 'unit;name;plan;share\n0511;=1+1;yes;50\n0301;Oslo;no;10\n' },
  })
  await importPreviewed(organiser, { token, leaveOutBad: false })
  await evaluateRound(organiser, round)
  return round
}

eachDialect('open data', open => {
  it('answers for an unpublished round as for one that never was', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const round = await evaluated(scene)
    const fastify = await serve(scene)
    const paths = [
      'rounds/ID/results.json',
      'rounds/ID/results.csv',
      'rounds/ID/results.json?version=1',
      'compare?rounds=ID',
    ]
    for (const path of paths) {
      const [hidden, absent] = await Promise.all(
        [round, 'never-was'].map(async id => {
          const headers = { 'if-none-match': '*' }
          const answer = await fastify.inject({ url: `/api/v1/${path.replace('ID', id)}`, headers })
          const { date: _, ...rest } = answer.headers
          return [answer.statusCode, rest, answer.body]
        }),
      )
      expect(hidden?.[0]).toBe(404)
      expect(hidden).toEqual(absent)
    }
    expect((await fastify.inject('/api/v1/rounds')).json()).toEqual({ rounds: [] })
  })

  it('serves the published text as it was hashed, and 304 to who has it', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const round = await evaluated(scene)
    const { sha256 } = await publishRound(scene.organiser, round)
    const fastify = await serve(scene)
    const url = `/api/v1/rounds/${round}/results.json`
    const answer = await fastify.inject(url)
    expect([answer.statusCode, answer.headers.etag, answer.headers['cache-control']]).toEqual([
      200,
      `"${sha256}"`,
      'public, max-age=0, must-revalidate',
    ])
    const body = snapshot.parse(answer.json())
    expect(body.results.map(row => [row.unit, row.code, row.status])).toEqual([
      ['NO-0511', '0511', 'computed'],
      ['NO-0301', '0301', 'computed'],
    ])
    const again = await fastify.inject({ url, headers: { 'if-none-match': `W/"${sha256}"` } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const packed = await fastify.inject({ url, headers: { 'accept-encoding': 'gzip' } })
    expect([packed.headers['content-encoding'], packed.rawPayload.length < answer.rawPayload.length]).toEqual(
      ['gzip', true],
    )
    expect((await fastify.inject('/api/v1/rounds')).json().rounds).toMatchObject([
      { id: round, version: 1, sha256, kind: 'round' },
    ])
  })

  it('keeps a version for good beside its correction', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const round = await evaluated(scene)
    await publishRound(scene.organiser, round)
    const fastify = await serve(scene)
    const at = (query: string) => fastify.inject(`/api/v1/rounds/${round}/results.json${query}`)
    const before = await at('')
    await correctRound(scene.organiser, { round, erratum: 'A word was wrong.', changes: [] })
    const first = await at('?version=1')
    expect([first.body, first.headers['cache-control']]).toEqual([
      before.body,
      'public, max-age=31536000, immutable',
    ])
    expect((await at('')).json()).toMatchObject({
      version: 2,
      erratum: { text: 'A word was wrong.', corrects: 1, changes: [] },
    })
    expect((await at('?version=3')).statusCode).toBe(404)
    expect((await at('?version=x')).statusCode).toBe(400)
  })

  it('gives a table in which no name can run as a formula', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const round = await evaluated(scene)
    await publishRound(scene.organiser, round)
    const fastify = await serve(scene)
    const answer = await fastify.inject(`/api/v1/rounds/${round}/results.csv`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.body.split('\r\n').slice(0, 2)).toEqual([
      'unit,code,name,country,category,score,percent,rank,category_rank,outcome,status,place,round,kind,version,coverage,imputed,participation',
      `NO-0511,0511,'=1+1,NO,small,62.5,62.5,1,1,scored,computed,winner,${round},round,1,0.6,,compete`,
    ])
  })

  it('compares what is published', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const rounds = [await evaluated(scene, 'One'), await evaluated(scene, 'Two')]
    for (const round of rounds) await publishRound(scene.organiser, round)
    const hidden = await evaluated(scene, 'Three')
    const fastify = await serve(scene)
    const both = await fastify.inject(`/api/v1/compare?rounds=${rounds.join(',')}`)
    expect(both.json().rounds.map((round: { title: string; n: number }) => [round.title, round.n])).toEqual([
      ['One', 2],
      ['Two', 2],
    ])
    expect((await fastify.inject(`/api/v1/compare?rounds=${rounds[0]},${hidden}`)).statusCode).toBe(404)
    expect((await fastify.inject('/api/v1/compare')).statusCode).toBe(400)
  })

  it('describes itself from the same schemas', async () => {
    await using database = await open()
    const fastify = await serve(sceneOf(database))
    const described = (await fastify.inject('/api/v1/openapi.json')).json()
    const statuses = Object.values<{ get: { responses: object } }>(described.paths).map(({ get }) =>
      Object.keys(get.responses),
    )
    expect(statuses).toEqual([['200'], ...Array(6).fill(['200', '304', '400', '404'])])
    expect(Object.keys(described.paths)).toEqual([
      '/healthz',
      '/api/v1/rubrics',
      '/api/v1/rounds',
      '/api/v1/rounds/{id}/nominees.json',
      '/api/v1/rounds/{id}/results.json',
      '/api/v1/rounds/{id}/results.csv',
      '/api/v1/compare',
    ])
    const schema =
      described.paths['/api/v1/rounds/{id}/results.json'].get.responses['200'].content['application/json']
        .schema
    expect(schema.required).toEqual(Object.keys(snapshot.shape).filter(key => key !== 'anonymous'))
    expect((await fastify.inject('/api/v1/rubrics')).json().rubrics).toMatchObject([
      { id: 'open-hall', edition: '2014' },
    ])
  })
})
