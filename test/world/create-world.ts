import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import { type Config, type Running, start } from '@tumstock/server/start'
import type { AppRouter } from '@tumstock/server/trpc'

export type Client = ReturnType<typeof createTRPCClient<AppRouter>>
export type WorldRole = 'admin' | 'organiser' | 'viewer'

export type World = {
  url: string
  dataDir: string
  /** Who may sign in from the start, with their passwords. */
  signIns: Running['signIns']
  /** Someone of this role in the world's organisation. */
  as: (role: WorldRole) => Promise<Visitor>
  /** Someone who has not signed in. */
  stranger: Visitor
} & AsyncDisposable

export type Visitor = {
  api: Client
  /** A request with this visitor's cookie. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>
}

/**
 * A real server on a free port with a database of its own, gone at the end of the scope:
 * `await using world = await createWorld()`.
 */
export async function createWorld(options: Partial<Config> = {}): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tumstock-world-'))
  const running = await start({
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: undefined,
    secret: undefined,
    publicUrl: undefined,
    smtp: undefined,
    oidc: undefined,
    requireTwoFactor: [],
    demo: false,
    pluginsDir: fileURLToPath(new URL('../../plugins', import.meta.url)),
    ...options,
  })
  const visitor = visitorOf(running.url)
  const admin = running.signIns.find(one => one.role === 'admin')
  return {
    url: running.url,
    dataDir,
    signIns: running.signIns,
    stranger: visitor(''),
    as: async role => {
      if (!admin) throw new Error('Another world has made the administrator of this database.')
      const asAdmin = visitor(await signIn(running.url, admin, options.publicUrl))
      if (role === 'admin') return asAdmin
      const person = { name: role, role, email: `${role}@world.example`, password: `password of ${role}` }
      await asAdmin.api.people.create.mutate(person).catch(unlessThere)
      return visitor(await signIn(running.url, person, options.publicUrl))
    },
    [Symbol.asyncDispose]: async () => {
      await running.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Someone who signs in to a server that runs elsewhere. */
export const visit = async (url: string, person: { email: string; password: string }): Promise<Visitor> =>
  visitorOf(url)(await signIn(url, person))

/** Somebody whom a server's greeting names as able to sign in. */
export async function visitAs(
  role: WorldRole,
  { url, greeting }: { url: string; greeting: string },
): Promise<Visitor> {
  const line = greeting.split('\n').find(one => one.trim().startsWith(`${role} `))
  const [, email = '', password = ''] = line?.trim().split(/\s+/) ?? []
  return visit(url, { email, password })
}

const unlessThere = (error: unknown): void => {
  if (!(error instanceof TRPCClientError) || error.data?.reason?.code !== 'already-there') throw error
}

/** Somebody by the cookies of their session. */
export const visitorOf =
  (url: string) =>
  (cookie: string): Visitor => ({
    api: createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/api/trpc`, headers: { cookie } })] }),
    fetch: (path, init = {}) => fetch(`${url}${path}`, { ...init, headers: { cookie, ...init.headers } }),
  })

/** The session's cookie. */
async function signIn(
  url: string,
  { email, password }: { email: string; password: string },
  origin = url,
): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password }),
  })
  if (!response.ok) throw new Error(`Signing in as ${email} failed: ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}
