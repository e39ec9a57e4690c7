import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { it } from './stage.ts'

const NORWAY = 'ekommuneprisen-2014-synthetic'
const SWEDEN = 'sveriges-digitaliseringskommun-2019-synthetic'
const TITLES = ['eKommuneprisen 2014 (syntetisk)', 'Sveriges DigitaliseringsKommun 2019 (syntetisk)']

type ComparedRow = { unit: string; name: string; kind: string; percent: number; percentile: number }
type Compared = { rounds: { rows: ComparedRow[] }[] }

it('compares Norway with Sweden from the rounds list to a link that anyone can open', async ({
  world,
  visit,
  complaints,
}) => {
  const page = await visit({ as: 'viewer', permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto('/rounds')
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Compare' }).click()
  for (const title of TITLES) await page.getByRole('checkbox', { name: title }).check()
  await readGround(page)

  const best = await bestInNorway(world.stranger.fetch)
  const drop = { name: `Stop highlighting ${best.name}` }
  await page.getByLabel('Kind', { exact: true }).selectOption('Municipality')
  await page.getByLabel('Highlight', { exact: true }).fill(`${best.name} (Norway)`)
  await page.getByRole('button', drop).waitFor()
  const figures = [best.percent.toFixed(0), (100 * best.percentile).toFixed(1)]
  await expect.poll(() => figuresOf(page, best.name)).toEqual(figures)

  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByText('The link is copied').waitFor()
  const link = await page
    .locator('html')
    .evaluate((html): Promise<string> => html.ownerDocument.defaultView.navigator.clipboard.readText())
  expect(Object.fromEntries(new URL(link).searchParams)).toEqual({
    rounds: `${NORWAY},${SWEDEN}`,
    kind: 'municipality',
    mark: best.unit,
  })

  const stranger = await visit()
  await stranger.goto(link)
  await readGround(stranger)
  await stranger.getByRole('button', drop).waitFor()
  expect(await stranger.getByLabel('Kind', { exact: true }).inputValue()).toBe('municipality')
  await expect.poll(() => figuresOf(stranger, best.name)).toEqual(figures)
  expect(complaints).toEqual([])
})

/** The municipality that the open data has highest, so that it stands among the first rows of the table. */
async function bestInNorway(read: (path: string) => Promise<Response>): Promise<ComparedRow> {
  const { rounds } = (await (await read(`/api/v1/compare?rounds=${NORWAY},${SWEDEN}`)).json()) as Compared
  const municipalities = rounds[0]?.rows.filter(row => row.kind === 'municipality') ?? []
  const [best] = municipalities.toSorted((a, b) => b.percentile - a.percentile)
  if (!best) throw new Error(`${NORWAY} has no municipality.`)
  return best
}

/** What one has to know first: that both are made up, what each covers, and what cannot be compared, with the reason. */
async function readGround(page: Page) {
  const ground = page.getByRole('region', { name: 'The ground' })
  await ground.getByText('Some of these rounds are made up').waitFor()
  expect(await ground.getByText('Synthetic', { exact: true }).count()).toBe(2)
  const row = (name: string) => ground.getByRole('row').filter({ hasText: name })
  const cells = (name: string) => row(name).getByRole('cell').allInnerTexts()
  expect((await cells('Trust: security')).map(cell => cell.split('\n')[0])).toEqual(['Part', 'None'])
  expect((await cells('Digital services')).map(cell => cell.split('\n')[0])).toEqual(['Part', 'Part'])
  await row('Trust: security').getByText(`Refused: not asked in ${TITLES[1]}`).waitFor()
}

/** Raw per cent and percentile within the country, as they stand beside each other in the table. */
async function figuresOf(page: Page, name: string) {
  const table = page.getByRole('table', { name: 'All figures' })
  const heads = (await table.getByRole('columnheader').allInnerTexts()).map(head => head.trim())
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
  const cells = (await row.getByRole('cell').allInnerTexts()).map(cell => cell.replace(/\s*%/, ''))
  return ['Per cent', 'Percentile'].map(head => cells[heads.indexOf(head) - 1])
}
