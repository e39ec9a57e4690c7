/** What the server turns down at its sign-in endpoints, in one word; the screens say why. */
const REASONS = [
  'wrong-credentials',
  'wrong-password',
  'wrong-code',
  'wrong-link',
  'sign-in-again',
  'locked',
  'too-many',
  'provider-away',
  'unreachable',
  'failed',
] as const
export type RefusedReason = (typeof REASONS)[number]

export class SignInRefused extends Error {
  override name = 'SignInRefused'
  readonly reason: RefusedReason
  constructor(reason: RefusedReason) {
    super(reason)
    this.reason = reason
  }
}

/** Posts to a sign-in endpoint; what it answers. The session itself is a cookie that scripts cannot read. @throws SignInRefused */
export async function postAuth(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new SignInRefused('unreachable')
  })
  const said = await answer.json().catch(() => ({}))
  if (answer.ok) return said
  if (answer.status >= 500 && said.code !== 'provider-away') throw new SignInRefused('unreachable')
  throw new SignInRefused(REASONS.find(reason => reason === said.code) ?? 'failed')
}
