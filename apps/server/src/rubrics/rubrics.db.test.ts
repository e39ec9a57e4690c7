import { expect, it } from 'vitest'
import { asRole, installationOn, pluginOf, refusalOf } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { createRound } from '../rounds/drafts.ts'
import { openRound } from '../rounds/open-round.ts'
import { getRubric, listRubrics, saveRubric } from './service.ts'

const own = { ...sampleRubric, id: 'our-hall', basedOn: 'open-hall@2014' }

eachDialect('rubrics', open => {
  it('lists plugins, own rubrics and broken ones beside each other', async () => {
    await using database = await open()
    const problem = {
      code: 'load-threw',
      severity: 'error',
      rubric: 'broken',
      path: 'plugin.ts',
      message: 'it threw',
    } as const
    const broken = { id: 'broken', folder: '/somewhere/broken', error: [problem] }
    const organiser = asRole(installationOn(database, [pluginOf(sampleRubric), broken]), 'organiser')
    await saveRubric(organiser, own)
    const rows = await listRubrics(organiser)
    expect(
      rows.map(row => [row.id, row.source, row.folder, row.broken, row.problems.map(one => one.message)]),
    ).toEqual([
      ['open-hall', 'plugin', 'plugins/open-hall', false, []],
      ['our-hall', 'own', null, false, []],
      ['broken', 'plugin', 'plugins/broken', true, ['it threw']],
    ])
  })

  it('shows an own rubric to the organisation that made it alone', async () => {
    await using database = await open()
    const installation = installationOn(database)
    await saveRubric(asRole(installation, 'organiser'), own)
    const other = asRole(installation, 'organiser', 'another')
    expect(await listRubrics(other)).toEqual([])
    expect(await refusalOf(getRubric(other, 'our-hall@2014', undefined))).toBe('not-found')
    expect(await refusalOf(saveRubric(other, own))).toBe('already-there')
    expect((await getRubric(asRole(installation, 'viewer'), 'our-hall@2014', undefined)).rubric).toEqual(own)
  })

  it('takes no rubric with the name of a plugin, and none that does not fit the contract', async () => {
    await using database = await open()
    const organiser = asRole(installationOn(database, [pluginOf(sampleRubric)]), 'organiser')
    expect(await refusalOf(saveRubric(organiser, sampleRubric))).toBe('already-there')
    expect(await refusalOf(saveRubric(organiser, { ...own, weigths: 1 }))).toBe('has-problems')
    expect(await refusalOf(saveRubric(organiser, 'a rubric'))).toBe('has-problems')
  })

  it('can be saved again until a round of it is opened', async () => {
    await using database = await open()
    const organiser = asRole(installationOn(database), 'organiser')
    await saveRubric(organiser, own)
    await saveRubric(organiser, { ...own, title: 'Our own hall' })
    const { id } = await createRound(organiser, { from: { edition: 'our-hall@2014' }, title: 'Hall' })
    await openRound(organiser, { id, version: 1 })
    expect(await refusalOf(saveRubric(organiser, own))).toBe('wrong-state')
    expect((await getRubric(organiser, 'our-hall@2014', undefined)).rubric.title).toBe('Our own hall')
  })
})
