import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { test } from 'vitest'
import { createWorld, type World, type WorldRole } from '../world/create-world.ts'
import { openBrowser } from './browser.ts'
import { type Session, signedIn } from './session.ts'

const PICTURES = fileURLToPath(new URL('../../test-results/', import.meta.url))

/** Longest wait for anything on a page; two busy cores need more than a person would. */
const PATIENCE = 15_000

export type Visit = {
  as?: WorldRole
  locale?: string
  width?: number
  height?: number
  permissions?: string[]
  /** Of somebody whom the demo does not have. */
  session?: Session
  /** A name: visits of that name in this file are one person's tabs, whose browser keeps what it has loaded. */
  person?: string
}

/**
 * A test with a server, a browser and as many visitors as it asks for. Each visitor has cookies of their own; whatever
 * their pages complain of in the console, the content security policy included, is in `complaints`. When the test
 * fails, a picture of every page is left in `test-results`.
 */
export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs.
  .extend('world', { scope: 'file' }, async ({}, { onCleanup }): Promise<World> => {
    const world = await createWorld({ demo: true })
    onCleanup(() => world[Symbol.asyncDispose]())
    return world
  })
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs.
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await openBrowser()
    onCleanup(() => browser.close())
    return browser
  })
  .extend('sessions', { scope: 'file' }, () => new Map<WorldRole, Session>())
  .extend('persons', { scope: 'file' }, () => new Map<string, BrowserContext>())
  .extend('complaints', (): string[] => [])
  .extend('visit', async ({ world, browser, sessions, persons, complaints, task }, { onCleanup }) => {
    const pages: Page[] = []
    onCleanup(async () => {
      if (task.result?.state === 'fail') await picture(pages, task.name)
      for (const page of pages) await page.close()
    })
    return async ({ as, session: given, person, ...look }: Visit = {}) => {
      const known = person === undefined ? undefined : persons.get(person)
      const session = given ?? (as && (await sessionOf(world, sessions, as)))
      const context = known ?? (await browser.newContext(settings(world, look, session)))
      if (person !== undefined) persons.set(person, context)
      context.setDefaultTimeout(PATIENCE)
      const page = await context.newPage()
      pages.push(page)
      page.on('console', message => {
        if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
      })
      page.on('pageerror', error => complaints.push(error.message))
      return page
    }
  })

const settings = (
  { url }: World,
  { locale = 'en-GB', width = 1280, height = 900, permissions = [] }: Visit,
  session: Session | undefined,
): BrowserContextOptions => ({
  baseURL: url,
  locale,
  viewport: { width, height },
  permissions,
  reducedMotion: 'reduce',
  ...(session && { storageState: session }),
})

/** Signs in once a role and file, as the server lets nobody try passwords without end. */
async function sessionOf(world: World, sessions: Map<WorldRole, Session>, role: WorldRole): Promise<Session> {
  const known = sessions.get(role)
  if (known) return known
  const session = await signedIn(world, demoSignIn(world, role))
  sessions.set(role, session)
  return session
}

export const demoSignIn = ({ signIns }: World, role: WorldRole) => {
  const found = signIns.find(one => one.role === role)
  if (!found) throw new Error(`The demo has nobody who is ${role}.`)
  return found
}

async function picture(pages: readonly Page[], test: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true })
  for (const [at, page] of pages.entries()) {
    const file = `${test.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}-${at + 1}.png`
    await page.screenshot({ path: join(PICTURES, file), fullPage: true }).catch(error => {
      console.error(`No picture of ${page.url()}: ${error.message}`)
    })
  }
}
