import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ANSWERS } from './seed.ts'
import { demoSignIn, it } from './stage.ts'

const UNKNOWN_UNIT =
  'No unit has this code or name on the reference date. Write the code or the name of one that exists then.'

type PublishedRow = { name: string; score: number; percent: number; rank: number; coverage: number }

it('takes an award from the first sign-in to open data', async ({ world, visit, complaints }) => {
  const page = await visit()
  await signIn(page, demoSignIn(world, 'organiser'))
  await makeDraft(page)
  const id = new URL(page.url()).pathname.split('/')[2]
  const json = `/api/v1/rounds/${id}/results.json`
  const csv = `/api/v1/rounds/${id}/results.csv`

  await page.getByLabel('Reference date').fill('2014-01-01')
  await changeWeight(page)
  await open(page)
  await importAnswers(page)
  await evaluate(page)
  // Dialogue 2 × (1 + 1 + 0)/3; eight areas of one question in three, two of those by half; a weight of ten in all.
  const worked = (500 * (4 / 3 + 7 / 3)) / 10
  const { total, parts, sum } = await readExplanation(page)
  expect(total).toBe(`${worked.toFixed(2)} of 500.00`)
  expect([parts.length, sum]).toEqual([9, Number(worked.toFixed(2))])
  expect(Math.abs(parts.reduce((all, part) => all + part, 0) - worked)).toBeLessThan(parts.length * 0.005)

  expect([(await world.stranger.fetch(json)).status, (await world.stranger.fetch(csv)).status]).toEqual([
    404, 404,
  ])
  await publish(page)
  const rows = await openData(world.stranger.fetch, json)
  expect(rows.length).toBe(28)
  expect(rows.filter(row => row.rank === 1).map(row => row.name)).toEqual(['Bergen'])
  const dovre = rows.find(row => row.name === 'Dovre')
  expect(dovre?.score).toBeCloseTo(worked, 10)
  const table = await (await world.stranger.fetch(csv)).text()
  expect(table.split('\r\n')).toContain(
    `NO-0511,0511,Dovre,NO,small,${dovre?.score},${dovre?.percent},2,1,scored,computed,winner,${id},round,1,${dovre?.coverage},,compete`,
  )
  expect(complaints).toEqual([])
})

async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rounds', exact: true }).waitFor()
  await page.getByText('Demo organiser').waitFor()
}

async function makeDraft(page: Page) {
  await page.getByRole('link', { name: 'New round' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Edition', { exact: true }).selectOption('ekommuneprisen@2014')
  await dialog.getByLabel('Title').fill('Årets eKommune')
  await dialog.getByRole('button', { name: 'Make the draft' }).click()
  await page.getByRole('heading', { level: 1, name: 'Årets eKommune' }).waitFor()
}

/** Digital dialogue counts twice from now on, and the list beside it says at once who moves. */
async function changeWeight(page: Page) {
  await page.getByRole('navigation', { name: 'Steps' }).getByText('Criteria and weights').click()
  const ranking = page.getByRole('region', { name: 'Ranking with these weights' })
  await ranking.getByText('With the answers of eKommuneprisen 2014 (syntetisk)').waitFor()
  await page.getByText(/^0 of \d+ change category rank/).waitFor()
  await page.getByLabel('Weight of Digital dialogue').fill('2')
  await page.getByText(/^[1-9]\d* of \d+ change category rank/).waitFor()
  await ranking.getByLabel('Order').selectOption('Largest moves')
  await ranking
    .getByText(/^up \d+ places?$/)
    .first()
    .waitFor()
  await page.getByText('All changes are saved').waitFor()
}

async function open(page: Page) {
  await page.getByRole('navigation', { name: 'Steps' }).getByText('Check and open').click()
  await page.getByText('Nothing stops the opening.').waitFor()
  await page.getByText('Weight of “Digital dialogue”').first().waitFor()
  await page.getByRole('button', { name: 'Open the round' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Open the round' }).click()
  await page.getByRole('heading', { name: 'Nobody takes part yet' }).waitFor()
}

async function importAnswers(page: Page) {
  await page.getByRole('link', { name: 'Import answers' }).click()
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'kartlegging-2014.csv',
    mimeType: 'text/csv',
    buffer: await readFile(ANSWERS),
  })
  await page.getByText('28 of 30 rows can be imported · 2 rows cannot').waitFor()
  const bad = page.getByRole('region', { name: 'Check' }).getByRole('row')
  expect((await bad.allInnerTexts()).slice(1).map(text => text.split(/\s*[\n\t]\s*/))).toEqual([
    ['30', 'Kommunenummer', '1507', UNKNOWN_UNIT],
    ['31', 'strategy', 'Kanskje', 'It is not one of the options.', 'Allowed: one of yes, underway, no, ?'],
  ])
  await page.getByRole('button', { name: 'Import 28 rows without the 2 bad' }).click()
  await page.getByRole('heading', { name: '28 rows imported' }).waitFor()
}

async function evaluate(page: Page) {
  const screens = page.getByRole('navigation', { name: 'Screens of this round' })
  await screens.getByRole('link', { name: 'Results', exact: true }).click()
  await page.getByRole('button', { name: 'Evaluate' }).click()
  const rows = page.getByRole('table', { name: 'Results by entry' }).getByRole('row')
  await expect.poll(() => rows.count()).toBe(29)
  expect((await rows.nth(1).allInnerTexts())[0]?.split(/\s+/).slice(0, 3)).toEqual(['1', '1', 'Bergen'])
}

/** Points of the nine areas, and of them all, as Dovre's explanation shows them. */
async function readExplanation(page: Page) {
  await page.getByRole('link', { name: 'Dovre' }).click()
  await page.getByRole('heading', { level: 1, name: 'Dovre' }).waitFor()
  const tree = page.getByRole('region', { name: 'How the score came about' }).locator('[data-root=true]')
  await tree.getByText('Sum of the parts').waitFor()
  const shown = tree.locator(
    ':scope > div > ul > li > [data-numeric], :scope > div > ul > li > div > [data-numeric]',
  )
  const [total = ''] = await tree.locator(':scope > div > [data-numeric]').allInnerTexts()
  const parts = (await shown.allInnerTexts()).map(Number.parseFloat)
  return { total, parts: parts.slice(0, -1), sum: parts.at(-1) }
}

async function publish(page: Page) {
  await page.getByRole('navigation', { name: 'You are here' }).getByRole('link').last().click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish version 1' }).click()
  await page.getByText('Published', { exact: true }).waitFor()
}

async function openData(read: (path: string) => Promise<Response>, path: string): Promise<PublishedRow[]> {
  const answer = await read(path)
  expect(answer.status).toBe(200)
  const { results } = (await answer.json()) as { results: PublishedRow[] }
  return results
}
