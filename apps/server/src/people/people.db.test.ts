import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { asRole, installationOn, refusalOf } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import type { OpenDatabase, Tx } from '../db/open.ts'
import { createAuth } from './auth.ts'
import { DEMO_PEOPLE } from './demo-people.ts'
import { closeDemo, openDemo, type SignIn } from './first-people.ts'
import { personFor } from './person-for.ts'
import { contextFor } from './request-context.ts'
import { createPerson, listPeople, removePerson, setRole } from './service.ts'
import { signInToken } from './sign-in-token.ts'

const person = {
  name: 'Someone',
  email: 'Someone@Test.example',
  role: 'viewer',
  password: 'long enough to do',
} as const

async function house(database: OpenDatabase) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tumstock-people-'))
  // Sessions are checked against the real time.
  const installation = { ...installationOn(database), dataDir, now: () => new Date().toISOString() }
  const auth = createAuth(installation, {
    secret: 'a secret of more than 32 characters',
    oidc: undefined,
    publicUrl: undefined,
  })
  const signIn = async ({ email, password }: Pick<SignIn, 'email' | 'password'>) => {
    const request = new Request('http://localhost/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    const response = await auth.handler(request)
    const cookie = response.headers.getSetCookie().join('; ')
    return response.ok ? contextFor(installation, auth, new Headers({ cookie })) : null
  }
  const signInBy = async (token: string) => {
    const response = await auth.handler(
      new Request(`http://localhost/api/auth/magic-link/verify?token=${token}`),
    )
    const cookie = response.headers.getSetCookie().join('; ')
    return response.ok ? contextFor(installation, auth, new Headers({ cookie })) : null
  }
  return {
    installation,
    signIn,
    signInBy,
    [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true, force: true }),
  }
}

eachDialect('people', open => {
  it('opens the demo sign-ins once, keeps their passwords to this user, and shuts them', async () => {
    await using database = await open()
    await using home = await house(database)
    const first = await openDemo(home.installation)
    expect(await openDemo(home.installation)).toEqual(first)
    const file = join(home.installation.dataDir, 'demo-sign-ins.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(Object.keys(JSON.parse(await readFile(file, 'utf8')))).toEqual(first.map(one => one.email))
    const contexts = await Promise.all(first.map(home.signIn))
    expect(contexts.map(ctx => [ctx?.role, ctx?.user?.email, ctx?.organisation?.name])).toEqual(
      DEMO_PEOPLE.map(({ role, email }) => [
        role,
        email,
        role === 'participant' ? undefined : 'Award organisation',
      ]),
    )
    const [admin] = await closeDemo(home.installation)
    expect(await Promise.all(first.map(home.signIn))).toEqual(first.map(() => null))
    expect((await home.signIn(admin!))?.role).toBe('admin')
    expect(await closeDemo(home.installation)).toEqual([])
  })

  it('adds people under one spelling of their address', async () => {
    await using database = await open()
    await using home = await house(database)
    const [signIn] = await closeDemo(home.installation)
    const admin = (await home.signIn(signIn!))!
    await createPerson(admin, person)
    expect(await refusalOf(createPerson(admin, { ...person, email: 'someone@test.example' }))).toBe(
      'already-there',
    )
    expect((await home.signIn({ email: 'someone@test.example', password: person.password }))?.role).toBe(
      'viewer',
    )
    expect(await home.signIn({ email: 'someone@test.example', password: 'another password' })).toBe(null)
    expect((await listPeople(admin)).map(one => [one.email, one.lastSeenAt !== null])).toEqual([
      [signIn!.email, true],
      ['someone@test.example', true],
    ])
  })

  it('never loses the last administrator', async () => {
    await using database = await open()
    const admin = asRole(installationOn(database), 'admin')
    const organisation = { id: 'ks', name: 'KS', slug: 'ks', createdAt: admin.now() }
    await database.db.insertInto('organization').values(organisation).execute()
    const { id } = await createPerson(admin, { ...person, role: 'admin' })
    expect(await refusalOf(setRole(admin, { id, role: 'viewer' }))).toBe('wrong-state')
    expect(await refusalOf(removePerson(admin, id))).toBe('wrong-state')
    const second = await createPerson(admin, { ...person, email: 'second@test.example', role: 'admin' })
    await setRole(admin, { id, role: 'viewer' })
    await removePerson(admin, id)
    expect((await listPeople(admin)).map(one => [one.id, one.role])).toEqual([[second.id, 'admin']])
  })

  it('finds or makes who is invited, and signs them in once by a token, within its time', async () => {
    await using database = await open()
    await using home = await house(database)
    const { db } = database
    const { installation } = home
    const [signIn] = await closeDemo(installation)
    const inTx = <T>(act: (tx: Tx) => Promise<T>) => db.transaction().execute(act)
    const guest = { email: 'Guest@Test.example', name: 'Guest' }
    const { id } = await inTx(tx => personFor(installation, tx, guest))
    expect(await inTx(tx => personFor(installation, tx, { ...guest, email: 'guest@test.example' }))).toEqual({
      id,
    })
    const token = await inTx(tx => signInToken(installation, tx, guest.email))
    expect(JSON.stringify(await db.selectFrom('verification').selectAll().execute())).not.toContain(token)
    const ctx = await home.signInBy(token)
    expect([ctx?.user?.id, ctx?.role, ctx?.organisation]).toEqual([id, 'participant', null])
    expect(await home.signInBy(token)).toBe(null)
    const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString()
    const late = await inTx(tx => signInToken({ now: anHourAgo }, tx, guest.email))
    expect(await home.signInBy(late)).toBe(null)
    const admin = (await home.signIn(signIn!))!
    await setRole(admin, { id, role: 'organiser' })
    const again = await home.signInBy(await inTx(tx => signInToken(installation, tx, guest.email)))
    expect([again?.role, again?.organisation?.name]).toEqual(['organiser', 'Award organisation'])
    expect(await home.signIn({ email: guest.email, password: 'no password at all' })).toBe(null)
  })
})
