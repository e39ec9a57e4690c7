import { expect, it } from 'vitest'
import { verify } from '../audit/service.ts'
import { refusalOf } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { june, type Staging, stagingScene } from './scene.fixture.ts'

const reason = 'A flood.'

const codeOf = (request: Promise<unknown>) =>
  refusalOf(request.catch(error => Promise.reject(error.cause ?? error)))

/** Times of a stage, as everyone is told. */
const timesOf = async ({ run, round }: Staging, kind: string) => {
  const stage = (await run.api.stages.timeline({ round })).stages.find(one => one.kind === kind)
  return [stage?.opensAt, stage?.closesAt, stage?.graceMinutes, stage?.replyUntil]
}

eachDialect('the times of a running round', open => {
  it('are moved with a reason, which everyone reads', async () => {
    await using database = await open()
    const scene = await stagingScene(database)
    const { round, run, entries, seat } = scene
    const stages = { survey: { to: june(11), graceMinutes: 60 }, verification: { from: june(11) } }
    expect(await run.api.stages.move({ round, version: 5, stages, reason })).toEqual({ version: 6 })
    expect(await timesOf(scene, 'survey')).toEqual([june(5), june(11), 60, null])
    expect(await timesOf(scene, 'verification')).toEqual([june(11), june(15), 0, june(17)])
    const lead = await seat('lead', 'lead', { entry: entries.Oslo ?? '' })
    const { log } = await lead.api.stages.timeline({ round })
    expect(log.map(line => [line.stage, line.change, line.reason, line.detail])).toEqual([
      [
        'survey',
        'moved',
        reason,
        {
          before: { closesAt: june(10), graceMinutes: 30 },
          after: { closesAt: june(11), graceMinutes: 60 },
        },
      ],
      ['verification', 'moved', reason, { before: { opensAt: june(10) }, after: { opensAt: june(11) } }],
    ])
    expect(await verify(database.db)).toBe(null)
  })

  it('are not moved by who does not run the round, without a reason, on an older version or where nothing changes', async () => {
    await using database = await open()
    const { round, run, entries, seat, someone, stranger, rival } = await stagingScene(database)
    const lead = await seat('lead', 'lead', { entry: entries.Oslo ?? '' })
    const move = (who: typeof run, more: object = {}) =>
      codeOf(who.api.stages.move({ round, version: 5, stages: { jury: { to: june(21) } }, reason, ...more }))
    expect([
      await move(lead),
      await move(someone(stranger)),
      await move(someone(rival)),
      await move(run, { version: 4 }),
      await move(run, { stages: { jury: { to: june(20) } } }),
      await move(run, { stages: { party: { to: june(20) } } }),
      await move(run, { stages: { survey: { to: june(4) } } }),
      await move(run, { stages: { jury: { from: june(9) } } }),
      await move(run),
    ]).toEqual([
      'not-allowed',
      'not-found',
      'not-found',
      'stale',
      'bad-input',
      'bad-input',
      'bad-input',
      'bad-input',
      undefined,
    ])
    await expect(
      run.api.stages.move({ round, version: 6, stages: { jury: { to: june(22) } }, reason: ' ' }),
    ).rejects.toThrow('a reason is needed')
  })

  it('change once when two move them at the same time', async () => {
    await using database = await open()
    const { round, run } = await stagingScene(database)
    const moves = [21, 22, 23].map(day =>
      codeOf(run.api.stages.move({ round, version: 5, stages: { jury: { to: june(day) } }, reason })),
    )
    expect((await Promise.all(moves)).toSorted()).toEqual(['stale', 'stale', undefined])
    expect((await run.api.stages.timeline({ round })).log.length).toBe(1)
  })

  it('are opened again after they closed, with time to reply anew', async () => {
    await using database = await open()
    const scene = await stagingScene(database)
    const { round, run, at } = scene
    const reopen = (kind: string, until: string, replyUntil?: string) =>
      codeOf(run.api.stages.reopen({ round, kind, until, reason, ...(replyUntil && { replyUntil }) }))
    at(june(10, '12:15'))
    expect(await reopen('survey', june(12))).toBe('wrong-state')
    at(june(16))
    expect([
      await reopen('survey', june(15)),
      await reopen('verification', june(18)),
      await reopen('verification', june(18), june(19)),
      await reopen('survey', june(17)),
      await reopen('survey', june(18)),
    ]).toEqual(['bad-input', 'bad-input', undefined, undefined, 'wrong-state'])
    expect(await timesOf(scene, 'survey')).toEqual([june(5), june(17), 30, null])
    expect(await timesOf(scene, 'verification')).toEqual([june(10), june(18), 0, june(19)])
    const { stages, log } = await run.api.stages.timeline({ round })
    expect(stages.map(stage => stage.state)).toEqual(['open', 'open', 'open', 'before'])
    expect(log.map(line => [line.change, line.reason]).toSorted()).toEqual([
      ['reopened', reason],
      ['reopened', reason],
    ])
  })

  it('are longer for one entry, whose lead is told so in its language, and for no other', async () => {
    await using database = await open()
    const { round, run, entries, seat, at } = await stagingScene(database)
    const [oslo = '', asker = ''] = [entries.Oslo, entries.Asker]
    const leads = [
      await seat('of-oslo', 'lead', { entry: oslo }),
      await seat('of-asker', 'lead', { entry: asker }),
    ]
    await database.db.updateTable('entry').set({ language: 'nb' }).where('id', '=', oslo).execute()
    const extend = (entry: string, until: string, kind: 'survey' | 'nomination' = 'survey') =>
      codeOf(run.api.stages.extend({ round, entry, kind, until, reason }))
    at(june(11))
    expect([
      await extend(oslo, june(10)),
      await extend(oslo, june(11)),
      await extend('nowhere', june(13)),
      await extend(oslo, june(13), 'nomination'),
      await extend(oslo, june(13)),
      await extend(oslo, june(14)),
    ]).toEqual(['bad-input', 'bad-input', 'not-found', 'bad-input', undefined, undefined])
    const letters = await database.db.selectFrom('mail').select(['recipient', 'subject', 'text']).execute()
    expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['of-oslo@tumstock.example', 'Utsatt frist: Oslo i Open hall 2014'],
      ['of-oslo@tumstock.example', 'Utsatt frist: Oslo i Open hall 2014'],
    ])
    expect(letters[0]?.text).toContain('13. juni 2014 kl. 14:00 (Europe/Oslo)')
    const save = ({ api }: (typeof leads)[number], entry: string) =>
      codeOf(api.answers.save({ round, entry, question: 'share', value: 3, version: 0 }))
    at(june(13))
    expect([await save(leads[0] as typeof run, oslo), await save(leads[1] as typeof run, asker)]).toEqual([
      undefined,
      'not-allowed',
    ])
  })
})
