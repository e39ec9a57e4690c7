import type { RecordedRound } from '@tumstock/rubric/record'
import { expect, it } from 'vitest'
import { installationOn, NOON, pluginOf } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import type { Db } from '../db/open.ts'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { keepRecords } from './records.ts'

const record: RecordedRound = {
  edition: '2014',
  title: 'The open town hall 2014',
  year: 2014,
  organiser: 'The society of town halls',
  referenceDate: '2014-01-01',
  sources: { news: { title: 'The news', where: 'https://news.example' } },
  entries: [
    {
      units: ['NO-0301'],
      name: 'Oslo',
      category: 'large',
      place: 'winner',
      score: 91,
      source: 'news',
      status: 'sourced',
    },
  ],
  claims: [],
}

const standing = async (db: Db) => ({
  round: await db
    .selectFrom('round')
    .select(['id', 'kind', 'state', 'publishedVersion', 'openedAt'])
    .execute(),
  versions: (await db.selectFrom('publication').select('version').orderBy('version').execute()).map(
    row => row.version,
  ),
  log: (await db.selectFrom('audit').select('action').execute()).map(row => row.action),
})

eachDialect('records', open => {
  it('stand as published rounds, once however often the server starts', async () => {
    await using database = await open()
    const installation = installationOn(database, [pluginOf(sampleRubric, { rounds: [record] })])
    await keepRecords(installation)
    await keepRecords(installation)
    expect(await standing(database.db)).toEqual({
      round: [
        {
          id: 'open-hall-2014-record',
          kind: 'record',
          state: 'published',
          publishedVersion: 1,
          openedAt: NOON,
        },
      ],
      versions: [1],
      log: ['rounds.record'],
    })
  })

  it('get a new version, and keep the old one, when the facts on disk change', async () => {
    await using database = await open()
    await keepRecords(installationOn(database, [pluginOf(sampleRubric, { rounds: [record] })]))
    const changed = { ...record, title: 'The open town hall of 2014' }
    await keepRecords(installationOn(database, [pluginOf(sampleRubric, { rounds: [changed] })]))
    const { round, versions } = await standing(database.db)
    expect([round[0]?.publishedVersion, versions]).toEqual([2, [1, 2]])
  })

  it('are left out where the edition has errors', async () => {
    await using database = await open()
    const problem = {
      code: 'bad-weight',
      severity: 'error',
      rubric: 'open-hall@2014',
      path: 'criteria',
      message: 'x',
    } as const
    const edition = {
      rubric: sampleRubric,
      functions: [],
      functionsHash: null,
      problems: [problem],
      locales: {},
    }
    await keepRecords(
      installationOn(database, [pluginOf(sampleRubric, { rounds: [record], editions: [edition] })]),
    )
    expect((await standing(database.db)).round).toEqual([])
  })
})
