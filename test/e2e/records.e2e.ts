import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { it } from './stage.ts'

it('holds what was printed of eKommuneprisen 2014 against what the engine gets', async ({
  visit,
  complaints,
}) => {
  const page = await visit()
  await page.goto('/rounds')
  await page.getByRole('link', { name: 'eKommuneprisen 2014: offentliggjorte resultater' }).click()
  await page.getByText('21 hold · 1 contradicted · 6 cannot be checked').waitFor()
  const claims = page.getByRole('table', { name: 'What was printed, and what holds' })
  await claims.getByRole('row').nth(28).waitFor()
  const claim = async (says: string) => {
    const row = claims.getByRole('row').filter({ has: page.getByRole('rowheader', { name: says }) })
    const [printed, computed, verdict] = await row.getByRole('cell').allInnerTexts()
    return [printed, computed, verdict?.split('\n')[0]]
  }
  expect(await claim('Oppland got 377 of 500 points')).toEqual(['75', '75', 'Holds'])
  expect(await claim('377 of 500 points with one decimal')).toEqual(['75.4', '75.4', 'Holds'])
  expect(await claim('The lowest result was 18.5 per cent')).toEqual(['92.5', '92.5', 'Holds'])
  expect(await claim('Oppland is first among the county')).toEqual(['1', '1', 'Holds'])
  const contradicted = ['Small municipalities', 'Medium-sized municipalities', 'Contradicts']
  expect(await claim('Lyngdal won among small municipalities')).toEqual(contradicted)
  const warning = page
    .getByRole('main')
    .getByText('The sources contradict themselves or one another')
    .locator('..')
  await warning.getByText('Lyngdal won among small municipalities').waitFor()

  await page.getByRole('radio', { name: 'Contradicts (1)' }).check()
  await expect.poll(() => claims.getByRole('row').count()).toBe(2)
  expect(complaints).toEqual([])
})

it('shows the waves of Kommuneundersøkelsen and claims no significance where n is unknown', async ({
  visit,
  complaints,
}) => {
  const page = await visit()
  await page.goto('/rounds/kommuneundersokelsen-2017-record')
  await page.getByRole('link', { name: 'Survey results' }).click()
  const waves = page.getByRole('figure', { name: 'What has changed from 2015 to 2017?' })
  await waves.getByText(/\+40 pp since 2015/).waitFor()
  await waves.getByRole('button', { name: 'Show as table' }).click()
  const unsure = 'n unknown: cannot be told from chance'
  expect(await cellsOf(page, 'What has changed from 2015 to 2017?')).toEqual([
    ['24%', '64%', '+40', unsure],
    ['23%', '68%', '+45', unsure],
    ['68%', '76%', '+8', unsure],
  ])
  await page.getByText('How many were asked is not published').waitFor()
  expect(complaints).toEqual([])
})

const cellsOf = async (page: Page, name: string) => {
  const rows = await page.getByRole('table', { name }).getByRole('row').all()
  const cells = await Promise.all(rows.slice(1).map(row => row.getByRole('cell').allInnerTexts()))
  return cells.map(row => row.slice(-4).map(cell => cell.replaceAll(/\s/g, ' ')))
}
