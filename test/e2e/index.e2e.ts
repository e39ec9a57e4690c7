import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { World } from '../world/create-world.ts'
import { it } from './stage.ts'

const indicator = (title: string, unit: string) => ({ title, unit, source: 'The office', code: 'a table' })

const leaf = (title: string, reads: string, scoring: object) => ({
  title,
  why: 'It is what residents meet.',
  weight: 1,
  missing: 'exclude',
  reads: [reads],
  scoring,
  stage: 'survey',
})

/** An organiser's own index: Oslo is what fibre is compared with, Sandnes is left out by name. */
const linked = {
  apiVersion: 1,
  id: 'linked-towns',
  edition: '2026',
  title: 'Linked towns',
  owner: 'The society of linked towns',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'index',
  scale: { max: 100, unit: 'points', decimals: 1 },
  framework: 'nordic@1',
  questions: {},
  indicators: {
    population: indicator('Population', 'persons'),
    fibre: indicator('Homes with fibre', '%'),
    forms: indicator('Forms sent online', 'forms'),
    waiting: indicator('Waiting time', 'days'),
  },
  steps: [
    { do: 'denominate', each: { forms: { by: 'population', per: 1000 } } },
    { do: 'screen', available: 0.6, drop: ['NO-1108'] },
    { do: 'impute', by: 'median', of: ['waiting'] },
  ],
  categories: { town: { title: 'Towns', kind: 'municipality' } },
  combine: 'mean',
  missing: 'exclude',
  criteria: {
    fibre: leaf('Fibre', 'fibre', { by: 'reference', entry: 'NO-0301' }),
    use: leaf('Use', 'forms', { by: 'minmax' }),
    waiting: leaf('Waiting', 'waiting', { by: 'minmax', lowerIsBetter: true }),
  },
  stages: [{ kind: 'survey' }, { kind: 'publication' }],
  awards: {},
  tieBreak: [],
  sources: [{ about: ['steps'], says: 'Our choice.', where: 'The society', status: 'assumed' }],
}

/** Bergen's waiting time is not known, Stavanger has next to nothing. */
const ROWS = [
  'unit;population;fibre;forms;waiting',
  '0301;1000;60;100;10',
  '1108;1000;99;999;1',
  '1103;1000;;;5',
  '4601;1000;90;200;',
  '5001;1000;50;400;20',
  '5501;1000;30;300;30',
]

it('takes an index from an own rubric with steps to open data', async ({ world, visit, complaints }) => {
  const { api } = await world.as('organiser')
  await api.rubrics.save.mutate({ rubric: linked })
  const page = await visit({ as: 'organiser' })
  await page.goto('/rubrics/linked-towns@2026')
  const steps = page.getByRole('region', { name: 'What is done to the numbers first' })
  await steps.getByText('Left out: Sandnes.').waitFor()
  await steps.getByText('Assumed').waitFor()

  const round = await imported(world, 'Linked towns 2026', ROWS)
  await evaluate(page, round)
  // Fibre 2, 2/3, 1 and 0; forms 1/3, 1, 0 and 2/3; waiting 1/2 (the median 20 of three), 1/2, 1 and 0.
  expect(await tableRows(page)).toEqual([
    ['1', 'Bergen', '94.4', '94.4%', '67%', 'Imputed'],
    ['2', 'Trondheim', '72.2', '72.2%', '100%'],
    ['3', 'Oslo', '66.7', '66.7%', '100%'],
    ['4', 'Tromsø', '22.2', '22.2%', '100%'],
    ['Sandnes', 'left out', 'A step of the rubric leaves this entry out by name.'],
    ['Stavanger', 'left out', 'A step of the rubric leaves this entry out: it has 33% of the numbers.'],
  ])

  await page.getByRole('link', { name: 'Criteria' }).click()
  await page.getByRole('gridcell', { name: 'Bergen, Fibre: 200%' }).waitFor()
  await page.getByRole('gridcell', { name: 'Bergen, Waiting: 50%, imputed' }).waitFor()
  await page.getByText('80% or more').waitFor()

  await page.getByRole('link', { name: 'Table', exact: true }).click()
  await page.getByRole('link', { name: 'Bergen' }).click()
  await page.getByRole('button', { name: 'Open all' }).click()
  await page.getByText('that of the reference “Oslo”').waitFor()
  await page.getByText('Divided by Population, 1,000, per 1,000: 200.').waitFor()
  await page.getByText('No number was given. Set to 20, the median of 3 other entries.').waitFor()

  await api.results.publish.mutate({ round })
  const answer = await world.stranger.fetch(`/api/v1/rounds/${round}/results.json`)
  const { method, results } = (await answer.json()) as { method: object; results: object[] }
  expect(method).toMatchObject({ steps: linked.steps, assumed: ['steps'] })
  expect(results).toMatchObject([
    { name: 'Bergen', imputed: ['waiting'], outcome: 'scored' },
    { name: 'Trondheim', outcome: 'scored' },
    { name: 'Oslo', outcome: 'scored' },
    { name: 'Tromsø', outcome: 'scored' },
    { name: 'Sandnes', outcome: 'leftOut', leftOut: { why: 'named' } },
    { name: 'Stavanger', outcome: 'leftOut', leftOut: { why: 'available' } },
  ])
  expect(complaints).toEqual([])
})

it.for([
  ['nb-NO', '«Forms sent online» kan ikke deles på «Population» der det ikke er over 0. Gjelder Trondheim.'],
  ['nn-NO', '«Forms sent online» kan ikkje delast på «Population» der det ikkje er over 0. Gjeld Trondheim.'],
  ['sv-SE', '”Forms sent online” kan inte delas med ”Population” där det inte är över 0. Gäller Trondheim.'],
] as const)(
  'says in the reader’s language (%s) what cannot be computed',
  async ([locale, line], { world, visit }) => {
    const { api } = await world.as('organiser')
    const broken = ROWS.map(row => row.replace('5001;1000', '5001;0'))
    await api.rubrics.save.mutate({ rubric: { ...linked, edition: locale.toLowerCase() } })
    const round = await imported(world, `Broken ${locale}`, broken, locale.toLowerCase())
    await api.results.evaluate.mutate({ round })
    const page = await visit({ as: 'organiser', locale })
    await page.goto(`/rounds/${round}/results`)
    await page.getByText(line).waitFor()
  },
)

/** An open round of the index with these rows. */
async function imported(
  world: World,
  title: string,
  rows: readonly string[],
  edition = '2026',
): Promise<string> {
  const { api } = await world.as('organiser')
  const { id } = await api.rounds.create.mutate({ from: { edition: `linked-towns@${edition}` }, title })
  await api.rounds.configure.mutate({ id, version: 1, patch: { referenceDate: '2026-01-01' } })
  await api.rounds.open.mutate({ id, version: 2 })
  const { token } = await api.entries.preview.mutate({ round: id, text: rows.join('\n') })
  await api.entries.import.mutate({ token, leaveOutBad: false })
  return id
}

async function evaluate(page: Page, round: string) {
  await page.goto(`/rounds/${round}/results`)
  await page.getByRole('button', { name: 'Evaluate' }).click()
  await page.getByText('2 left out').waitFor()
}

/** What stands in each row, without where the unit lies. */
async function tableRows(page: Page): Promise<string[][]> {
  const rows = await page.getByRole('table', { name: 'Results by entry' }).getByRole('row').all()
  const texts: string[][] = []
  for (const row of rows.slice(1)) {
    const cells = await row.getByRole('cell').or(row.getByRole('rowheader')).allInnerTexts()
    texts.push(cells.flatMap(cell => cell.split('\n')[0]?.trim() || []))
  }
  return texts
}
