import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seedHostile } from './hostile-seed.ts'
import { it as base } from './stage.ts'

const it = base.extend('hostile', { scope: 'file' }, ({ world }) => seedHostile(world))

const ANSWERING = ['/rounds/:round/stages', '/rounds/:round/entries', '/rounds/:round/entries/:entry']
const RUNNING = [
  ...ANSWERING,
  '/rounds',
  '/rounds/:round',
  '/rounds/:round/people',
  '/rounds/:round/mail',
  '/rounds/:round/responses',
  '/rounds/:round/nominations',
  '/rounds/:round/set-up?step=basics',
  '/rounds/:round/set-up?step=questions',
  '/rounds/:round/set-up?step=criteria',
  '/rounds/:round/set-up?step=texts',
  '/rubrics',
  ...['criteria', 'questions', 'crosswalk', 'sources'].map(part => `/rubrics/hostile-hall@2026?part=${part}`),
  '/people',
  '/outbox',
  '/audit',
]

/** What of the page was taken for HTML, or ran. */
const broken = async (page: Page) => ({
  elements: await page.locator('[data-injected], svg[onload], a[href^="javascript:" i]').count(),
  ran: await page.evaluate<boolean>("'ran' in window"),
  computed: await page.getByText(/\{\{49\}\}|\$\{49\}/).count(),
})

it('shows what anybody writes anywhere as what it is, and runs none of it', async ({
  hostile,
  visit,
  complaints,
}) => {
  const { round, entry, lead, desk } = hostile
  const dialogs: string[] = []
  const shown: [string, boolean][] = []
  const wrong: [string, object][] = []
  const tour = async (page: Page, screens: readonly string[]) => {
    page.on('dialog', dialog => {
      dialogs.push(`${page.url()} ${dialog.message()}`)
      void dialog.dismiss()
    })
    for (const screen of screens) {
      await page.goto(screen.replaceAll(':round', round).replaceAll(':entry', entry))
      await page.locator('main').waitFor()
      await page.waitForLoadState('networkidle')
      const seen = await broken(page)
      if (seen.elements > 0 || seen.ran || seen.computed > 0) wrong.push([screen, seen])
      shown.push([screen, (await page.getByText('<img src=x data-injected').count()) > 0])
    }
  }

  await tour(await visit(), [`/nominate/${round}`])
  await hostile.answer()
  const leads = await visit({ session: lead.session })
  await tour(leads, [
    '/rounds/:round/mine',
    '/rounds/:round/answer/:entry',
    '/rounds/:round/answer/:entry/print',
  ])
  await tour(await visit({ as: 'admin' }), RUNNING)
  await hostile.check()
  await tour(leads, ['/rounds/:round/findings/:entry', '/rounds/:round/answer/:entry'])
  await tour(await visit({ session: desk.session }), [
    '/rounds/:round/assess',
    '/rounds/:round/assess/:entry',
  ])
  await hostile.publish()
  await tour(await visit(), ['/rounds', `/rounds/${round}/results`, `/rounds/${round}/results?tab=versions`])
  await tour(await visit({ as: 'admin' }), [
    ...['table', 'distribution', 'criteria', 'versions'].map(tab => `/rounds/:round/results?tab=${tab}`),
    '/rounds/:round/entries/:entry',
    '/rounds/:round/inflation',
    `/compare?rounds=${round}`,
  ])
  expect([wrong, dialogs, complaints]).toEqual([[], [], []])
  expect(shown.filter(([, isShown]) => !isShown).map(([screen]) => screen)).toEqual([])
})
