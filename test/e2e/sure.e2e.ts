import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { it } from './stage.ts'

const RESULTS = '/rounds/ekommuneprisen-2014-synthetic/results'

/** So many variations of so much that they are still under way when somebody turns away. */
const LONG = `${RESULTS}?tab=sure&assume=weights-50.combine-weightedMedian-min.missing.leaveOut&runs=50000`

it('says how sure a ranking is, and the link says the same to another', async ({ visit, complaints }) => {
  const page = await visit({ as: 'viewer' })
  await page.goto(RESULTS)
  await page.getByRole('link', { name: 'How sure' }).click()
  const usual = await readIntervals(page)
  expect(usual.finding).toMatch(/^.+ is first in (?:[<>] )?\d+% of 10,000 variations\.$/)
  const [best] = usual.rows
  expect(best?.slice(1, 2)).toEqual(['1'])
  expect(usual.finding.startsWith(`${best?.[0]} is first in ${best?.[6]} of`)).toBe(true)
  const ends = usual.rows.map(row => row.slice(3, 6).map(Number))
  expect(ends.filter(([median = 0, low = 0, high = 0]) => low > median || median > high)).toEqual([])
  expect(address(page)).toEqual({ tab: 'sure' })

  await page.getByRole('checkbox', { name: 'geometric mean' }).check()
  await page.getByRole('checkbox', { name: 'One criterion fewer' }).check()
  await page.getByLabel('Ranked among').selectOption('county')
  await page.getByLabel('Variations', { exact: true }).selectOption('1,000')
  const changed = await readIntervals(page)
  expect(changed.finding).toMatch(/1,000 variations/)
  expect(changed).not.toEqual(usual)
  expect(address(page)).toEqual({
    tab: 'sure',
    category: 'county',
    assume: 'weights-25.combine-geometric.leaveOut',
    runs: '1000',
  })

  const other = await visit({ as: 'organiser', width: 380, height: 800 })
  await other.goto(page.url())
  expect(await readIntervals(other)).toEqual(changed)
  expect(complaints).toEqual([])
})

it('follows one entry through ranks, pairs, drivers and single changes', async ({ visit, complaints }) => {
  const page = await visit({ as: 'viewer' })
  await page.goto(`${RESULTS}?tab=sure&category=county&runs=1000&assume=weights-25.combine-geometric`)
  await done(page)
  const [first, second] = await namesOf(page)
  await page.getByLabel('Follow an entry').selectOption(first ?? '')
  await page.getByText(new RegExp(`^${first} has rank 1\\.`)).waitFor()
  const pair = page.getByRole('region', { name: 'Which of two comes first?' })
  await pair.getByLabel('Another entry').selectOption(second ?? '')
  const shares = await pair.getByRole('definition').allInnerTexts()
  expect(shares.map(share => share.trim()).every(share => /^[<>]? ?\d+%$/.test(share))).toBe(true)
  await done(page)
  await page.getByRole('heading', { name: `What moves ${first} most` }).waitFor()
  await page.getByRole('heading', { name: `What would one change do to ${first}?` }).waitFor()
  expect(complaints).toEqual([])
})

it('can be cancelled, and goes on when asked', async ({ visit, complaints }) => {
  const page = await visit({ as: 'viewer' })
  await page.goto(LONG)
  const bar = page.getByRole('progressbar', { name: 'Computing …' })
  await bar.waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Cancelled.').waitFor()
  expect(await bar.count()).toBe(0)
  await page.getByRole('button', { name: 'Back to the usual' }).click()
  await done(page)
  await page.getByText(/of 50,000 variations\.$/).waitFor()
  expect(complaints).toEqual([])
})

it('is kept from those who may not read the answers', async ({ visit }) => {
  const page = await visit()
  await page.goto(`${RESULTS}?tab=sure`)
  await page.getByRole('table', { name: 'Results by entry' }).waitFor()
  expect(await page.getByRole('link', { name: 'How sure' }).count()).toBe(0)
})

/** Every analysis of the page is there. */
async function done(page: Page) {
  await page.getByRole('heading', { name: /^What would one change do/ }).waitFor()
  await expect.poll(() => page.locator('.ds-skeleton, [aria-busy=true]').count(), { timeout: 30_000 }).toBe(0)
}

/** The answer in words, and the figures behind the picture. */
async function readIntervals(page: Page): Promise<{ finding: string; rows: string[][] }> {
  await done(page)
  const [finding = ''] = await page.getByText(/variations(?:\.|:)/).allInnerTexts()
  const figure = page.getByRole('figure', { name: 'Where may each rank lie?' })
  await figure.getByRole('button', { name: 'Show as table' }).click()
  const rows = await figure.getByRole('row').allInnerTexts()
  await figure.getByRole('button', { name: 'Show as chart' }).click()
  return { finding, rows: rows.slice(1).map(row => row.split('\t')) }
}

const namesOf = async (page: Page) => (await readIntervals(page)).rows.map(([name]) => name ?? '')

const address = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
