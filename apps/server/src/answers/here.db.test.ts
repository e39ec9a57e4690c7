import { expect, it } from 'vitest'
import { eachDialect } from '../db/each-dialect.ts'
import { answeringScene } from './scene.ts'

eachDialect('who is here', open => {
  it('is known for 40 seconds after they said so, with the area that they are in', async () => {
    await using database = await open()
    const scene = await answeringScene(database)
    const { round } = scene
    const entry = scene.entries.Oslo!
    const at = (seconds: number) => () => new Date(Date.UTC(2014, 5, 10, 12, 0, seconds)).toISOString()
    const seat = async (id: string, role: 'lead' | 'contributor') => {
      const { ctx } = await scene.seat(id, role, { entry })
      return (seconds: number) => scene.someone({ ...ctx, now: at(seconds) }).api.answers
    }
    const lead = await seat('lead', 'lead')
    const helper = await seat('helper', 'contributor')
    expect(await lead(0).here({ round, entry, section: 'Planning' })).toEqual([
      { id: 'lead', name: 'lead by name', section: 'Planning', at: at(0)() },
    ])
    const both = await helper(10).here({ round, entry, section: null })
    expect(both.map(one => [one.id, one.section])).toEqual([
      ['lead', 'Planning'],
      ['helper', null],
    ])
    const seen = async (seconds: number) =>
      (await helper(seconds).questionnaire({ round, entry })).here.map(one => one.id)
    expect([await seen(40), await seen(41), await seen(51)]).toEqual([['helper', 'lead'], ['helper'], []])
    await lead(60).here({ round, entry, section: 'Services' })
    const kept = await database.db.selectFrom('presence').select(['userId', 'section']).execute()
    expect(kept).toEqual([{ userId: 'lead', section: 'Services' }])
  })

  it('is told to those who look on, beside what is answered', async () => {
    await using database = await open()
    const scene = await answeringScene(database)
    const { round } = scene
    const entry = scene.entries.Oslo!
    const lead = await scene.seat('lead', 'lead', { entry })
    const { ctx } = await scene.seat('helper', 'contributor', { entry })
    const helper = scene.someone({ ...ctx, now: () => '2014-06-10T12:00:00.000Z' })
    const look = (await lead.api.answers.watch({ round, entry }))[Symbol.asyncIterator]()
    const next = async () => ((await look.next()).value as { changed: string }).changed
    const beginning = [await next(), await next(), await next()]
    expect(beginning.toSorted()).toEqual(['answers', 'entry', 'here'])
    const told = next()
    await helper.api.answers.here({ round, entry, section: null })
    expect(await told).toBe('here')
    const again = next()
    await helper.api.answers.here({ round, entry, section: null })
    await helper.api.answers.save({ round, entry, question: 'share', value: 1, version: 0 })
    expect(await again).toBe('answers')
    const sent = next()
    await lead.api.answers.submit({ round, entry })
    expect(await sent).toBe('entry')
    await look.return?.(undefined)
  })
})
