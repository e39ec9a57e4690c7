import { expect, it } from 'vitest'
import { verify } from '../audit/service.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { participantsOf } from '../entries/rows.ts'
import { setAnswer } from '../entries/service.ts'
import { evaluateRound } from '../results/evaluate.ts'
import { answeringScene } from './scene.ts'

type Reason = { code: string; path?: string; message: string; problems?: { code: string; path: string }[] }

const reasonOf = (request: Promise<unknown>): Promise<Reason | undefined> =>
  request.then(
    () => undefined,
    (error: { cause?: { reason?: Reason } }) => {
      if (!error.cause?.reason) throw error
      return error.cause.reason
    },
  )
const codeOf = async (request: Promise<unknown>) => (await reasonOf(request))?.code

/** The round with a lead for Oslo, and how they save. */
async function sceneOf(database: Parameters<typeof answeringScene>[0]) {
  const scene = await answeringScene(database)
  const { round } = scene
  const entry = scene.entries.Oslo!
  const lead = await scene.seat('lead', 'lead', { entry })
  const save = (question: string, value: string | number | string[] | null, version = 0, by = lead) =>
    by.api.answers.save({ round, entry, question, value, version })
  const seen = async (by = lead) => by.api.answers.questionnaire({ round, entry })
  return { ...scene, entry, lead, save, seen }
}

eachDialect('a questionnaire', open => {
  it('is given to those who answer it, with what they may do', async () => {
    await using database = await open()
    const { seen, seat, entry } = await sceneOf(database)
    await seat('helper', 'contributor', { entry, sections: ['Services'] })
    const { entry: head, rubric, ...rest } = await seen()
    expect(head.units).toEqual([{ id: 'NO-0301', name: 'Oslo' }])
    expect(rubric.areas).toEqual([
      { id: 'Planning', title: 'Planning', questions: ['plan', 'adopted'], contributors: [] },
      { id: 'Follow-up', title: 'Follow-up', questions: ['when'], contributors: [] },
      {
        id: 'Services',
        title: 'Services',
        questions: ['channels', 'share'],
        contributors: [{ id: 'helper', name: 'helper by name' }],
      },
      { id: '', title: '', questions: ['story'], contributors: [] },
    ])
    expect([rest.sections, rest.hidden, rest.progress, rest.receipt]).toEqual([
      null,
      ['adopted', 'when'],
      { answered: 0, of: 4, evidenceMissing: [] },
      null,
    ])
    expect(rest.can.filter(action => action.startsWith('answers.'))).toEqual([
      'answers.questionnaire',
      'answers.save',
      'answers.watch',
      'answers.here',
      'answers.submit',
      'answers.receipt',
    ])
    expect(rest.window).toEqual({
      stage: 'survey',
      opensAt: '2014-06-01T00:00:00.000Z',
      closesAt: '2014-07-01T00:00:00.000Z',
      graceUntil: null,
      extendedTo: null,
      timeZone: 'Europe/Oslo',
    })
  })

  it('gives a colleague the areas that are theirs, and what those hang on', async () => {
    await using database = await open()
    const scene = await sceneOf(database)
    const { entry, save, seen, round } = scene
    const helper = await scene.seat('helper', 'contributor', { entry, sections: ['Follow-up', ''] })
    await save('plan', 'yes')
    await save('adopted', 'yes')
    await save('share', 40)
    const { rubric, answers, sections, progress, can } = await seen(helper)
    expect([sections, rubric.areas.map(area => area.id), Object.keys(rubric.questions)]).toEqual([
      ['Follow-up', ''],
      ['Follow-up', ''],
      ['plan', 'adopted', 'when', 'story'],
    ])
    expect([Object.keys(answers).toSorted(), progress.of, can.includes('answers.submit')]).toEqual([
      ['adopted', 'plan'],
      2,
      false,
    ])
    expect(await codeOf(save('share', 50, 3, helper))).toBe('not-allowed')
    expect((await save('when', '2014-02-01', 0, helper)).removed).toEqual([])
    expect(await codeOf(helper.api.answers.submit({ round, entry }))).toBe('not-allowed')
  })

  it('tells of another who was there first, and takes the same save twice', async () => {
    await using database = await open()
    const { seat, entry, save } = await sceneOf(database)
    const helper = await seat('helper', 'contributor', { entry })
    const first = await save('share', 40)
    expect(await save('share', 40)).toEqual({ ...first, removed: [] })
    expect(await reasonOf(save('share', 50, 0, helper))).toEqual({
      code: 'stale',
      message: 'Somebody else has changed this answer since you opened it. Reload to see the change.',
      path: 'share',
      version: first.version,
      standing: {
        value: 40,
        version: first.version,
        at: first.at,
        author: { id: 'lead', name: 'lead by name' },
      },
    })
    expect((await save('share', null, first.version, helper)).version).toBe(0)
    expect(await reasonOf(save('share', 45, first.version))).toMatchObject({
      version: 0,
      standing: { value: null, version: 0, at: null, author: null },
    })
    expect(await verify(database.db)).toBe(null)
    const log = await database.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'answers.save')
      .execute()
    expect(log.length).toBe(2)
  })

  it.each([
    ['plan', 'perhaps', 'bad-input'],
    ['share', 120, 'bad-input'],
    ['share', '?', 'bad-input'],
    ['channels', ['post'], 'bad-input'],
    ['when', '2014-02-01', 'wrong-state'],
    ['broadband', 40, 'bad-input'],
    ['constructor', 'x', 'bad-input'],
  ])('refuses %s = %s', async (question, value, code) => {
    await using database = await open()
    const { save } = await sceneOf(database)
    expect(await codeOf(save(question, value))).toBe(code)
    expect(await database.db.selectFrom('answer').selectAll().execute()).toEqual([])
  })

  it('takes away with an answer what only it had shown, and says so', async () => {
    await using database = await open()
    const { save, seen } = await sceneOf(database)
    const plan = await save('plan', 'yes')
    await save('adopted', 'yes')
    await save('when', '2014-02-01')
    await save('share', 40)
    const changed = await save('plan', 'no', plan.version)
    expect(changed.removed.toSorted()).toEqual(['adopted', 'when'])
    expect(Object.keys((await seen()).answers).toSorted()).toEqual(['plan', 'share'])
    await save('plan', 'yes', changed.version)
    expect(Object.keys((await seen()).answers).toSorted()).toEqual(['plan', 'share'])
  })

  it('is answered while its stage is open, its grace and its own extension counted, and once it is accepted', async () => {
    await using database = await open()
    const { db } = database
    const { save, lead, someone, entry, round } = await sceneOf(database)
    const at = (now: string, version: number, value: number) =>
      codeOf(save('share', value, version, someone({ ...lead.ctx, now: () => now })))
    const late = '2014-07-01T00:20:00.000Z'
    expect([await at('2014-05-31T23:59:59.999Z', 0, 1), await at('2014-07-01T00:00:00.000Z', 0, 1)]).toEqual([
      'not-allowed',
      'not-allowed',
    ])
    await db.updateTable('stage').set({ graceMinutes: 30 }).where('kind', '=', 'survey').execute()
    expect(await at(late, 0, 2)).toBe(undefined)
    await db.updateTable('stage').set({ graceMinutes: 0 }).where('kind', '=', 'survey').execute()
    const until = '2014-07-10T00:00:00.000Z'
    const extension = {
      entryId: entry,
      roundId: round,
      stage: 'survey',
      until,
      reason: 'ill',
      at: late,
      by: null,
    }
    await db.insertInto('extension').values(extension).execute()
    expect([await at('2014-07-09T00:00:00.000Z', 2, 3), await at(until, 3, 4)]).toEqual([
      undefined,
      'not-allowed',
    ])
    await db
      .updateTable('entry')
      .set({ completeUntil: '2014-08-01T00:00:00.000Z' })
      .where('id', '=', entry)
      .execute()
    expect([await at(until, 3, 4), await at('2014-08-01T00:00:00.000Z', 4, 5)]).toEqual([
      undefined,
      'not-allowed',
    ])
    await db.updateTable('entry').set({ state: 'invited' }).where('id', '=', entry).execute()
    expect(await at(until, 4, 6)).toBe('wrong-state')
  })

  it('knows no entry of another, and no other round', async () => {
    await using database = await open()
    const scene = await sceneOf(database)
    const { lead, round } = scene
    const { answers } = lead.api
    const save = { question: 'share', value: 1, version: 0 }
    const asker = scene.entries.Asker!
    expect([
      await codeOf(answers.save({ round, entry: asker, ...save })),
      await codeOf(answers.questionnaire({ round, entry: asker })),
      await codeOf(answers.receipt({ round, entry: asker })),
      await codeOf(answers.save({ round: 'nothing', entry: scene.entry, ...save })),
    ]).toEqual(['not-found', 'not-found', 'not-found', 'not-found'])
  })

  it('opens an evaluated round again, and counts nothing that other answers hide', async () => {
    await using database = await open()
    const { save, round, organiser, entries } = await sceneOf(database)
    const asker = entries.Asker!
    await setAnswer(organiser, { round, entry: asker, question: 'share', value: 30, version: 0 })
    await evaluateRound(organiser, round)
    const state = async () =>
      (
        await database.db
          .selectFrom('round')
          .select('state')
          .where('id', '=', round)
          .executeTakeFirstOrThrow()
      ).state
    expect(await state()).toBe('evaluated')
    await save('share', 40)
    expect(await state()).toBe('open')
    // As a table that was imported brings it.
    const common = {
      entryId: asker,
      roundId: round,
      layer: 'claim',
      at: organiser.now(),
      version: 9,
    } as const
    await database.db
      .insertInto('answer')
      .values([
        { ...common, question: 'plan', value: '"no"' },
        { ...common, question: 'adopted', value: '"yes"' },
      ])
      .execute()
    const counted = await participantsOf(database.db, round)
    expect(counted.find(one => one.id === asker)?.answers).toEqual({ plan: 'no', share: 30 })
  })
})
