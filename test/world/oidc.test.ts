import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { browserAt } from './browser.ts'
import { createWorld } from './create-world.ts'
import { type Claims, openProvider } from './oidc-provider.fixture.ts'
import { codeOf } from './totp.ts'

const NO_PLUGINS = '/nowhere'
const CALLBACK = '/api/auth/callback/oidc'
const DOVRE: Claims = {
  email: 'Lead@Dovre.example',
  email_verified: true,
  name: 'Lead of Dovre',
  organisation_number: '939849831',
}
const PERSON = { name: 'Lead of Dovre', email: 'lead@dovre.example', role: 'participant' } as const
const PASSWORD = 'password of Dovre'

const freePort = () =>
  new Promise<number>(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

/** A server with an identity provider; people reach it at its own address, or at `publicUrl`. */
async function houseWith(claims: Claims, publicUrl?: string) {
  const port = await freePort()
  const address = publicUrl ?? `http://127.0.0.1:${port}`
  const here = { claims }
  const provider = await openProvider(`${address}${CALLBACK}`, here)
  const world = await createWorld({ pluginsDir: NO_PLUGINS, port, publicUrl, oidc: provider.oidc })
  const admin = await world.as('admin')

  const begin = async (browser: ReturnType<typeof browserAt>) => {
    const begun = await browser.post('/api/auth/sign-in/oidc', { to: "/rounds?q=Å~('x')" })
    expect([begun.status, Object.keys(begun.body)]).toEqual([200, ['url']])
    return String(begun.body.url)
  }
  /** Through the provider's pages; where it sends the browser back to, as this server's path. */
  const through = async (url: string) => {
    const elsewhere = browserAt(provider.oidc.issuer)
    let next = url
    while (next.startsWith(provider.oidc.issuer)) {
      const answer = await elsewhere.get(next)
      next = new URL(answer.headers.get('location') ?? 'about:blank', next).href
    }
    expect(next.startsWith(`${address}${CALLBACK}?`)).toBe(true)
    return next.slice(address.length)
  }
  return {
    world,
    admin,
    here,
    begin,
    through,
    visitor: () => browserAt(world.url, address),
    /** The whole way; where the browser is in the end. */
    signIn: async (browser: ReturnType<typeof browserAt>) =>
      (await browser.get(await through(await begin(browser)))).headers.get('location'),
    emailAt: async (browser: ReturnType<typeof browserAt>) => {
      const { result } = (await (await browser.get('/api/trpc/people.me')).json()) as {
        result: { data: { user: { email: string } | null; provider: string | null } }
      }
      expect(result.data.provider).toBe('Municipality sign-in')
      return result.data.user?.email ?? null
    },
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]()
      await provider[Symbol.asyncDispose]()
    },
  }
}

it.each([undefined, 'https://tumstock.example'])(
  'signs in who is known by the verified address, with code and PKCE, at %s',
  async publicUrl => {
    await using house = await houseWith(DOVRE, publicUrl)
    const { id } = await house.admin.api.people.create.mutate({ ...PERSON, language: 'nb' })
    const browser = house.visitor()
    const url = new URL(await house.begin(browser))
    expect(
      ['response_type', 'code_challenge_method', 'scope'].map(name => url.searchParams.get(name)),
    ).toEqual(['code', 'S256', 'openid email profile'])
    expect(url.searchParams.get('code_challenge')?.length).toBe(43)
    const home = await house.signIn(browser)
    expect(new URL(home ?? '', 'https://tumstock.example').searchParams.get('to')).toBe("/rounds?q=Å~('x')")
    expect(await house.emailAt(browser)).toBe(PERSON.email)
    const person = async () => (await house.admin.api.people.list.query()).find(one => one.id === id)
    expect((await person())?.organisationNumber).toBe('939849831')
    const { organisation_number: _, ...moved } = DOVRE
    house.here.claims = { ...moved, name: 'Another name' }
    await house.signIn(house.visitor())
    expect([(await person())?.organisationNumber, (await person())?.name]).toEqual([null, PERSON.name])
    const secure = [...browser.jar.keys()].map(name => name.startsWith('__Secure-'))
    expect(new Set(secure)).toEqual(new Set([publicUrl !== undefined]))
  },
)

it('makes nobody a person here: neither a stranger nor who claims an address that is not verified', async () => {
  await using house = await houseWith(DOVRE)
  const stranger = house.visitor()
  expect(await house.signIn(stranger)).toBe('/sign-in?error=signup_disabled')
  expect(await house.emailAt(stranger)).toBe(null)
  expect((await house.admin.api.people.list.query()).length).toBe(1)
  await house.admin.api.people.create.mutate({ ...PERSON, language: 'nb' })
  house.here.claims = { ...DOVRE, email_verified: false }
  const pretender = house.visitor()
  expect(await house.signIn(pretender)).toBe('/sign-in?error=account_not_linked')
  expect(await house.emailAt(pretender)).toBe(null)
  const people = await house.admin.api.people.list.query()
  expect(people.map(person => person.organisationNumber)).toEqual([null, null])
})

it('takes an answer only once, in the browser that asked, with the state that it asked with', async () => {
  await using house = await houseWith(DOVRE)
  await house.admin.api.people.create.mutate({ ...PERSON, language: 'nb' })
  const asker = house.visitor()
  const answer = await house.through(await house.begin(asker))
  const tried = async (browser: ReturnType<typeof browserAt>, path: string) => {
    const location = (await browser.get(path)).headers.get('location') ?? ''
    return [location.split('?')[0], await house.emailAt(browser)]
  }
  const refused = ['/sign-in', null]
  expect(await tried(house.visitor(), answer)).toEqual(refused)
  const [path, query] = answer.split('?')
  const other = new URLSearchParams(query)
  other.set('state', 'x'.repeat(32))
  expect(await tried(house.visitor(), `${path}?${other}`)).toEqual(refused)
  const begunAgain = house.visitor()
  await house.begin(begunAgain)
  expect(await tried(begunAgain, answer)).toEqual(refused)
  expect(await tried(asker, answer)).toEqual(['/sign-in', PERSON.email])
  expect(await tried(house.visitor(), answer)).toEqual(refused)
})

it('asks who has a second factor for it, and keeps none of the provider’s tokens', async () => {
  await using house = await houseWith(DOVRE)
  await house.admin.api.people.create.mutate({ ...PERSON, password: PASSWORD })
  const browser = house.visitor()
  await browser.post('/api/auth/sign-in/email', { email: PERSON.email, password: PASSWORD })
  const { uri } = (await browser.post('/api/auth/second-factor/begin', { password: PASSWORD })).body
  await browser.post('/api/auth/second-factor/confirm', { code: codeOf(String(uri)) })
  const comesIn = house.visitor()
  const home = await house.signIn(comesIn)
  expect([home?.endsWith('&step=code'), await house.emailAt(comesIn)]).toEqual([true, null])
  await comesIn.post('/api/auth/sign-in/second-factor', { code: codeOf(String(uri)) })
  expect(await house.emailAt(comesIn)).toBe(PERSON.email)
  using database = new DatabaseSync(join(house.world.dataDir, 'tumstock.sqlite'), { readOnly: true })
  const kept = database.prepare(
    "select accessToken, refreshToken, idToken from account where providerId = 'oidc'",
  )
  expect(kept.all().map(row => Object.values(row))).toEqual([[null, null, null]])
})

it('says so when the provider does not answer', async () => {
  const oidc = { clientId: 'tumstock', clientSecret: 'secret', name: 'Away', organisationClaim: undefined }
  await using world = await createWorld({
    pluginsDir: NO_PLUGINS,
    oidc: { ...oidc, issuer: `http://127.0.0.1:${await freePort()}` },
  })
  const answer = await browserAt(world.url).post('/api/auth/sign-in/oidc', { to: '/' })
  expect([answer.status, answer.body.code]).toEqual([503, 'provider-away'])
  const elsewhere = await browserAt(world.url).post('/api/auth/sign-in/oidc', { to: '//evil.example' })
  expect([elsewhere.status, elsewhere.body.code]).toEqual([400, 'bad-input'])
})
