import { expect, it } from 'vitest'
import { createWorld } from './create-world.ts'

/** People are the same whatever awards there are. */
const NO_PLUGINS = '/nowhere'
const json = { 'content-type': 'application/json' }
const reasonOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => null,
    (thrown: { data?: { reason?: { code: string; message: string } } }) => thrown,
  )
  return error?.data?.reason
}

it('tells everyone who they are and what they may do', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const stranger = await world.stranger.api.people.me.query()
  expect({ ...stranger, can: stranger.can.includes('rounds.create') }).toEqual({
    user: null,
    role: 'anonymous',
    organisation: null,
    can: false,
    needsTwoFactor: false,
    provider: null,
    demo: false,
  })
  const organiser = await (await world.as('organiser')).api.people.me.query()
  expect([organiser.role, organiser.user?.email, organiser.can.includes('rounds.create')]).toEqual([
    'organiser',
    'organiser@world.example',
    true,
  ])
})

it('ends what a person may do as soon as the role changes', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const admin = await world.as('admin')
  const viewer = await world.as('viewer')
  const id = (await viewer.api.people.me.query()).user?.id ?? ''
  await admin.api.people.setRole.mutate({ id, role: 'organiser' })
  expect((await viewer.api.people.me.query()).role).toBe('anonymous')
  await admin.api.people.remove.mutate({ id })
  expect((await admin.api.people.list.query()).map(person => person.role)).toEqual(['admin'])
})

it('keeps the only administrator', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const admin = await world.as('admin')
  const id = (await admin.api.people.me.query()).user?.id ?? ''
  expect(await reasonOf(admin.api.people.setRole.mutate({ id, role: 'viewer' }))).toEqual({
    code: 'wrong-state',
    message: 'This is the only administrator; make another one first.',
  })
})

it('has one line for bad input, with the field', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const { api } = await world.as('admin')
  const person = { name: 'Kari', email: 'kari', role: 'viewer', password: 'long enough to do' } as const
  expect(await reasonOf(api.people.create.mutate(person))).toEqual({
    code: 'bad-input',
    message: 'email: not an e-mail address.',
    path: 'email',
  })
})

it('takes no new people through the sign-in door', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const body = JSON.stringify({ email: 'eve@world.example', password: 'long enough to do', name: 'Eve' })
  const response = await world.stranger.fetch('/api/auth/sign-up/email', {
    method: 'POST',
    headers: json,
    body,
  })
  expect(response.status).toBe(404)
})

it('slows down guessing at one password, and says for how long', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const guess = () =>
    world.stranger.fetch('/api/auth/sign-in/email', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ email: 'admin@world.example', password: 'a wrong password' }),
    })
  const statuses: number[] = []
  for (let i = 0; i < 11; i++) statuses.push((await guess()).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429])
})

it('refuses a change that another site asks for', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const admin = await world.as('admin')
  const change = (headers: Record<string, string>) =>
    admin.fetch('/api/trpc/people.remove', {
      method: 'POST',
      headers: { ...json, ...headers },
      body: '{"id":"x"}',
    })
  expect((await change({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await change({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await change({ origin: 'null' })).status).toBe(403)
  expect((await change({ origin: world.url, 'sec-fetch-site': 'same-origin' })).status).toBe(404)
  const form = { 'content-type': 'text/plain' }
  expect((await change(form)).status).toBe(415)
})

it('writes every change into a log that is whole', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  await world.as('organiser')
  const log = await (await world.as('admin')).api.audit.list.query()
  expect(log.ok).toBe(true)
  expect(
    log.rows
      .filter(row => row.action.startsWith('people.'))
      .map(row => row.action)
      .slice(-4),
  ).toEqual(['people.signIn', 'people.create', 'people.signIn', 'people.create'])
})
