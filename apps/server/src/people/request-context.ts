import type { Context, Installation } from '../context.ts'
import type { Auth } from './auth.ts'
import { organisationOf } from './queries.ts'
import { GIVEN_ROLES, type GivenRole } from './service.ts'

/** Who is asking, by the session cookie in the request's headers. */
export async function contextFor(installation: Installation, auth: Auth, headers: Headers): Promise<Context> {
  const session = headers.has('cookie') ? await auth.api.getSession({ headers }) : null
  const again = () => contextFor(installation, auth, headers)
  if (!session) return { ...installation, user: null, role: 'anonymous', organisation: null, again }
  const { id, name, email, role } = session.user
  return {
    ...installation,
    user: { id, name, email },
    role: isGiven(role) ? role : 'anonymous',
    organisation: (await organisationOf(installation.db, id)) ?? null,
    again,
  }
}

const isGiven = (role: string | null | undefined): role is GivenRole =>
  (GIVEN_ROLES as readonly unknown[]).includes(role)
