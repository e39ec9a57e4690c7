/** Signs in with the token that taking a seat gave; the session is a cookie that scripts cannot read. */
export async function enterByToken(token: string): Promise<void> {
  const answer = await fetch('/api/auth/sign-in/link/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  if (answer.ok) return
  const { message } = (await answer.json().catch(() => ({}))) as { message?: string }
  throw new Error(message ?? `${answer.status}`)
}
