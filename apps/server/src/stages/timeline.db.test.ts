import { expect, it } from 'vitest'
import { eachDialect } from '../db/each-dialect.ts'
import { june, stagingScene } from './scene.fixture.ts'

eachDialect('a timeline', open => {
  it('says at any time what is open, in grace and closed, and what comes next', async () => {
    await using database = await open()
    const { round, run, at } = await stagingScene(database)
    const seen = async (time: string) => {
      at(time)
      const { stages, next } = await run.api.stages.timeline({ round })
      return [stages.map(stage => stage.state).join(' '), next && `${next.stage} ${next.change}`]
    }
    expect([
      await seen(june(4)),
      await seen(june(5)),
      await seen(june(10)),
      await seen(june(10, '12:30')),
      await seen(june(15)),
      await seen(june(20)),
    ]).toEqual([
      ['before before before before', 'survey opened'],
      ['open before before before', 'verification opened'],
      ['grace open before before', 'survey closed'],
      ['closed open before before', 'verification closed'],
      ['closed closed before before', 'jury opened'],
      ['closed closed closed before', null],
    ])
  })

  it('is for everyone in the round, and keeps from others who changed it and what was given to single entries', async () => {
    await using database = await open()
    const scene = await stagingScene(database)
    const { round, run, entries, seat, someone, stranger, rival } = scene
    const [oslo = '', asker = ''] = [entries.Oslo, entries.Asker]
    const leads = [
      await seat('of-oslo', 'lead', { entry: oslo }),
      await seat('of-asker', 'lead', { entry: asker }),
    ]
    const juror = await seat('juror', 'juror')
    const reason = 'A flood.'
    await run.api.stages.extend({ round, entry: oslo, kind: 'survey', until: june(12), reason })
    await run.api.stages.move({ round, version: 6, stages: { jury: { to: june(21) } }, reason })
    await run.api.stages.release({ round, at: june(25) })
    const of = async (who: typeof run) => {
      const { extensions, log, release, version } = await who.api.stages.timeline({ round })
      return {
        extensions: extensions.map(one => [one.name, one.until]),
        log: log.map(line => [line.change, line.stage, line.by?.id]),
        release: release?.at ?? null,
        version,
      }
    }
    const by = run.ctx.user?.id
    expect(await of(run)).toEqual({
      extensions: [['Oslo', june(12)]],
      log: [
        ['extended', 'survey', by],
        ['moved', 'jury', by],
      ],
      release: june(25),
      version: 8,
    })
    const others = { extensions: [], log: [['moved', 'jury', undefined]], release: null, version: 0 }
    const own = {
      ...others,
      extensions: [['Oslo', june(12)]],
      log: [
        ['extended', 'survey', undefined],
        ['moved', 'jury', undefined],
      ],
    }
    expect(await Promise.all([...leads, juror].map(of))).toEqual([own, others, others])
    for (const nobody of [stranger, rival])
      await expect(of(someone(nobody))).rejects.toThrow(`There is no round ${round}.`)
  })
})
