import { expect, it } from 'vitest'
import { verify } from '../audit/service.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { evaluateRound } from '../results/evaluate.ts'
import { june, stagingScene } from './scene.fixture.ts'

const logged = async ({ db }: TestDatabase) => {
  const rows = await db.selectFrom('stageChange').selectAll().orderBy('at').orderBy('scheduledFor').execute()
  return rows.map(row => [row.change, row.stage, row.scheduledFor, row.at])
}

const actions = async ({ db }: TestDatabase) =>
  (await db.selectFrom('audit').select(['action', 'actorId']).orderBy('seq').execute())
    .filter(({ action }) => /^stages|results/.test(action))
    .map(({ action, actorId }) => [action, actorId])

const letters = ({ db }: TestDatabase) =>
  db.selectFrom('mail').select(['recipient', 'subject']).orderBy('key').execute()

eachDialect('what a round has planned', open => {
  it('is a job for each time, from the opening of the round on', async () => {
    await using database = await open()
    const { round } = await stagingScene(database)
    const jobs = await database.db
      .selectFrom('job')
      .select(['key', 'dueAt', 'state'])
      .where('kind', '=', 'stage')
      .orderBy('dueAt')
      .orderBy('key')
      .execute()
    const planned = [
      ['survey/opened', june(5)],
      ['verification/opened', june(10)],
      ['survey/closed', june(10, '12:30')],
      ['verification/closed', june(15)],
      ['jury/opened', june(16)],
      ['verification/repliesEnded', june(17)],
      ['jury/closed', june(20)],
    ] as const
    expect(jobs).toEqual(
      planned.map(([what, at]) => ({ key: `stage/${round}/${what}/${at}`, dueAt: at, state: 'queued' })),
    )
  })

  it('happens once however often it is done, is written down, and is told to who looks on', async () => {
    await using database = await open()
    const { round, installation, come, at } = await stagingScene(database)
    const looking = installation.live.listen([`round/${round}`], new AbortController().signal)
    const told = looking[Symbol.asyncIterator]()
    await told.next()
    at(june(5))
    const opening = { stage: 'survey', change: 'opened', at: june(5) } as const
    await come(opening)
    await come(opening)
    expect((await told.next()).value).toEqual([`round/${round}`])
    expect(await logged(database)).toEqual([['opened', 'survey', june(5), june(5)]])
    expect(await actions(database)).toEqual([['stages.opened', null]])
    expect(await verify(database.db)).toBe(null)
  })

  it('does not happen once the plan has become another, or the round is no more', async () => {
    await using database = await open()
    const { round, run, come } = await stagingScene(database)
    const stages = { jury: { from: june(17) }, survey: { graceMinutes: 0 } }
    await run.api.stages.move({ round, version: 5, stages, reason: 'A holiday.' })
    await come({ stage: 'jury', change: 'opened', at: june(16) })
    await come({ stage: 'survey', change: 'closed', at: june(10, '12:30') })
    await database.db.updateTable('round').set({ state: 'published' }).where('id', '=', round).execute()
    await come({ stage: 'jury', change: 'opened', at: june(17) })
    await database.db.deleteFrom('round').where('id', '=', round).execute()
    await come({ stage: 'jury', change: 'opened', at: june(17) })
    expect(await logged(database)).toEqual([])
    const states = await database.db.selectFrom('job').select(['key', 'state']).orderBy('key').execute()
    const moved = states.filter(({ key }) => /jury.opened|survey.closed/.test(key))
    expect(moved.map(({ key, state }) => [key.slice(`stage/${round}/`.length), state])).toEqual([
      [`jury/opened/${june(16)}`, 'cancelled'],
      [`jury/opened/${june(17)}`, 'queued'],
      [`survey/closed/${june(10)}`, 'queued'],
      [`survey/closed/${june(10, '12:30')}`, 'cancelled'],
    ])
  })

  it('tells the leads of entries what was found once the check has closed', async () => {
    await using database = await open()
    const { round, entries, seat, come, at } = await stagingScene(database)
    const [entryId = ''] = [entries.Oslo]
    await seat('of-oslo', 'lead', { entry: entryId })
    const finding = { roundId: round, question: 'plan', layer: 'desk', value: '"no"', at: june(12) } as const
    await database.db
      .insertInto('answer')
      .values({ entryId, ...finding, version: 1 })
      .execute()
    at(june(15))
    const closing = { stage: 'verification', change: 'closed', at: june(15) } as const
    await come(closing)
    await come(closing)
    expect((await letters(database)).map(letter => letter.recipient)).toEqual(['of-oslo@tumstock.example'])
  })

  it('publishes what was evaluated at its time, once', async () => {
    await using database = await open()
    const { round, run, organiser, stranger, someone, come, at } = await stagingScene(database)
    await evaluateRound(organiser, round)
    await run.api.stages.release({ round, at: june(25) })
    const results = () => someone(stranger).api.results.publications({ round })
    at(june(25, '11:59'))
    await expect(results()).rejects.toThrow(`There is no round ${round}.`)
    at(june(25))
    const release = { stage: 'publication', change: 'released', at: june(25) } as const
    await come(release)
    await come(release)
    expect((await results()).map(one => one.version)).toEqual([1])
    expect(await logged(database)).toEqual([['released', 'publication', june(25), june(25)]])
    expect((await actions(database)).filter(([, actor]) => actor === null)).toEqual([
      ['results.publish', null],
    ])
    expect((await run.api.stages.timeline({ round })).release?.state).toBe('done')
  })

  it('says so to those who run the round where there is nothing to publish, and publishes at another time', async () => {
    await using database = await open()
    const { round, run, organiser, stranger, seat, someone, come, at } = await stagingScene(database)
    await seat('co-organiser', 'organiser')
    const juror = await seat('juror', 'juror')
    await run.api.stages.release({ round, at: june(25) })
    at(june(25))
    const release = { stage: 'publication', change: 'released' } as const
    await come({ ...release, at: june(25) })
    await come({ ...release, at: june(25) })
    expect((await run.api.stages.timeline({ round })).release).toEqual({
      at: june(25),
      state: 'failed',
      code: 'wrong-state',
    })
    expect((await juror.api.stages.timeline({ round })).log).toEqual([])
    expect(await letters(database)).toEqual([
      { recipient: 'co-organiser@tumstock.example', subject: 'Not published: Open hall 2014' },
    ])
    await evaluateRound(organiser, round)
    await run.api.stages.release({ round, at: june(26) })
    at(june(26))
    await come({ ...release, at: june(26) })
    expect((await someone(stranger).api.results.publications({ round })).length).toBe(1)
    expect((await logged(database)).map(([change]) => change)).toEqual(['releaseFailed', 'released'])
    expect(await verify(database.db)).toBe(null)
  })
})
