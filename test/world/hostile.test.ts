import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { expect, it } from 'vitest'
import { createWorld } from './create-world.ts'

/** What is refused is refused whatever awards there are. */
const NO_PLUGINS = '/nowhere'

/** As it stands on the wire: `fetch` would mend the address first. */
const ask = (
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
) =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const asked = request(url, { path, ...options }, response => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', chunk => {
          body += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      })
      asked.once('error', reject)
      asked.end()
    },
  )

it('answers every strange address in one line, with the headers that keep a browser safe', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const paths = [
    '/%',
    '/api/v1/rounds/%ff/results.json',
    `/api/trpc/${'a'.repeat(6000)}`,
    '/api/v1/rounds/%00/results.json',
    '/api/v1/rounds/a/results.json?version=2147483648',
    '/assets/..%2f..%2fpackage.json',
    '/assets/../../package.json',
    '/..%5cpackage.json',
    '/api/nothing',
  ]
  for (const path of paths) {
    const { status, headers, body } = await ask(world.url, path)
    const { message } = JSON.parse(body) as { message: string }
    const csp = String(headers['content-security-policy'])
    expect([
      path,
      status >= 400 && status < 500,
      message.includes('\n'),
      csp.includes("default-src '"),
    ]).toEqual([path, true, false, true])
    expect([path, headers['x-content-type-options'], body.includes('stack')]).toEqual([
      path,
      'nosniff',
      false,
    ])
  }
})

it('has one line for a host that is none', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const { status, body } = await ask(world.url, '/api/auth/sign-out', {
    method: 'POST',
    headers: { host: 'a b' },
  })
  expect([status, JSON.parse(body)]).toEqual([
    400,
    { code: 'bad-input', message: 'The Host header is no host.' },
  ])
})

it('answers what is under way when it is told to stop, and then keeps no connection open', async () => {
  const world = await createWorld({ pluginsDir: NO_PLUGINS })
  const body = JSON.stringify({ email: 'a@world.example', password: 'a wrong password' })
  const asked = request(`${world.url}/api/auth/sign-in/email`, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
  })
  asked.flushHeaders()
  await once(asked, 'continue')
  const stopped = world[Symbol.asyncDispose]()
  asked.end(body)
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  response.resume()
  const since = performance.now()
  await stopped
  expect([response.statusCode, performance.now() - since < 5000]).toEqual([401, true])
})

it('lets nobody keep a copy of what people see', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const answer = await world.stranger.fetch('/api/trpc/people.me')
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

it('reads nothing but JSON where procedures are called, and only so many calls at once', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const admin = await world.as('admin')
  const form = new FormData()
  form.append('id', 'x')
  const bodies = [
    admin.fetch('/api/trpc/people.remove', { method: 'POST', body: form }),
    admin.fetch('/api/trpc/people.remove', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'x',
    }),
    admin.fetch('/api/trpc/people.remove', { method: 'POST', body: new URLSearchParams({ id: 'x' }) }),
  ]
  expect((await Promise.all(bodies)).map(answer => answer.status)).toEqual([415, 415, 415])
  const batch = (calls: number) =>
    world.stranger.fetch(`/api/trpc/${Array(calls).fill('people.me').join(',')}?batch=1`)
  expect([(await batch(100)).status, (await batch(101)).status]).toEqual([200, 400])
})

it('refuses characters that no database or hash can hold, before anything is stored', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const { api } = await world.as('admin')
  const reasonOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'taken',
      (error: { data?: { reason?: { code: string } } }) => error.data?.reason?.code,
    )
  const person = { email: 'a@world.example', role: 'viewer', password: 'long enough to do' } as const
  expect([
    await reasonOf(api.people.create.mutate({ ...person, name: 'a\0b' })),
    await reasonOf(api.people.create.mutate({ ...person, name: 'half \ud83d' })),
    await reasonOf(api.rounds.get.query({ id: 'a\0b' })),
    await reasonOf(api.people.create.mutate({ ...person, name: '\u202eسوروم 😀 <script>' })),
  ]).toEqual(['bad-input', 'bad-input', 'bad-input', 'taken'])
  expect((await api.people.list.query()).map(one => one.name)).toContain('\u202eسوروم 😀 <script>')
})
