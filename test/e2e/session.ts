import type { BrowserContext } from 'playwright-core'
import type { World } from '../world/create-world.ts'

export type Session = Awaited<ReturnType<BrowserContext['storageState']>>

/** The session of somebody who has signed in, for the browser of a visit. */
export async function signedIn(
  { url }: Pick<World, 'url'>,
  { email, password }: { email: string; password: string },
): Promise<Session> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`Signing in as ${email} failed: ${await answer.text()}`)
  const { hostname } = new URL(url)
  const cookies = answer.headers.getSetCookie().map(cookie => {
    const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? []
    const attributes = { path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }
    return { name, value, domain: hostname, ...attributes }
  })
  return { cookies, origins: [] }
}
