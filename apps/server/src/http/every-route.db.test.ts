import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify'
import { expect, it } from 'vitest'
import { installationOn } from '../context.fixture.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { createAuth } from '../people/auth.ts'
import { appRouter } from '../router.ts'
import { BODY_LIMIT } from './body-limit.ts'
import { wire } from './server.ts'

const HOST = 'tumstock.example'
const EVIL = 'https://evil.example'
const SAFE = ['GET', 'HEAD', 'OPTIONS']

type Route = { method: HTTPMethods; url: string }

/** Everything that answers, and where. */
async function house(database: TestDatabase, publicUrl?: string) {
  const fastify = Fastify({ bodyLimit: BODY_LIMIT })
  const routes: Route[] = []
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one as HTTPMethods, url })
  })
  const installation = installationOn(database)
  const secret = 'a secret of more than 32 characters'
  const auth = createAuth(installation, { secret, publicUrl, oidc: undefined })
  await wire(fastify, { installation, auth, publicUrl, adminFolder: '/nowhere' })
  await fastify.ready()
  return { fastify, routes, [Symbol.asyncDispose]: () => fastify.close() }
}

type Procedure = { _def: { type: 'query' | 'mutation' | 'subscription' } }

/** By their full names, however they are nested. */
const procedures = Object.entries(
  appRouter._def.procedures as unknown as Readonly<Record<string, Procedure>>,
).map(([name, { _def }]) => ({ name, kind: _def.type }))
const mutations = procedures.filter(one => one.kind === 'mutation').map(one => `/api/trpc/${one.name}`)

/** Each address that changes something: routes of their own, and procedures. */
const changing = (routes: readonly Route[]): Route[] => [
  ...routes.filter(({ method, url }) => !SAFE.includes(method) && !url.includes('/api/trpc')),
  ...mutations.map(url => ({ method: 'POST' as const, url })),
]

const ask = async (
  fastify: FastifyInstance,
  { method, url }: Route,
  headers: Record<string, string>,
  payload = '{}',
) => {
  const sent = { host: HOST, 'content-type': 'application/json', ...headers }
  const answer = await fastify.inject({ method: method as 'POST', url, headers: sent, payload })
  return answer
}

eachDialect('every address', open => {
  it('that changes something is closed to other sites, and open to its own', async () => {
    await using database = await open()
    await using home = await house(database)
    const all = changing(home.routes)
    expect([all.length > 80, all.some(({ url }) => url === '/api/evidence')]).toEqual([true, true])
    const strangers: Record<string, string>[] = [
      { origin: EVIL },
      { origin: 'null' },
      { origin: `https://${HOST}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    const letIn: string[] = []
    for (const route of all)
      for (const headers of strangers) {
        const { statusCode, body } = await ask(home.fastify, route, headers)
        if (statusCode !== 403 || !body.includes('A change has to come from this site itself.'))
          letIn.push(`${route.method} ${route.url} ${JSON.stringify(headers)}: ${statusCode}`)
      }
    expect(letIn).toEqual([])
    const own = await ask(
      home.fastify,
      { method: 'POST', url: '/api/auth/sign-out' },
      { origin: `https://${HOST}` },
    )
    expect(own.statusCode).not.toBe(403)
  })

  it('that is a procedure is not run by a link, nor by a form', async () => {
    await using database = await open()
    await using home = await house(database)
    const ran: string[] = []
    for (const url of mutations) {
      const link = await ask(home.fastify, { method: 'GET', url: `${url}?input=%7B%7D` }, {}, undefined)
      const form = await ask(
        home.fastify,
        { method: 'POST', url },
        { 'content-type': 'application/x-www-form-urlencoded' },
        'a=b',
      )
      if (link.statusCode !== 405 || form.statusCode !== 415)
        ran.push(`${url}: ${link.statusCode}, ${form.statusCode}`)
    }
    expect(ran).toEqual([])
  })

  it('tells the browser to run nothing, frame nothing and guess nothing', async () => {
    await using database = await open()
    await using home = await house(database, `https://${HOST}`)
    const lax: string[] = []
    const all = [
      ...home.routes.filter(({ url }) => !url.includes('*') && !url.includes('/api/trpc')),
      ...procedures.map(({ name, kind }) => ({
        method: kind === 'mutation' ? ('POST' as const) : ('GET' as const),
        url: `/api/trpc/${name}`,
      })),
      { method: 'GET' as const, url: '/rounds/nothing' },
    ]
    for (const { method, url } of all) {
      const address = url.replaceAll(/:\w+/g, 'x')
      const { headers } = await ask(
        home.fastify,
        { method, url: address },
        {},
        SAFE.includes(method) ? undefined : '{}',
      )
      const policy = String(headers['content-security-policy'])
      const strict =
        /script-src 'self' 'wasm-unsafe-eval'(;|$)/.test(policy) &&
        ["default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'"].every(one =>
          policy.includes(one),
        ) &&
        headers['x-content-type-options'] === 'nosniff' &&
        headers['x-frame-options'] === 'DENY' &&
        headers['referrer-policy'] === 'same-origin' &&
        String(headers['strict-transport-security']).startsWith('max-age=31536000')
      if (!strict) lax.push(`${method} ${url}`)
    }
    expect(lax).toEqual([])
  })

  it('is whole after what is too deep, too large or too clever', async () => {
    await using database = await open()
    await using home = await house(database)
    const { fastify } = home
    const save: Route = { method: 'POST', url: '/api/trpc/answers.save' }
    const deep = 200_000
    const answer = { round: 'r', entry: 'e', question: 'q', version: 0 }
    const bodies = [
      `${'['.repeat(deep)}${']'.repeat(deep)}`,
      `{"value":${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}`,
      JSON.stringify({ ...answer, value: 'x'.repeat(20_001) }),
      JSON.stringify({ ...answer, value: Array(201).fill('x') }),
      JSON.stringify({ ...answer, value: { toString: 'x' } }),
      `{"round":"r","entry":"e","question":"q","version":0,"value":1e999}`,
      `{"round":"r","entry":"e","question":"q","version":0,"value":"x","__proto__":{"role":"admin"}}`,
      `{"round":"r","entry":"e","question":"q","version":1e21,"value":"x"}`,
      '{"round"',
      JSON.stringify({ ...answer, value: 'x'.repeat(BODY_LIMIT) }),
    ]
    const answers = []
    for (const body of bodies) answers.push((await ask(fastify, save, {}, body)).statusCode)
    expect(answers.map(status => (status >= 400 && status < 500 ? 'refused' : status))).toEqual(
      bodies.map(() => 'refused'),
    )
    expect(answers.at(-1)).toBe(413)
    const link: Route = { method: 'POST', url: '/api/auth/sign-in/email' }
    const signIns = []
    for (const body of [bodies[0], bodies[6], '[]', 'null', '"x"'])
      signIns.push((await ask(fastify, link, {}, body ?? '')).statusCode)
    expect(signIns.map(status => status >= 400 && status < 500)).toEqual(signIns.map(() => true))
    expect((await fastify.inject('/healthz')).json()).toEqual({ ok: true })
    expect(({} as { role?: string }).role).toBe(undefined)
  })
})
