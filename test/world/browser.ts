/**
 * Somebody at a browser: it keeps the cookies that it is given, or those of another one whose jar it has.
 *
 * @param origin the address that they see, where a proxy stands in front
 */
export function browserAt(url: string, origin = url, jar = new Map<string, string>()) {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, url), {
      ...init,
      redirect: 'manual',
      headers: { cookie, ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  return {
    jar,
    get: ask,
    /** Posts JSON as a page of the site does; the answer's status and body. */
    post: async (path: string, body: object) => {
      const response = await ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin },
      })
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    },
  }
}
