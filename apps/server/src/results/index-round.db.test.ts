import type { RubricData } from '@tumstock/rubric/contract'
import { expect, it } from 'vitest'
import { analysisData } from '../analyses/data.ts'
import type { Context } from '../context.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { importPreviewed } from '../entries/import.ts'
import { preview } from '../entries/preview-file.ts'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { sceneOf } from '../entries/scene.ts'
import { evaluateRound } from './evaluate.ts'
import { publishRound } from './publish.ts'
import { publishedVersion } from './published.ts'
import { explainEntry, getData, getResults } from './service.ts'

const leaf = (reads: string, scoring: unknown) => ({
  title: reads,
  why: 'It counts.',
  weight: 1,
  missing: 'exclude',
  reads: [reads],
  scoring,
  stage: 'survey',
})

/** Lines beside Dovre's, and applications a head; Bergen is left out by name, Austrheim for want of numbers. */
const index = {
  ...sampleRubric,
  purpose: 'index',
  questions: {},
  indicators: {
    population: { title: 'Population', unit: 'persons', source: 's', code: 'p' },
    fibre: { title: 'Fibre', unit: '%', source: 's', code: 'f' },
    applications: { title: 'Applications', unit: 'forms', source: 's', code: 'a' },
    waiting: { title: 'Waiting', unit: 'days', source: 's', code: 'w' },
  },
  steps: [
    { do: 'denominate', each: { applications: { by: 'population', per: 10 } } },
    { do: 'screen', available: 0.6, drop: ['NO-1201'] },
    { do: 'impute', by: 'mean', of: ['waiting'] },
  ],
  criteria: {
    fibre: leaf('fibre', { by: 'reference', entry: 'NO-0511' }),
    use: leaf('applications', { by: 'minmax' }),
    waiting: leaf('waiting', { by: 'minmax', lowerIsBetter: true }),
  },
  awards: {},
  tieBreak: [],
  sources: [],
} as unknown as RubricData

/** Oslo has twice the lines that Dovre has above the least, Ulvik; Dovre's waiting time is not known. */
const FILE = [
  'unit;population;fibre;applications;waiting',
  '0511;100;60;20;',
  '0301;1000;80;100;10',
  '1201;1000;99;999;1',
  '1233;100;40;40;30',
  '1264;100;;;5',
].join('\n')

const filled = async (ctx: Context, round: string, text = FILE) => {
  const { token } = await preview(ctx, { round, file: { text } })
  await importPreviewed(ctx, { token, leaveOutBad: false })
}

eachDialect('rounds of an index', open => {
  it('knows by the register who is named, and says who is left out and what is imputed', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database, { rubric: index })
    const round = await openedRound()
    await filled(organiser, round)
    await evaluateRound(organiser, round)
    const { rows, tiles, errors, method } = await getResults(organiser, round)
    expect(errors).toEqual([])
    // Fibre 1, 2 and 0 of the way from Ulvik to Dovre; applications 2, 1 and 4 per ten; waiting 20 (the mean), 10 and 30.
    expect(rows.map(({ name, score, rank, outcome }) => [name, score, rank, outcome])).toEqual([
      ['Oslo', (2 + 0 + 1) / 3, 1, 'scored'],
      ['Dovre', (1 + 1 / 3 + 0.5) / 3, 2, 'scored'],
      ['Ulvik', (0 + 1 + 0) / 3, 3, 'scored'],
      ['Austrheim', null, null, 'leftOut'],
      ['Bergen', null, null, 'leftOut'],
    ])
    expect(rows.map(({ imputed, leftOut, flags }) => ({ imputed, leftOut, flags }))).toEqual([
      { flags: [] },
      { imputed: ['waiting'], flags: ['incomplete', 'imputed'] },
      { flags: [] },
      { leftOut: { why: 'available', available: 1 - 2 / 3, nonZero: 1 }, flags: [] },
      { leftOut: { why: 'named', available: 1, nonZero: 1 }, flags: [] },
    ])
    expect([tiles.scored, tiles.leftOut, tiles.coverage]).toEqual([3, 2, (1 + 2 / 3 + 1) / 3])
    expect(method.steps).toEqual(index.steps)
  })

  it('gives the same to whoever computes it again', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database, { rubric: index })
    const round = await openedRound()
    await filled(organiser, round)
    await evaluateRound(organiser, round)
    const dovre = (await getResults(organiser, round)).rows.find(row => row.name === 'Dovre')?.entry ?? ''
    const { reason } = (await explainEntry(organiser, { round, entry: dovre })).children[0] ?? {}
    expect(reason).toMatchObject({ scoring: { by: 'reference', entry: dovre } })
    const named = { criteria: { fibre: { scoring: { entry: dovre } } } }
    expect((await getData(organiser, round)).rubric).toMatchObject(named)
    expect(await analysisData(organiser, round)).toMatchObject({ rubric: named })
  })

  it('publishes how it was made, with what is imputed and left out', async () => {
    await using database = await open()
    const { organiser, installation, openedRound } = sceneOf(database, { rubric: index })
    const round = await openedRound()
    await filled(organiser, round)
    await evaluateRound(organiser, round)
    await publishRound(organiser, round)
    const { snapshot } = await publishedVersion(installation.db, round, 1)
    expect(snapshot.method.steps).toEqual(index.steps)
    expect(
      snapshot.results.map(({ unit, outcome, imputed, leftOut }) => [unit, outcome, imputed, leftOut?.why]),
    ).toEqual([
      ['NO-0301', 'scored', undefined, undefined],
      ['NO-0511', 'scored', ['waiting'], undefined],
      ['NO-1233', 'scored', undefined, undefined],
      ['NO-1264', 'leftOut', undefined, 'available'],
      ['NO-1201', 'leftOut', undefined, 'named'],
    ])
  })

  it('says which step went wrong', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database, { rubric: index })
    const round = await openedRound()
    await filled(organiser, round, FILE.replace('1233;100;', '1233;0;'))
    await evaluateRound(organiser, round)
    const { errors, rows } = await getResults(organiser, round)
    const ulvik = rows.find(row => row.name === 'Ulvik')?.entry
    expect(errors.map(({ path, entry, code, at }) => ({ path, entry, code, at }))).toEqual([
      { path: 'criteria.use', entry: ulvik, code: 'not-positive', at: 'steps.0' },
    ])
  })
})
