/** Sign-in and sign-out over the server's session endpoints; the session itself is a cookie that scripts cannot read. */

export class SignInRefused extends Error {
  override name = 'SignInRefused'
  readonly reason: 'credentials' | 'tooMany' | 'unreachable'
  constructor(reason: 'credentials' | 'tooMany' | 'unreachable') {
    super(reason)
    this.reason = reason
  }
}

const post = (path: string, body: object) =>
  fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new SignInRefused('unreachable')
  })

export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  const answer = await post('sign-in/email', credentials)
  if (answer.ok) return
  if (answer.status === 429) throw new SignInRefused('tooMany')
  throw new SignInRefused(answer.status < 500 ? 'credentials' : 'unreachable')
}

export async function signOut(): Promise<void> {
  const answer = await post('sign-out', {})
  if (!answer.ok) throw new SignInRefused('unreachable')
}
