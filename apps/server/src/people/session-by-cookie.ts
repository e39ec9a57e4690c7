import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, Session } from '../context.ts'
import type { Db } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import type { Auth } from './auth.ts'
import { isGiven } from './given-roles.ts'

/**
 * The session of a request's cookie and the organisation that its person works for, by the rules of better-auth: the
 * cookie is signed, the session is not over. It is read here, in one query, because asking better-auth was a third of the
 * work of saving an answer; what changes a session stays with it.
 */
export async function sessionByCookie(
  db: Db,
  auth: Auth,
  headers: Headers,
): Promise<{ session: Session; organisation: Context['organisation'] } | null> {
  const { authCookies, secret, sessionConfig } = await auth.$context
  const token = signedToken(headers.get('cookie') ?? '', authCookies.sessionToken.name, secret)
  const [found] = token === null ? [] : await sessionOf(db, { token })
  if (!found) return null
  const left = (Date.parse(found.expiresAt) - Date.now()) / 1000
  // It renews one that is older than its `updateAge`, and clears away one that is over.
  if (left <= sessionConfig.expiresIn - sessionConfig.updateAge) await auth.api.getSession({ headers })
  const { id, createdAt, userId, name, email, role, organisationId, organisationName } = found
  if (left <= 0 || !isGiven(role)) return null
  return {
    // Since a session is given only once both factors were shown, it is enough to know that there are two.
    session: {
      id,
      createdAt,
      person: { id: userId, name, email, secondFactor: found.secondFactor === 1 },
      role,
    },
    organisation: organisationId === null ? null : { id: organisationId, name: organisationName ?? '' },
  }
}

/** The token in the cookie of this name, if its signature is ours. */
function signedToken(cookies: string, name: string, secret: string): string | null {
  const cookie = cookies
    .split(';')
    .map(one => one.trim())
    .find(one => one.startsWith(`${name}=`))
  const value = decoded(cookie?.slice(name.length + 1) ?? '')
  const at = value.lastIndexOf('.')
  if (at < 1) return null
  const token = value.slice(0, at)
  const given = Buffer.from(value.slice(at + 1))
  const signature = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'))
  return given.length === signature.length && timingSafeEqual(given, signature) ? token : null
}

/** What is no encoded text is nobody's cookie of ours. */
const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

/** With the organisation that the person joined first. */
const sessionOf = prepared(['token'], (db, { token }) =>
  db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .leftJoin('member', 'member.userId', 'user.id')
    .leftJoin('organization', 'organization.id', 'member.organizationId')
    .select([
      'session.id',
      'session.createdAt',
      'session.expiresAt',
      'session.userId',
      'user.name',
      'user.email',
      'user.role',
      'user.twoFactorEnabled as secondFactor',
      'organization.id as organisationId',
      'organization.name as organisationName',
    ])
    .where('session.token', '=', token)
    .orderBy('member.createdAt')
    .limit(1),
)
