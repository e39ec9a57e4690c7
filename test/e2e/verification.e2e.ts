import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { it as base } from './stage.ts'
import { seedVerification } from './verification-seed.ts'

const it = base.extend('seeded', { scope: 'file' }, ({ world }) => seedVerification(world))

const question = (page: Page, id: string) => page.locator(`[data-question=${id}]`)
const saved = (page: Page, id: string) =>
  question(page, id)
    .getByText(/^Saved /)
    .waitFor()

it('lets an assessor check answers by keyboard, each saved by itself', async ({
  seeded,
  visit,
  complaints,
}) => {
  const { round, entry, desk } = seeded
  const page = await visit({ session: desk.session })
  await page.goto(`/rounds/${round}/assess`)
  await page.getByText('Desk check is open until').waitFor()
  await page.getByRole('link', { name: 'Dovre' }).click()
  await page.getByRole('heading', { level: 1, name: 'Dovre' }).waitFor()

  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await question(page, 'plan').getByText('Not saved yet: say how sure you are.').waitFor()
  await page.keyboard.press('3')
  await saved(page, 'plan')

  await page.keyboard.press('j')
  await page.keyboard.press('d')
  const budget = question(page, 'budget')
  await budget.getByLabel('What you found').selectOption({ label: 'No' })
  await budget.getByLabel('Fairly sure').check()
  await budget.getByText('Not saved yet: give the reason.').waitFor()
  await budget.getByLabel('Reason (needed').fill('The budget does not name it.')
  await budget.getByLabel('Reason (needed').blur()
  await saved(page, 'budget')
  await budget
    .getByText('Budget: -25.00 points, of 25.00')
    .or(budget.getByText('Budget: −25.00 points, of 25.00'))
    .waitFor()

  const share = question(page, 'share')
  await share.getByLabel('Something else').check()
  await share.getByLabel('What you found').fill('60')
  await share.getByLabel('What you found').blur()
  await share.getByLabel('Hardly sure').check()
  await share.getByLabel('Reason (needed').fill('Counted in one office.')
  await share.getByLabel('Reason (needed').blur()
  await saved(page, 'share')

  // Whoever speaks to the computer can switch single keys off.
  await page.getByLabel('Single-key shortcuts').uncheck()
  await question(page, 'web').focus()
  await page.keyboard.press('a')
  expect(await question(page, 'web').getByLabel('It holds').isChecked()).toBe(false)

  const { items } = await desk.api.assessments.sheet.query({ round, entry })
  expect(items.map(one => [one.question, one.desk?.value, one.desk?.confidence])).toEqual([
    ['plan', 'yes', 3],
    ['budget', 'no', 2],
    ['web', undefined, undefined],
    ['share', 60, 1],
  ])
  expect(complaints).toEqual([])
})

it('shows what somebody else found in the meantime before it is replaced', async ({ seeded, visit }) => {
  const { round, entry, desk } = seeded
  const page = await visit({ session: desk.session })
  await page.goto(`/rounds/${round}/assess/${entry}?q=web`)
  const web = question(page, 'web')
  await web.getByLabel('It holds').check()
  const where = { round, entry, question: 'web', layer: 'desk' } as const
  const found = {
    verdict: 'differ',
    value: 'partly',
    confidence: 2,
    reason: 'Two of three forms.',
  } as const
  await desk.api.assessments.find.mutate({ ...where, ...found, version: 0 })
  await web.getByLabel('Sure', { exact: true }).check()
  await web.getByText('Desk assessor has found something in the meantime: Partly (1).').waitFor()
  await web.getByRole('button', { name: 'Keep theirs' }).click()
  await expect.poll(() => web.getByLabel('What you found').inputValue()).toBe('partly')
  const { items } = await desk.api.assessments.sheet.query({ round, entry })
  expect(items[2]?.desk).toMatchObject({ value: 'partly', reason: 'Two of three forms.' })
})

it('shows the entry what was found and takes its objection, which an assessor answers', async ({
  seeded,
  visit,
  complaints,
}) => {
  const { round, entry, lead, desk, close } = seeded
  const page = await visit({ session: lead.session })
  await page.goto(`/rounds/${round}/findings/${entry}`)
  await page.getByText('You may not do this').or(page.getByRole('alert')).first().waitFor()
  await close('verification')
  await page.reload()
  await page.getByText('All together').waitFor()
  const budget = page.getByRole('article', { name: 'Is there money for it?' })
  await budget.getByText('Reason: The budget does not name it.').waitFor()
  await budget.getByText('Desk assessor,').waitFor()
  await budget.getByLabel('Object').check()
  await budget.getByLabel('What do you object to?').fill('It is on page 12.')
  await budget.getByRole('button', { name: 'Send the reply' }).click()
  await budget.getByText(/^Sent /).waitFor()
  expect(await page.getByRole('article').count()).toBe(3)

  const assessor = await visit({ session: desk.session })
  await assessor.goto(`/rounds/${round}/assess/${entry}?show=replied`)
  const replied = question(assessor, 'budget')
  await replied.getByText('It is on page 12.').waitFor()
  await replied.getByLabel('Change the finding').check()
  await replied.getByLabel('What you found').selectOption({ label: 'Partly' })
  await replied.getByLabel('Say why; the entry reads it.').fill('Half of it is there.')
  await replied.getByRole('button', { name: 'Send the answer' }).click()
  await replied.getByText('The finding was changed from No (0) to Partly (1).').waitFor()

  await page.reload()
  await budget.getByText('The finding was changed from No (0) to Partly (1).').waitFor()
  expect(complaints.filter(line => !line.includes('403'))).toEqual([])
})

it('leads the visitor to what the desk asks to see, and tells in the explanation what each value rests on', async ({
  seeded,
  visit,
  complaints,
}) => {
  const { round, entry, visitor, organiser, openVisit } = seeded
  await openVisit()
  const page = await visit({ session: visitor.session })
  await page.goto(`/rounds/${round}/assess/${entry}?show=forVisit`)
  await page.getByText('3 of 4 questions').waitFor()
  const share = question(page, 'share')
  await share.getByLabel('Something else').check()
  await share.getByLabel('What you found').fill('70')
  await share.getByLabel('What you found').blur()
  await share.getByLabel('Sure', { exact: true }).check()
  await share.getByLabel('Reason (needed').fill('Counted in all offices.')
  await share.getByLabel('Reason (needed').blur()
  await saved(page, 'share')

  await organiser.results.evaluate.mutate({ round })
  const { rows } = await organiser.results.get.query({ round })
  // (1 + 0.5 + 0.5 + 0.7) / 4
  expect(rows.map(row => [row.name, row.points, row.restsOn])).toEqual([
    ['Dovre', 67.5, { layer: 'desk', mixed: true }],
  ])
  const office = await visit({ as: 'organiser' })
  await office.goto(`/rounds/${round}/entries/${entry}`)
  await office.getByRole('button', { name: 'Open all' }).click()
  const explained = office.getByRole('region', { name: 'How the score came about' })
  await explained.getByText('Checked, part on a visit').waitFor()
  await explained.getByText('Seen on a visit').waitFor()
  await explained.getByText('After the visit: 70 %. By a site visitor,').waitFor()
  await explained
    .getByText('The entry objects: It is on page 12. It was No (0) before: Half of it is there.')
    .waitFor()

  await office.goto(`/rounds/${round}/inflation`)
  await office.getByRole('heading', { name: 'Claims above what was found, by criterion' }).waitFor()
  await office.getByRole('button', { name: 'Show as table' }).first().click()
  const cells = office.getByRole('table').getByRole('row')
  expect((await cells.allInnerTexts()).slice(1).map(row => row.split(/\s*\t\s*/).slice(0, 2))).toEqual([
    ['Budget', '12.50'],
    ['Web', '12.50'],
    ['Digital cases', '2.50'],
    ['Plan', '0.00'],
  ])
  expect(complaints).toEqual([])
})

const LOOKS = [
  ['nb-NO', 380],
  ['sv-SE', 380],
  ['sv-SE', 1280],
] as const

it.for([
  ['the list to check', 'desk', 'assess'],
  ['the sheet of an entry', 'desk', 'assess/'],
  ['what was found', 'lead', 'findings/'],
  ['how far claims go', null, 'inflation'],
] as const)(
  '%s works on a phone, in nb and sv, and for everyone',
  async ([, who, screen], { seeded, visit, complaints }) => {
    const path = `/rounds/${seeded.round}/${screen}${screen.endsWith('/') ? seeded.entry : ''}`
    for (const [locale, width] of LOOKS) {
      const reader = who === null ? { as: 'organiser' as const } : { session: seeded[who].session }
      const page = await visit({ ...reader, locale, width })
      await page.goto(path)
      await page.getByRole('main').getByText('Dovre').filter({ visible: true }).first().waitFor()
      expect(await page.locator('html').evaluate(html => [html.lang, html.scrollWidth])).toEqual([
        locale.slice(0, 2),
        width,
      ])
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
      await page.close()
    }
    expect(complaints).toEqual([])
  },
)
