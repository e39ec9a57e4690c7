import type { Context, Installation, Session } from '../context.ts'
import type { Auth } from './auth.ts'
import { isGiven } from './given-roles.ts'
import { organisationOf } from './queries.ts'

/**
 * Who is asking, by the session cookie in the request's headers. Whose role needs a second factor and who has none is
 * nobody until they have set it up.
 */
export async function contextFor(installation: Installation, auth: Auth, headers: Headers): Promise<Context> {
  const again = () => contextFor(installation, auth, headers)
  const session = headers.has('cookie') ? await sessionOf(auth, headers) : null
  if (!session || needsSecondFactor(installation, session))
    return { ...installation, user: null, role: 'anonymous', organisation: null, session, again }
  const { person, role } = session
  const organisation = (await organisationOf(installation.db, person.id)) ?? null
  return { ...installation, user: person, role, organisation, session, again }
}

const needsSecondFactor = ({ signIn }: Installation, { person, role }: Session): boolean =>
  signIn.twoFactorFor.includes(role) && person.secondFactor !== true

async function sessionOf(auth: Auth, headers: Headers): Promise<Session | null> {
  const found = await auth.api.getSession({ headers })
  if (!found || !isGiven(found.user.role)) return null
  const { id, name, email, role, twoFactorEnabled } = found.user
  return {
    id: found.session.id,
    createdAt: new Date(found.session.createdAt).toISOString(),
    // Since a session is given only once both factors were shown, it is enough to know that there are two.
    person: { id, name, email, secondFactor: twoFactorEnabled === true },
    role,
  }
}
