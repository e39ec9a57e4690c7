import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { expect, it, vi } from 'vitest'
import { browserAt } from './browser.ts'
import { createWorld, type Visitor, type World } from './create-world.ts'

const DOVRE = 'NO-3431'
const LOM = 'NO-3434'

type Refused = { data?: { httpStatus?: number; reason?: { code: string } }; message: string }
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    ({ data, message }: Refused) => `${data?.httpStatus} ${data?.reason?.code} ${message}`,
  )

/** An open round with an entry for each of these. */
async function openRound({ api }: Visitor, title: string, units: string[]) {
  const { id } = await api.rounds.create.mutate({ from: { edition: 'ekommuneprisen@2014' }, title })
  const { version } = await api.rounds.get.query({ id })
  await api.rounds.configure.mutate({ id, version, patch: { referenceDate: '2026-01-01' } })
  await openAt(api, id)
  await api.entries.invite.mutate({ round: id, whom: { units } })
  const { entries } = await api.seats.list.query({ round: id })
  return { id, entries: entries.map(entry => entry.id) }
}

async function openAt(api: Visitor['api'], id: string) {
  const { version, stages } = await api.rounds.get.query({ id })
  const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString()
  const planned = Object.fromEntries(
    stages.map(({ kind }, at) => [kind, { from: day(at * 10 - 1), to: day(at * 10 + 8) }]),
  )
  await api.rounds.configure.mutate({ id, version, patch: { stages: planned } })
  const ready = await api.rounds.get.query({ id })
  await api.rounds.open.mutate({ id, version: ready.version })
}

/** The token in the newest letter to this address, once it is in the outbox. */
const tokenTo = (visitor: Visitor, round: string, email: string): Promise<string> =>
  vi.waitUntil(
    async () => {
      const { letters } = await visitor.api.mail.ofRound.query({ round })
      const letter = letters.find(one => one.recipient === email)
      return /\/join\/(\S+)/.exec(letter?.text ?? '')?.[1]
    },
    { timeout: 10_000, interval: 20 },
  ) as Promise<string>

const invited = async (world: World, title: string, email: string) => {
  const organiser = await world.as('organiser')
  const round = await openRound(organiser, title, [DOVRE, LOM])
  const [entry = ''] = round.entries
  await organiser.api.seats.invite.mutate({
    round: round.id,
    people: [{ email, name: 'Lead of Dovre', role: 'lead', entry }],
  })
  return { organiser, round, entry, token: await tokenTo(organiser, round.id, email) }
}

it('lets somebody new in by a link, once, and opens to them what they were invited to', async () => {
  await using world = await createWorld()
  const { round, entry, token } = await invited(world, 'Hall 2026', 'lead@dovre.example')
  const look = await world.stranger.api.seats.look.query({ token })
  expect([look.round.title, look.role, look.email, look.as]).toEqual([
    'Hall 2026',
    'lead',
    'lead@dovre.example',
    'new',
  ])
  const both = await Promise.allSettled(
    [0, 1].map(() => world.stranger.api.seats.accept.mutate({ token, name: 'Lead of Dovre' })),
  )
  const taken = both.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
  expect(taken.map(one => [one.round, one.role, one.entry])).toEqual([[round.id, 'lead', entry]])
  const browser = browserAt(world.url)
  const door = { token: taken[0]?.signIn ?? '' }
  expect((await browser.post('/api/auth/sign-in/link/verify', door)).status).toBe(200)
  expect((await browserAt(world.url).post('/api/auth/sign-in/link/verify', door)).status).toBe(401)
  const me = (await (await browser.get('/api/trpc/people.me')).json()) as {
    result: { data: { role: string; user: { email: string } } }
  }
  expect([me.result.data.role, me.result.data.user.email]).toEqual(['participant', 'lead@dovre.example'])
  const input = encodeURIComponent(JSON.stringify({ round: round.id, entry }))
  expect((await browser.get(`/api/trpc/seats.colleagues?input=${input}`)).status).toBe(200)
})

it('says the same of every link that leads nowhere', async () => {
  await using world = await createWorld()
  const { organiser, round, token } = await invited(world, 'Hall 2026', 'lead@dovre.example')
  const { api } = organiser
  await api.seats.invite.mutate({
    round: round.id,
    people: [{ email: 'desk@test.example', name: 'Desk', role: 'desk' }],
  })
  const revoked = await tokenTo(organiser, round.id, 'desk@test.example')
  const { invitations } = await api.seats.list.query({ round: round.id })
  const idOf = (email: string) => invitations.find(one => one.email === email)?.id ?? ''
  await api.seats.revoke.mutate({ round: round.id, invitations: [idOf('desk@test.example')] })
  await world.stranger.api.seats.accept.mutate({ token })
  const said = await Promise.all(
    [token, revoked, 'x', 'A'.repeat(43), '../..', `${token}x`].flatMap(dead => [
      refusalOf(world.stranger.api.seats.look.query({ token: dead })),
      refusalOf(world.stranger.api.seats.accept.mutate({ token: dead })),
    ]),
  )
  expect([...new Set(said)]).toEqual([
    '404 not-found This invitation cannot be used (any more). Ask whoever sent it for a new one, or sign in if you have used it.',
  ])
})

it('keeps the people of one round out of the hands of another’s, also of who runs both', async () => {
  await using world = await createWorld()
  const { organiser, round, entry } = await invited(world, 'Hall 2026', 'lead@dovre.example')
  const { api } = organiser
  const other = await openRound(organiser, 'Another hall', [DOVRE])
  await api.seats.invite.mutate({
    round: other.id,
    people: [{ email: 'desk@test.example', name: 'Desk', role: 'desk' }],
  })
  const { invitations } = await api.seats.list.query({ round: round.id })
  const ids = invitations.map(one => one.id)
  const [theirs = ''] = other.entries
  const nobody = { role: 'desk' as const, people: [], how: 'these' as const }
  const person = { email: 'x@test.example', name: 'X', role: 'lead' as const }
  const codes = await Promise.all(
    [
      api.seats.revoke.mutate({ round: other.id, invitations: ids }),
      api.seats.resend.mutate({ round: other.id, invitations: ids }),
      api.seats.remove.mutate({ round: other.id, seat: ids[0] ?? '' }),
      api.seats.colleagues.query({ round: other.id, entry }),
      api.conflicts.set.mutate({ round: other.id, entry, person: 'x', reason: 'x' }),
      api.seats.assign.mutate({ ...nobody, round: other.id, entries: [entry] }),
      api.seats.invite.mutate({ round: round.id, people: [{ ...person, entry: theirs }] }),
      api.mail.retryOfRound.mutate({ round: other.id, id: ids[0] ?? '' }),
    ].map(asked => refusalOf(asked)),
  )
  expect(codes.map(code => code?.split(' ').slice(0, 2).join(' '))).toEqual([
    '404 not-found',
    '404 not-found',
    '404 not-found',
    '404 not-found',
    '404 not-found',
    '400 bad-input',
    '400 bad-input',
    '404 not-found',
  ])
  const viewer = await world.as('viewer')
  expect(await refusalOf(viewer.api.seats.list.query({ round: round.id }))).toMatch(/^403 not-allowed/)
  expect(await refusalOf(world.stranger.api.seats.list.query({ round: round.id }))).toMatch(/^404 not-found/)
  expect((await api.seats.list.query({ round: round.id })).invitations.map(one => one.id)).toEqual(ids)
})

/** A mail server on this machine that keeps what it is sent. */
async function mailServer() {
  const received: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      text(stream).then(
        raw => {
          received.push(raw.replaceAll('=\r\n', ''))
          done()
        },
        (error: Error) => done(error),
      )
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    received,
    [Symbol.asyncDispose]: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

it('sends the link by SMTP to whom it is for, and shows it to nobody else', async () => {
  await using server = await mailServer()
  await using world = await createWorld({ smtp: { url: server.url, from: 'Award <post@award.example>' } })
  const organiser = await world.as('organiser')
  const round = await openRound(organiser, 'Hall 2026', [DOVRE])
  const person = { email: 'desk@test.example', name: 'Desk', role: 'desk' as const, language: 'en' as const }
  await organiser.api.seats.invite.mutate({ round: round.id, people: [person] })
  await vi.waitUntil(
    async () => (await organiser.api.mail.ofRound.query({ round: round.id })).counts.sent === 1,
    { timeout: 10_000, interval: 20 },
  )
  const { letters } = await organiser.api.mail.ofRound.query({ round: round.id })
  expect(letters.map(one => [one.recipient, one.state, one.text])).toEqual([
    ['desk@test.example', 'sent', null],
  ])
  const token = new RegExp(`${world.url}/join/([\\w-]{43})`).exec(server.received[0] ?? '')?.[1] ?? ''
  expect((await world.stranger.api.seats.look.query({ token })).email).toBe('desk@test.example')
})
