import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visit } from './stage.ts'

const PATIENCE = { timeout: 20_000 }
export const PHONE = { width: 380, height: 800 } as const
export const LANGUAGES = { sv: 'sv-SE', nb: 'nb-NO' } as const

/** A page that has loaded: in this language, not wider than the window, and without findings of axe. */
export async function accessible(page: Page, lang: string): Promise<void> {
  await expect.poll(() => page.locator('.ds-skeleton, [aria-busy=true]').count(), PATIENCE).toBe(0)
  expect(
    await page.locator('html').evaluate(html => [html.lang, html.scrollWidth <= html.clientWidth]),
  ).toEqual([lang, true])
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .setLegacyMode()
    .analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`))
  expect(found).toEqual([])
}

/** A path, and what stands in its main part once it is there. */
type Screen = { path: string; until: string } & Pick<Visit, 'as' | 'session'>

/** One screen on a telephone in both languages. */
export async function inBoth(
  visit: (visit?: Visit) => Promise<Page>,
  { path, until, ...who }: Screen,
): Promise<void> {
  for (const [lang, locale] of Object.entries(LANGUAGES)) {
    const page = await visit({ ...who, locale, ...PHONE })
    await page.goto(path)
    await page.locator(`main ${until}`).locator('visible=true').first().waitFor()
    await accessible(page, lang)
  }
}
