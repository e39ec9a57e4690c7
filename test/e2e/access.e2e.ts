import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { seedRounds } from './seed.ts'
import { it as base } from './stage.ts'

const it = base.extend('seeded', { scope: 'file' }, ({ world }) => seedRounds(world))

const NORWAY = 'ekommuneprisen-2014-synthetic'
const SWEDEN = 'sveriges-digitaliseringskommun-2019-synthetic'

/** Every screen; `:draft`, `:open` and `:entry` stand for what the test has made. Strangers see those marked so. */
const SCREENS: readonly (readonly [path: string, stranger?: 'stranger'])[] = [
  ['/sign-in', 'stranger'],
  ['/sign-in/link', 'stranger'],
  ['/account'],
  ['/people', 'stranger'],
  ['/no/such/place', 'stranger'],
  ['/rounds'],
  ['/rounds?new=true'],
  ...['basics', 'categories', 'criteria', 'questions', 'stages', 'awards', 'texts', 'check'].map(
    step => [`/rounds/:draft/set-up?step=${step}`] as const,
  ),
  ['/rounds/:open/set-up?step=criteria'],
  ['/rounds/:open/entries'],
  ['/rounds/:open/entries/import'],
  ['/rounds/:open/results'],
  ...['table', 'distribution', 'criteria', 'sure', 'versions'].map(
    tab => [`/rounds/${NORWAY}/results?tab=${tab}`] as const,
  ),
  [`/rounds/${NORWAY}/entries/:entry`],
  [`/rounds/${NORWAY}/survey`],
  ['/rounds/ekommuneprisen-2014-record/record'],
  ['/rounds/ekommuneprisen-2014-record/results', 'stranger'],
  ['/rounds/kommuneundersokelsen-2017-record/survey', 'stranger'],
  ['/compare'],
  [`/compare?rounds=${NORWAY},${SWEDEN}&mark=NO-1201`],
  ['/rubrics'],
  ...['criteria', 'questions', 'crosswalk', 'sources'].map(
    part => [`/rubrics/ekommuneprisen@2014?part=${part}`] as const,
  ),
  ['/units'],
  ['/units/NO-0511'],
  ['/people'],
  ['/audit'],
]

const VIEWERS = [
  { locale: 'nb-NO', lang: 'nb', width: 1280, height: 900 },
  { locale: 'sv-SE', lang: 'sv', width: 380, height: 800 },
] as const

describe.for(VIEWERS)('in $lang at $width px', ({ lang, ...viewer }) => {
  it.for(SCREENS)('%s', async ([path, stranger], { seeded, visit, complaints }) => {
    const page = await visit({ ...viewer, person: `${lang} ${stranger}`, ...(!stranger && { as: 'admin' }) })
    await page.goto(path.replaceAll(/:(draft|open|entry)/g, (_, key: keyof typeof seeded) => seeded[key]))
    await settled(page)
    expect(
      await page.locator('html').evaluate(html => [html.lang, html.scrollWidth <= html.clientWidth]),
    ).toEqual([lang, true])
    expect(await page.getByRole('heading', { level: 1, includeHidden: true }).count()).toBe(1)
    expect(await seriousFindings(page)).toEqual([])
    expect(complaints.filter(complaint => !complaint.includes('401'))).toEqual([])
  })
})

it('keeps the menu of a phone out of the way until it is asked for', async ({ visit }) => {
  const page = await visit({ width: 380, height: 800 })
  await page.goto('/rounds')
  const menu = page.getByRole('navigation', { name: 'Main menu' })
  const button = page.getByRole('button', { name: 'Open menu' })
  await button.waitFor()
  expect(await menu.isVisible()).toBe(false)
  await button.click()
  await menu.getByRole('link', { name: 'Units' }).click()
  await page.getByRole('heading', { level: 1, name: 'Units' }).waitFor()
  await expect.poll(() => menu.isVisible()).toBe(false)
})

/** The screen is there and nothing on it is still being fetched. */
async function settled(page: Page) {
  await page.getByRole('heading', { level: 1, includeHidden: true }).waitFor({ state: 'attached' })
  await expect.poll(() => page.locator('.ds-skeleton, [aria-busy=true]').count(), { timeout: 15_000 }).toBe(0)
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    // No frames here, for which alone it would open another page each time.
    .setLegacyMode()
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.html}`))
}
