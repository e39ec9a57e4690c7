import { expect, it } from 'vitest'
import { asRole, installationOn, pluginOf, refusalOf } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { definitionOf } from '../rubrics/definitions.ts'
import { configureRound } from './configure.ts'
import { createRound, removeRound } from './drafts.ts'
import { getRound } from './get-round.ts'
import { openRound } from './open-round.ts'
import { listRounds } from './rows.ts'
import { reachAnswers, reachRound } from './service.ts'

const from = { edition: 'open-hall@2014' }

eachDialect('rounds', open => {
  it('gives every round an address of its own', async () => {
    await using database = await open()
    const organiser = asRole(installationOn(database, [pluginOf(sampleRubric)]), 'organiser')
    const ids = []
    for (let i = 0; i < 3; i++) ids.push((await createRound(organiser, { from, title: 'Åpen hall' })).id)
    expect(ids).toEqual(['apen-hall', 'apen-hall-2', 'apen-hall-3'])
  })

  it('gives rounds that are made at the same time addresses of their own', async () => {
    await using database = await open()
    const organiser = asRole(installationOn(database, [pluginOf(sampleRubric)]), 'organiser')
    const from = { edition: 'open-hall@2014' }
    const made = await Promise.all(
      Array.from({ length: 4 }, () => createRound(organiser, { from, title: 'Hall' })),
    )
    expect(made.map(round => round.id).toSorted()).toEqual(['hall', 'hall-2', 'hall-3', 'hall-4'])
  })

  it('lets one of two saves of the same version through, the other learns what stands', async () => {
    await using database = await open()
    const organiser = asRole(installationOn(database, [pluginOf(sampleRubric)]), 'organiser')
    const { id } = await createRound(organiser, { from, title: 'Hall' })
    const save = (title: string) => refusalOf(configureRound(organiser, { id, version: 1, patch: { title } }))
    const outcomes = await Promise.all(['One', 'Two', 'Three'].map(save))
    expect(outcomes.toSorted()).toEqual(['stale', 'stale', undefined])
    const round = await getRound(organiser, id)
    expect([round.version, ['One', 'Two', 'Three'][outcomes.indexOf(undefined)]]).toEqual([2, round.title])
  })

  it('keeps what was opened when the plugin on disk changes', async () => {
    await using database = await open()
    const before = asRole(installationOn(database, [pluginOf(sampleRubric)]), 'organiser')
    const { id } = await createRound(before, { from, title: 'Hall' })
    await configureRound(before, { id, version: 1, patch: { weights: { 'criteria.plan': 7 } } })
    const { hash } = await openRound(before, { id, version: 2 })
    const changed = { ...sampleRubric, title: 'Another award altogether' }
    const after = asRole(installationOn(database, [pluginOf(changed)]), 'organiser')
    const round = await getRound(after, id)
    expect([round.rubric.title, round.rubric.criteria.plan?.weight, round.hash]).toEqual([
      'The open town hall',
      7,
      hash,
    ])
    expect(await definitionOf(database.db, hash)).toEqual(round.rubric)
  })

  it('moves the dates of a cloned round to this year', async () => {
    await using database = await open()
    const organiser = asRole(installationOn(database, [pluginOf(sampleRubric)]), 'organiser')
    const { id } = await createRound(organiser, { from, title: 'Hall' })
    // In 2014 summer time began on 30 March, in 2012 on 25 March: nine o'clock stays nine o'clock.
    const survey = {
      from: '2012-02-01T09:00:00+01:00',
      to: '2012-03-28T09:00:00+02:00',
      graceMinutes: 30,
    }
    await configureRound(organiser, { id, version: 1, patch: { year: 2012, stages: { survey } } })
    const clone = await createRound(organiser, { from: { round: id }, title: 'Hall' })
    expect((await getRound(organiser, clone.id)).stages[0]).toEqual({
      kind: 'survey',
      from: '2014-02-01T08:00:00.000Z',
      to: '2014-03-28T08:00:00.000Z',
      graceMinutes: 30,
      replyUntil: null,
    })
  })

  it('offers again what was answered to the same organisation, and not what was answered to another', async () => {
    await using database = await open()
    const installation = installationOn(database, [pluginOf(sampleRubric)])
    const organiser = asRole(installation, 'organiser')
    const { id } = await createRound(organiser, { from, title: 'Hall' })
    const own = await createRound(organiser, { from: { round: id }, title: 'Again' })
    expect((await getRound(organiser, own.id)).prefillFrom).toBe(id)
    await database.db.updateTable('round').set({ state: 'published' }).where('id', '=', id).execute()
    const rival = asRole(installation, 'organiser', 'skr')
    const theirs = await createRound(rival, { from: { round: id }, title: 'Theirs' })
    expect((await getRound(rival, theirs.id)).prefillFrom).toBe(null)
    const offer = (prefillFrom: string | null, version: number) =>
      refusalOf(configureRound(rival, { id: theirs.id, version, patch: { prefillFrom } }))
    expect([
      await offer(id, 1),
      await offer('nowhere', 1),
      await offer(theirs.id, 1),
      await offer(null, 1),
    ]).toEqual(['not-allowed', 'not-found', 'bad-input', undefined])
  })

  it('has the stages that its definition has, with their times, whatever is added and left out', async () => {
    await using database = await open()
    const organiser = asRole(installationOn(database, [pluginOf(sampleRubric)]), 'organiser')
    const { id } = await createRound(organiser, { from, title: 'Hall' })
    const jury = { from: '2014-09-01T00:00:00.000Z', to: '2014-10-01T00:00:00.000Z' }
    const verification = {
      from: '2014-06-01T00:00:00.000Z',
      to: '2014-07-01T00:00:00.000Z',
      replyUntil: '2014-07-15T00:00:00.000Z',
    }
    const put = (version: number, patch: Parameters<typeof configureRound>[1]['patch']) =>
      configureRound(organiser, { id, version, patch })
    await put(1, { stages: { jury }, kinds: { verification: true } })
    await put(2, { stages: { verification, survey: { graceMinutes: 15 } }, timeZone: 'Europe/Helsinki' })
    const round = await getRound(organiser, id)
    expect(round.timeZone).toBe('Europe/Helsinki')
    expect(round.rubric.stages.map(stage => stage.kind)).toEqual(round.stages.map(stage => stage.kind))
    expect(round.stages).toEqual([
      { kind: 'survey', from: null, to: null, graceMinutes: 15, replyUntil: null },
      { kind: 'verification', graceMinutes: 0, ...verification },
      { kind: 'jury', graceMinutes: 0, replyUntil: null, ...jury },
      { kind: 'publication', from: null, to: null, graceMinutes: 0, replyUntil: null },
    ])
    expect(round.changes.map(change => change.path)).toEqual(['stages.verification'])
    await put(3, { kinds: { verification: null } })
    expect((await getRound(organiser, id)).stages.map(stage => stage.kind)).toEqual([
      'survey',
      'jury',
      'publication',
    ])
    const refused = (patch: Parameters<typeof put>[1]) => refusalOf(put(4, patch))
    expect([
      await refused({ kinds: { survey: false } }),
      await refused({ kinds: { party: true } }),
      await refused({ stages: { verification } }),
    ]).toEqual(['bad-input', 'bad-input', 'bad-input'])
  })

  it('is not opened while entries could reply to nothing, or before the findings are there', async () => {
    await using database = await open()
    const organiser = asRole(installationOn(database, [pluginOf(sampleRubric)]), 'organiser')
    const { id } = await createRound(organiser, { from, title: 'Hall' })
    const times = { from: '2014-06-01T00:00:00Z', to: '2014-07-01T00:00:00Z' }
    const stages = {
      survey: { ...times, replyUntil: '2014-08-01T00:00:00Z' },
      verification: { ...times, replyUntil: '2014-07-01T00:00:00Z' },
      siteVisit: { ...times, replyUntil: '2014-07-01T00:00:01Z' },
    }
    const kinds = { verification: true, siteVisit: true }
    await configureRound(organiser, { id, version: 1, patch: { kinds, stages } })
    const { problems } = await getRound(organiser, id)
    expect(
      problems.filter(problem => problem.severity === 'error').map(({ code, path }) => [code, path]),
    ).toEqual([
      ['reply-to-nothing', 'stages.survey'],
      ['reply-before-close', 'stages.verification'],
    ])
  })

  it('says which stage it is and when the next one closes', async () => {
    await using database = await open()
    const organiser = asRole(installationOn(database, [pluginOf(sampleRubric)]), 'organiser')
    const { id } = await createRound(organiser, { from, title: 'Hall' })
    const stages = {
      survey: { from: '2014-05-01T00:00:00Z', to: '2014-06-15T00:00:00Z' },
      jury: { from: '2014-06-15T00:00:00Z', to: '2014-07-01T00:00:00Z' },
    }
    await configureRound(organiser, { id, version: 1, patch: { stages } })
    await openRound(organiser, { id, version: 2 })
    const [row] = await listRounds(organiser)
    expect([row?.now, row?.nextDeadline]).toEqual(['survey', '2014-06-15T00:00:00.000Z'])
  })

  it('belongs to the organisation that made it', async () => {
    await using database = await open()
    const installation = installationOn(database, [pluginOf(sampleRubric)])
    const { id } = await createRound(asRole(installation, 'organiser'), { from, title: 'Hall' })
    const other = asRole(installation, 'organiser', 'another')
    expect(await refusalOf(configureRound(other, { id, version: 1, patch: { title: 'Mine' } }))).toBe(
      'not-found',
    )
    expect(await refusalOf(removeRound(other, id))).toBe('not-found')
    expect(await refusalOf(openRound(asRole(installation, 'viewer'), { id, version: 1 }))).toBe('not-allowed')
    expect((await listRounds(other)).length).toBe(0)
    expect((await listRounds(asRole(installation, 'admin', 'another'))).length).toBe(1)
  })

  it('shows results to all once published, and what each entry answered to its organisation alone', async () => {
    await using database = await open()
    const installation = installationOn(database, [pluginOf(sampleRubric)])
    const organiser = asRole(installation, 'organiser')
    const { id } = await createRound(organiser, { from, title: 'Hall' })
    await database.db.updateTable('round').set({ state: 'published' }).where('id', '=', id).execute()
    const viewer = asRole(installation, 'viewer', 'another')
    expect((await reachRound(viewer, database.db, id)).id).toBe(id)
    expect(await refusalOf(reachAnswers(viewer, database.db, id))).toBe('not-allowed')
    expect((await reachAnswers(asRole(installation, 'viewer'), database.db, id)).id).toBe(id)
  })
})
