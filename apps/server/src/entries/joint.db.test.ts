import { expect, it } from 'vitest'
import { answeringScene } from '../answers/scene.ts'
import { refusalOf } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { historyOf } from '../units/history.ts'
import { invite } from './invite.ts'

const TOGETHER = { units: ['NO-0511', 'NO-0512'], title: 'The valley together', reason: 'One office' }

const dovreAndLesja = async (...[database]: Parameters<typeof answeringScene>) => {
  const scene = await answeringScene(database)
  const { organiser, round } = scene
  await invite(organiser, round, { units: ['NO-0511', 'NO-0512'] })
  const run = scene.someone(organiser).api
  const ids = async () =>
    Object.fromEntries((await run.entries.list({ round })).map(one => [one.name, one.id])) as Record<
      string,
      string
    >
  const write = async (name: string, value: string, question = 'plan') =>
    run.entries.setAnswer({ round, entry: (await ids())[name] ?? '', question, value, version: 0 })
  return { ...scene, run, ids, write }
}

eachDialect('joint entries', open => {
  it('compete once, and benchmark each of their municipalities', async () => {
    await using database = await open()
    const { run, round, ids, write, organiser, stranger } = await dovreAndLesja(database)
    await write('Dovre', 'yes')
    await write('Lesja', 'no')
    await write('Oslo', 'partly')
    const { Dovre } = await ids()
    expect(await run.entries.join({ round, ...TOGETHER })).toEqual({ entry: Dovre })
    await run.results.evaluate({ round })
    const rows = (await run.results.get({ round })).rows.map(row => [
      row.name,
      row.units,
      row.population,
      row.rank,
    ])
    expect(rows).toEqual([
      ['The valley together', ['NO-0511', 'NO-0512'], 2704 + 2076, 1],
      ['Oslo', ['NO-0301'], 634463, 2],
    ])
    await run.results.publish({ round })
    const { rounds } = await run.results.compare({ rounds: [round] })
    expect(
      rounds[0]?.rows.map(row => [row.unit, row.name, row.population, row.percentile, row.joint ?? null]),
    ).toEqual([
      ['NO-0511', 'Dovre', 2704, 4 / 6, 'The valley together'],
      ['NO-0512', 'Lesja', 2076, 4 / 6, 'The valley together'],
      ['NO-0301', 'Oslo', 634463, 0.5 / 3, null],
    ])
    expect(rounds[0]?.n).toBe(3)
    for (const asker of [organiser, stranger]) {
      const [ofLesja] = await historyOf(asker, ['NO-0512'])
      expect([ofLesja?.unit, ofLesja?.rank, ofLesja?.flags.includes('winner')]).toEqual(['NO-0512', 1, true])
    }
  })

  it('keep the answers of the lead, offer those of the others, and part as they came together', async () => {
    await using database = await open()
    const { run, round, ids, write, seat } = await dovreAndLesja(database)
    const { Dovre = '', Lesja = '' } = await ids()
    const { api: lead } = await seat('lead of Lesja', 'lead', { entry: Lesja })
    await write('Dovre', 'yes')
    await write('Lesja', 'no')
    await run.entries.join({ round, ...TOGETHER })
    const answers = async (entry: string) =>
      (await run.entries.answers({ round, entry })).answers.map(one => [one.question, one.value])
    expect(await answers(Dovre)).toEqual([['plan', 'yes']])
    expect(await lead.entries.offered({ round, entry: Dovre })).toMatchObject([
      { from: 'Lesja', answers: [{ question: 'plan', value: 'no' }] },
    ])
    expect((await lead.entries.mine({ round })).map(one => [one.id, !one.conflict && one.roles])).toEqual([
      [Dovre, ['participant', 'contributor']],
    ])
    const save = { round, entry: Lesja, question: 'share', value: 5, version: 0 }
    expect(await refusalOf(lead.answers.save(save))).toBe('wrong-state')
    expect(await refusalOf(run.entries.remove({ round, entry: Dovre }))).toBe('wrong-state')

    await run.entries.split({ round, entry: Dovre })
    const listed = await run.entries.list({ round })
    expect(listed.filter(one => one.id === Dovre || one.id === Lesja)).toMatchObject([
      { id: Dovre, name: 'Dovre', state: 'accepted', population: 2704, units: [{ id: 'NO-0511' }] },
      { id: Lesja, name: 'Lesja', state: 'accepted', population: 2076, units: [{ id: 'NO-0512' }] },
    ])
    expect([await answers(Dovre), await answers(Lesja)]).toEqual([[['plan', 'yes']], [['plan', 'no']]])
    expect((await lead.entries.mine({ round })).map(one => one.id)).toEqual([Lesja])
    expect(await refusalOf(run.entries.split({ round, entry: Dovre }))).toBe('wrong-state')
  })

  it('are made once, however many join the same at the same time', async () => {
    await using database = await open()
    const { run, round } = await dovreAndLesja(database)
    const codes = await Promise.all([1, 2, 3].map(() => refusalOf(run.entries.join({ round, ...TOGETHER }))))
    expect(codes.toSorted()).toEqual(['wrong-state', 'wrong-state', undefined])
    const listed = await run.entries.list({ round })
    expect(listed.map(one => one.units.length).toSorted()).toEqual([1, 1, 2])
  })

  it('are of one class, or of the one that the organiser names', async () => {
    await using database = await open()
    const { run, round } = await dovreAndLesja(database)
    const mixed = { ...TOGETHER, units: ['NO-0511', 'NO-0301'] }
    expect(await refusalOf(run.entries.join({ round, ...mixed }))).toBe('has-problems')
    expect(await refusalOf(run.entries.join({ round, ...mixed, category: 'huge' }))).toBe('bad-input')
    const { entry } = await run.entries.join({ round, ...mixed, category: 'small' })
    const joint = (await run.entries.list({ round })).find(one => one.id === entry)
    expect([joint?.category, joint?.categoryReason, joint?.register?.category]).toEqual([
      'small',
      'given',
      'large',
    ])
    const again = { ...TOGETHER, units: ['NO-0512', 'NO-0511'] }
    expect(await refusalOf(run.entries.join({ round, ...again }))).toBe('wrong-state')
    const twice = { ...TOGETHER, units: ['NO-0512', 'NO-0512'] }
    expect(await refusalOf(run.entries.join({ round, ...twice }))).toBe('bad-input')
  })
})
