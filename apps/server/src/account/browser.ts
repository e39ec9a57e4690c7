import bowser from 'bowser'

/** The browser of a session, as far as it says: `{ browser: 'Firefox', system: 'Windows' }`. */
export function browserIn(userAgent: string | null): { browser: string | null; system: string | null } {
  if (!userAgent) return { browser: null, system: null }
  const { browser, os } = bowser.parse(userAgent)
  return { browser: browser.name || null, system: os.name || null }
}
