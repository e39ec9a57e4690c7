import { expect, it } from 'vitest'
import { verify } from '../audit/service.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { answeringScene } from './scene.ts'

const reasonOf = (request: Promise<unknown>) =>
  request.then(
    () => undefined,
    (error: { cause?: { reason?: { code: string } } }) => error.cause?.reason ?? String(error),
  )

eachDialect('a questionnaire', open => {
  it('is given to those who answer it, with what they may do', async () => {
    await using database = await open()
    const scene = await answeringScene(database)
    const { round } = scene
    const entry = scene.entries.Oslo!
    const lead = await scene.seat('lead', 'lead', { entry })
    await scene.seat('helper', 'contributor', { entry, sections: ['Services'] })
    const seen = await lead.api.answers.questionnaire({ round, entry })
    expect(seen.entry.units).toEqual([{ id: 'NO-0301', name: 'Oslo' }])
    expect(seen.rubric.areas).toEqual([
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
    expect([seen.sections, seen.hidden, seen.progress]).toEqual([
      null,
      ['adopted', 'when'],
      { answered: 0, of: 4, evidenceMissing: [] },
    ])
  })

  it('keeps one answer at a time, and tells of another that was there first', async () => {
    await using database = await open()
    const scene = await answeringScene(database)
    const { round } = scene
    const entry = scene.entries.Oslo!
    const lead = await scene.seat('lead', 'lead', { entry })
    const helper = await scene.seat('helper', 'contributor', { entry })
    const first = await lead.api.answers.save({ round, entry, question: 'share', value: 40, version: 0 })
    const late = await reasonOf(
      helper.api.answers.save({ round, entry, question: 'share', value: 50, version: 0 }),
    )
    expect(late).toEqual({
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
    expect(await verify(database.db)).toBe(null)
  })
})
