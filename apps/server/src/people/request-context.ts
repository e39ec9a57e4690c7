import type { Context, Installation, Session } from '../context.ts'
import type { Auth } from './auth.ts'
import { sessionByCookie } from './session-by-cookie.ts'

/**
 * Who is asking, by the session cookie in the request's headers. Whose role needs a second factor and who has none is
 * nobody until they have set it up.
 */
export async function contextFor(installation: Installation, auth: Auth, headers: Headers): Promise<Context> {
  const again = () => contextFor(installation, auth, headers)
  const found = await sessionByCookie(installation.db, auth, headers)
  const session = found?.session ?? null
  if (!found || !session || needsSecondFactor(installation, session))
    return { ...installation, user: null, role: 'anonymous', organisation: null, session, again }
  const { person, role } = session
  return { ...installation, user: person, role, organisation: found.organisation, session, again }
}

const needsSecondFactor = ({ signIn }: Installation, { person, role }: Session): boolean =>
  signIn.twoFactorFor.includes(role) && person.secondFactor !== true
