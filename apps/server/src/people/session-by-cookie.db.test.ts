import { expect, it } from 'vitest'
import { installationOn } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import type { OpenDatabase } from '../db/open.ts'
import { createAuth } from './auth.ts'
import { contextFor } from './request-context.ts'
import { createPerson } from './service.ts'

const person = {
  name: 'Somebody',
  email: 'somebody@test.example',
  role: 'organiser',
  password: 'long enough to do',
} as const

/** Somebody who has signed in, and whom a cookie is taken for. */
async function signedIn(database: OpenDatabase) {
  // Sessions are checked against the real time.
  const installation = { ...installationOn(database), now: () => new Date().toISOString() }
  const auth = createAuth(installation, {
    secret: 'a secret of more than 32 characters',
    publicUrl: undefined,
    oidc: undefined,
  })
  await createPerson({ ...installation, user: null, role: 'admin', organisation: null }, person)
  const response = await auth.handler(
    new Request('http://localhost/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: person.email, password: person.password }),
    }),
  )
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const whois = async (text: string) => {
    const { user, role } = await contextFor(installation, auth, new Headers({ cookie: text }))
    return [user?.email, role]
  }
  return { cookie, whois, set: (expiresAt: Date) => setEnd(database, expiresAt) }
}

const setEnd = async ({ db }: OpenDatabase, expiresAt: Date) => {
  await db.updateTable('session').set({ expiresAt: expiresAt.toISOString() }).execute()
}

const SOMEBODY = ['somebody@test.example', 'organiser']
const NOBODY = [undefined, 'anonymous']
const HOUR = 3_600_000

eachDialect('a session', open => {
  it('is known by its cookie, beside others, and by nothing that is not signed', async () => {
    await using database = await open()
    const { cookie, whois } = await signedIn(database)
    const [name = '', value = ''] = cookie.split('=')
    const [token = '', signature = ''] = value.split('.')
    expect(await whois(`other=1; ${cookie}; ${name}2=3`)).toEqual(SOMEBODY)
    const strange = [
      '',
      name,
      `${name}=`,
      `${name}=${token}`,
      `${name}=${token}.`,
      `${name}=.${signature}`,
      `${name}=${token}x.${signature}`,
      `${name}=${token}.${signature.toLowerCase()}`,
      `${name}=%E0%A4%A`,
      `x${cookie}`,
    ]
    expect(await Promise.all(strange.map(whois))).toEqual(strange.map(() => NOBODY))
  })

  it('ends at its time, with its row, and is renewed while it is used', async () => {
    await using database = await open()
    const { cookie, whois, set } = await signedIn(database)
    const end = async () => {
      const row = await database.db.selectFrom('session').select('expiresAt').executeTakeFirstOrThrow()
      return Date.parse(row.expiresAt) - Date.now()
    }
    await set(new Date(Date.now() + 7 * 24 * HOUR - HOUR / 2))
    await whois(cookie)
    expect((await end()) < 7 * 24 * HOUR - HOUR / 4).toBe(true)
    await set(new Date(Date.now() + 24 * HOUR))
    expect(await whois(cookie)).toEqual(SOMEBODY)
    expect((await end()) > 6 * 24 * HOUR).toBe(true)
    await set(new Date(Date.now() - 1000))
    expect(await whois(cookie)).toEqual(NOBODY)
    await database.db.deleteFrom('session').execute()
    expect(await whois(cookie)).toEqual(NOBODY)
  })
})
