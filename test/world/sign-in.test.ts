import { expect, it } from 'vitest'
import { browserAt } from './browser.ts'
import { createWorld, type World } from './create-world.ts'
import { codeOf } from './totp.ts'

/** People are the same whatever awards there are. */
const NO_PLUGINS = '/nowhere'
const PERSON = { name: 'Lead of Dovre', email: 'lead@dovre.example', role: 'organiser' } as const
const PASSWORD = 'password of Dovre'
const CREDENTIALS = { email: PERSON.email, password: PASSWORD }

const meOf = async (browser: ReturnType<typeof browserAt>) => {
  const answer = await browser.get('/api/trpc/people.me')
  const { result } = (await answer.json()) as {
    result: { data: { user: { email: string } | null; role: string; needsTwoFactor: boolean; can: string[] } }
  }
  return result.data
}
const emailAt = async (browser: ReturnType<typeof browserAt>) => (await meOf(browser)).user?.email ?? null

type Admin = Awaited<ReturnType<World['as']>>

const lettersTo = async (admin: Admin, to: string) =>
  (await admin.api.mail.list.query({ cursor: null })).letters.filter(one => one.recipient === to)

/** The token in the link that somebody is sent. */
async function tokenFor(world: World, admin: Admin, email: string): Promise<string> {
  const asked = await browserAt(world.url).post('/api/auth/sign-in/link', { email, language: 'nb' })
  expect(asked).toEqual({ status: 202, body: {} })
  const linkIn = async () => {
    const texts = (await lettersTo(admin, email)).map(letter => letter.text ?? '')
    return texts.flatMap(text => new RegExp(`${world.url}/sign-in/link#(\\S+)`).exec(text)?.[1] ?? [])
  }
  await expect.poll(async () => (await linkIn()).length, { timeout: 15_000 }).toBe(1)
  return (await linkIn())[0] ?? ''
}

/** Somebody who signs in with a password and has set up a second factor. */
async function withSecondFactor(world: World) {
  const admin = await world.as('admin')
  const { id } = await admin.api.people.create.mutate({ ...PERSON, password: PASSWORD })
  const browser = browserAt(world.url)
  await browser.post('/api/auth/sign-in/email', CREDENTIALS)
  const begun = await browser.post('/api/auth/second-factor/begin', { password: PASSWORD })
  const { uri, backupCodes } = begun.body as { uri: string; backupCodes: string[] }
  return { admin, id, browser, uri, backupCodes }
}

it('signs in by a link that works once, and says no word of whether there is such a person', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const admin = await world.as('admin')
  await admin.api.people.create.mutate({ ...PERSON, language: 'nb' })
  const welcome = await lettersTo(admin, PERSON.email)
  expect(welcome.map(one => one.subject)).toEqual(['Du har fått tilgang til Tumstock'])
  const nobody = { email: 'nobody@dovre.example', language: 'nb' }
  const asked = await browserAt(world.url).post('/api/auth/sign-in/link', nobody)
  expect(asked).toEqual({ status: 202, body: {} })
  const token = await tokenFor(world, admin, PERSON.email)
  expect(await lettersTo(admin, nobody.email)).toEqual([])
  const browsers = [browserAt(world.url), browserAt(world.url), browserAt(world.url)]
  const answers = await Promise.all(
    browsers.map(browser => browser.post('/api/auth/sign-in/link/verify', { token })),
  )
  expect(answers.map(one => one.status).toSorted()).toEqual([200, 401, 401])
  expect(answers.find(one => one.status === 401)?.body.code).toBe('wrong-link')
  expect((await Promise.all(browsers.map(emailAt))).filter(email => email !== null)).toEqual([PERSON.email])
  expect((await browserAt(world.url).get(`/api/auth/magic-link/verify?token=${token}`)).status).toBe(404)
})

it('asks for the second factor whatever the first was, and takes a backup code once', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const { admin, browser, uri, backupCodes } = await withSecondFactor(world)
  const elsewhere = browserAt(world.url)
  expect(await elsewhere.post('/api/auth/sign-in/email', CREDENTIALS)).toEqual({
    status: 200,
    body: { secondFactor: false },
  })
  const wrong = await browser.post('/api/auth/second-factor/confirm', { code: '000000' })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong-code'])
  expect(await browser.post('/api/auth/second-factor/confirm', { code: codeOf(uri) })).toEqual({
    status: 200,
    body: {},
  })
  expect([await emailAt(browser), await emailAt(elsewhere)]).toEqual([PERSON.email, null])

  const comesIn = browserAt(world.url)
  expect(await comesIn.post('/api/auth/sign-in/email', CREDENTIALS)).toEqual({
    status: 200,
    body: { secondFactor: true },
  })
  expect(await emailAt(comesIn)).toBe(null)
  const missed = await comesIn.post('/api/auth/sign-in/second-factor', { code: '000000' })
  expect([missed.status, missed.body.code, await emailAt(comesIn)]).toEqual([401, 'wrong-code', null])
  const code = codeOf(uri)
  expect((await comesIn.post('/api/auth/sign-in/second-factor', { code })).body).toEqual({
    secondFactor: false,
  })
  expect(await emailAt(comesIn)).toBe(PERSON.email)

  const byLink = browserAt(world.url)
  const token = await tokenFor(world, admin, PERSON.email)
  expect((await byLink.post('/api/auth/sign-in/link/verify', { token })).body).toEqual({ secondFactor: true })
  expect(await emailAt(byLink)).toBe(null)
  const backupCode = backupCodes[0] ?? ''
  expect((await byLink.post('/api/auth/sign-in/second-factor', { backupCode })).status).toBe(200)
  expect(await emailAt(byLink)).toBe(PERSON.email)
  const again = browserAt(world.url)
  await again.post('/api/auth/sign-in/email', CREDENTIALS)
  const used = await again.post('/api/auth/sign-in/second-factor', { backupCode })
  expect([used.status, used.body.code, await emailAt(again)]).toEqual([401, 'wrong-code', null])

  const log = (await admin.api.audit.list.query()).rows
  expect(
    log
      .filter(row => row.actor === PERSON.name)
      .map(row => row.action)
      .toReversed(),
  ).toEqual([
    'people.signIn',
    'people.signIn',
    'account.enableTwoFactor',
    'people.failSecondFactor',
    'people.signIn',
    'people.signIn',
    'people.failSecondFactor',
  ])
  expect(JSON.stringify(log.map(({ actor, ...row }) => row))).not.toContain('dovre')
})

it('ends guessing at codes, for one way in and then for the person', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const { browser, uri } = await withSecondFactor(world)
  await browser.post('/api/auth/second-factor/confirm', { code: codeOf(uri) })
  const guesses = async () => {
    const guesser = browserAt(world.url)
    await guesser.post('/api/auth/sign-in/email', CREDENTIALS)
    const codes: unknown[] = []
    for (let i = 0; i < 6; i++)
      codes.push((await guesser.post('/api/auth/sign-in/second-factor', { code: '000000' })).body.code)
    return codes
  }
  const five = Array.from({ length: 5 }, () => 'wrong-code')
  expect(await guesses()).toEqual([...five, 'sign-in-again'])
  expect(await guesses()).toEqual([...five, 'locked'])
  const right = browserAt(world.url)
  await right.post('/api/auth/sign-in/email', CREDENTIALS)
  const refused = await right.post('/api/auth/sign-in/second-factor', { code: codeOf(uri) })
  expect([refused.status, refused.body.code]).toEqual([429, 'locked'])
  // Beside a session, guesses are not counted: it is not taken for a way in.
  expect((await browser.post('/api/auth/sign-in/second-factor', { code: codeOf(uri) })).body.code).toBe(
    'sign-in-again',
  )
})

it('takes a role that needs a second factor for nobody until it is set up', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS, requireTwoFactor: ['organiser'] })
  const { browser, uri, admin, id } = await withSecondFactor(world)
  const waiting = await meOf(browser)
  expect([waiting.user?.email, waiting.needsTwoFactor, waiting.can.includes('rounds.create')]).toEqual([
    PERSON.email,
    true,
    false,
  ])
  const refused = await browser.post('/api/trpc/rubrics.save', {})
  expect(refused.status).toBe(401)
  expect((await browser.get('/api/trpc/account.sessions')).status).toBe(200)
  await browser.post('/api/auth/second-factor/confirm', { code: codeOf(uri) })
  const proven = await meOf(browser)
  expect([proven.needsTwoFactor, proven.can.includes('rounds.create')]).toEqual([false, true])
  await admin.api.people.resetSecondFactor.mutate({ id })
  expect(await emailAt(browser)).toBe(null)
  await browser.post('/api/auth/sign-in/email', CREDENTIALS)
  expect((await meOf(browser)).needsTwoFactor).toBe(true)
})

it('lists where somebody is signed in, and ends any of it', async () => {
  await using world = await createWorld({ pluginsDir: NO_PLUGINS })
  const admin = await world.as('admin')
  await admin.api.people.create.mutate({ ...PERSON, password: PASSWORD })
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const here = browserAt(world.url)
  const there = browserAt(world.url)
  const third = browserAt(world.url)
  for (const browser of [here, there, third]) {
    const answer = await browser.get('/api/auth/sign-in/email', {
      method: 'POST',
      body: JSON.stringify(CREDENTIALS),
      headers: { 'content-type': 'application/json', 'user-agent': firefox },
    })
    expect(await answer.json()).toEqual({ secondFactor: false })
  }
  type Row = { id: string; browser: string | null; system: string | null; current: boolean }
  const sessions = async () => {
    const text = await (await here.get('/api/trpc/account.sessions')).text()
    const token = decodeURIComponent([...here.jar.values()][0] ?? '').split('.')[0] ?? ''
    expect([token.length, text.includes(token)]).toEqual([32, false])
    return (JSON.parse(text) as { result: { data: Row[] } }).result.data
  }
  const all = await sessions()
  expect(all.map(({ browser, system, current }) => [browser, system, current]).toSorted()).toEqual([
    ['Firefox', 'Windows', false],
    ['Firefox', 'Windows', false],
    ['Firefox', 'Windows', true],
  ])
  const other = all.find(one => !one.current)
  const foreign = await admin.api.account.sessions.query()
  const notMine = await here.post('/api/trpc/account.revokeSession', { id: foreign[0]?.id })
  expect(notMine.status).toBe(404)
  await here.post('/api/trpc/account.revokeSession', { id: other?.id })
  expect((await Promise.all([there, third].map(emailAt))).toSorted()).toEqual([PERSON.email, null].toSorted())
  expect((await sessions()).length).toBe(2)
  await here.post('/api/trpc/account.setPassword', { password: 'another long password' })
  expect((await sessions()).map(one => one.current)).toEqual([true])
  expect((await there.post('/api/auth/sign-in/email', CREDENTIALS)).status).toBe(401)
  const changed = { email: PERSON.email, password: 'another long password' }
  expect((await there.post('/api/auth/sign-in/email', changed)).status).toBe(200)
  await here.post('/api/trpc/account.revokeOthers', {})
  expect([await emailAt(here), await emailAt(there)]).toEqual([PERSON.email, null])
})
