import type { Page } from 'playwright-core'
import { inDays, LIST, typed } from './lived-seed.ts'

/** What the organiser does before anybody else takes part; leads to the round's id. */
export async function setUp(page: Page): Promise<string> {
  await page.goto('/rounds?new=true')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Edition', { exact: true }).selectOption('ekommuneprisen@2014')
  await dialog.getByLabel('Title').fill('eKommuneprisen')
  await dialog.getByRole('button', { name: 'Make the draft' }).click()
  await page.getByRole('heading', { level: 1, name: 'eKommuneprisen' }).waitFor()
  await page.getByLabel('Year').fill('2014')
  await page.getByLabel('Reference date').fill('2014-01-01')
  await setStages(page)
  await page.getByRole('navigation', { name: 'Steps' }).getByText('Check and open').click()
  await page.getByText('Nothing stops the opening.').waitFor()
  await page.getByRole('button', { name: 'Open the round' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Open the round' }).click()
  await page.getByRole('heading', { name: 'Nobody takes part yet' }).waitFor()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** The edition has neither a desk check nor visits: both come in here, each with time to reply. */
async function setStages(page: Page) {
  await page.getByRole('navigation', { name: 'Steps' }).getByText('Stages and dates').click()
  for (const stage of ['Verification', 'Site visits'])
    await page.getByRole('button', { name: stage, exact: true }).click()
  const times = {
    Survey: { Opens: -7, Closes: 7 },
    Verification: { Opens: 8, Closes: 10, 'Entries reply until': 12 },
    'Site visits': { Opens: 13, Closes: 15, 'Entries reply until': 17 },
    'The jury’s account of each nominee': { Opens: 18, Closes: 20 },
  }
  for (const [stage, fields] of Object.entries(times))
    for (const [field, days] of Object.entries(fields))
      await page.getByLabel(`${field} – ${stage}`).fill(typed(inDays(days)))
  await page.getByText('All changes are saved').waitFor()
}

/** Everybody by a pasted list, with those who are to lead the answers. */
export async function inviteByList(page: Page, round: string): Promise<void> {
  await page.goto(`/rounds/${round}/entries`)
  await page.getByRole('button', { name: 'Invite', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('A list, with those who answer').check()
  await dialog.getByLabel('List', { exact: true }).fill(LIST)
  await dialog.getByRole('button', { name: 'Read the list' }).click()
  await dialog.getByText('15 will be invited').waitFor()
  await dialog.getByText(/^15 people get an invitation by e-mail/).waitFor()
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
