import { expect, it } from 'vitest'
import { startPostgres } from '../postgres.ts'
import { browserAt } from './browser.ts'
import { createWorld } from './create-world.ts'
import { codeOf } from './totp.ts'

const PERSON = { name: 'Lead of Dovre', email: 'lead@dovre.example', role: 'organiser' } as const
const PASSWORD = 'password of Dovre'
const CREDENTIALS = { email: PERSON.email, password: PASSWORD }

it('knows a sign-in at every server on one PostgreSQL, its end, and the guesses at its second factor', async () => {
  await using postgres = await startPostgres()
  const shared = {
    pluginsDir: '/nowhere',
    databaseUrl: postgres.url,
    secret: 'a secret that both servers have been given',
  }
  await using one = await createWorld(shared)
  const admin = await one.as('admin')
  await using two = await createWorld(shared)
  await admin.api.people.create.mutate({ ...PERSON, password: PASSWORD })

  const here = browserAt(one.url)
  await here.post('/api/auth/sign-in/email', CREDENTIALS)
  const there = browserAt(two.url, two.url, here.jar)
  const emailAt = async (browser: ReturnType<typeof browserAt>) => {
    const { result } = (await (await browser.get('/api/trpc/people.me')).json()) as {
      result: { data: { user: { email: string } | null } }
    }
    return result.data.user?.email ?? null
  }
  expect([await emailAt(here), await emailAt(there)]).toEqual([PERSON.email, PERSON.email])

  const { uri, backupCodes } = (await there.post('/api/auth/second-factor/begin', { password: PASSWORD }))
    .body
  await here.post('/api/auth/second-factor/confirm', { code: codeOf(String(uri)) })
  const [backupCode] = backupCodes as string[]
  const challenged = browserAt(two.url)
  expect((await challenged.post('/api/auth/sign-in/email', CREDENTIALS)).body).toEqual({ secondFactor: true })
  const elsewhere = browserAt(one.url, one.url, challenged.jar)
  expect(
    (await elsewhere.post('/api/auth/sign-in/second-factor', { backupCode: backupCode ?? '' })).status,
  ).toBe(200)
  expect([await emailAt(challenged), await emailAt(elsewhere)]).toEqual([PERSON.email, PERSON.email])

  const guessed: unknown[] = []
  for (const server of [one, two, one]) {
    const guesser = browserAt(server.url)
    await guesser.post('/api/auth/sign-in/email', CREDENTIALS)
    for (let i = 0; i < 5; i++)
      guessed.push((await guesser.post('/api/auth/sign-in/second-factor', { code: '000000' })).body.code)
  }
  expect(guessed).toEqual([
    ...Array.from({ length: 10 }, () => 'wrong-code'),
    ...Array.from({ length: 5 }, () => 'locked'),
  ])

  await there.post('/api/trpc/account.revokeOthers', {})
  expect([await emailAt(elsewhere), await emailAt(here)]).toEqual([null, PERSON.email])
  await here.post('/api/auth/sign-out', {})
  expect(await emailAt(there)).toBe(null)
})
