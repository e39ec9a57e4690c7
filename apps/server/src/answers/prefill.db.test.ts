import { expect, it } from 'vitest'
import { eachDialect } from '../db/each-dialect.ts'
import type { Db } from '../db/open.ts'
import { invite } from '../entries/invite.ts'
import { listEntries } from '../entries/list.ts'
import { answeringScene } from './scene.ts'

const answer = async (db: Db, of: { round: string; entry: string }, answers: Record<string, unknown>) => {
  await db
    .insertInto('answer')
    .values(
      Object.entries(answers).map(([question, value]) => ({
        entryId: of.entry,
        roundId: of.round,
        question,
        layer: 'claim' as const,
        value: JSON.stringify(value),
        at: '2012-06-01T12:00:00.000Z',
        version: 1,
      })),
    )
    .execute()
}

eachDialect('what was answered last time', open => {
  it('is offered to the same unit where it still is an answer, until there is a new one', async () => {
    await using database = await open()
    const scene = await answeringScene(database)
    const { round, organiser } = scene
    const entry = scene.entries.Oslo!
    const last = await scene.openedRound('Open hall 2012')
    await invite(organiser, last, { units: ['NO-0301'] })
    const before = (await listEntries(organiser, last))[0]!.id
    await answer(
      database.db,
      { round: last, entry: before },
      { plan: 'yes', share: 130, story: 'Once …', gone: 'x' },
    )
    const lead = await scene.seat('lead', 'lead', { entry })
    const other = await scene.seat('other', 'lead', { entry: scene.entries.Asker! })
    const offered = async (by = lead, of = entry) =>
      (await by.api.answers.questionnaire({ round, entry: of })).prefill
    expect(await offered()).toEqual({})
    await database.db.updateTable('round').set({ prefillFrom: last }).where('id', '=', round).execute()
    const from = { id: last, title: 'Open hall 2012', year: 2014 }
    expect(await offered()).toEqual({
      plan: { value: 'yes', round: from },
      story: { value: 'Once …', round: from },
    })
    expect(await offered(other, scene.entries.Asker!)).toEqual({})
    await lead.api.answers.save({ round, entry, question: 'plan', value: 'partly', version: 0 })
    expect(Object.keys(await offered())).toEqual(['story'])
    expect((await lead.api.answers.questionnaire({ round, entry })).progress.answered).toBe(1)
    await database.db.updateTable('round').set({ organizationId: null }).where('id', '=', last).execute()
    expect(await offered()).toEqual({})
  })

  it('follows a unit that was renumbered, and none that others merged into', async () => {
    await using database = await open()
    const scene = await answeringScene(database)
    const { organiser } = scene
    const last = await scene.openedRound('Open hall 2018')
    await database.db
      .updateTable('round')
      .set({ referenceDate: '2018-01-01' })
      .where('id', '=', last)
      .execute()
    // In 2020 Bærum got another number; Nordre Follo was made of Ski and Oppegård.
    await invite(organiser, last, { units: ['NO-0213', 'NO-0217', 'NO-0219'] })
    for (const { id } of await listEntries(organiser, last))
      await answer(database.db, { round: last, entry: id }, { story: 'Before' })
    const next = await scene.openedRound('Open hall 2020')
    await database.db
      .updateTable('round')
      .set({ referenceDate: '2020-06-01', prefillFrom: last })
      .where('id', '=', next)
      .execute()
    await invite(organiser, next, { units: ['NO-3024', 'NO-3020'] })
    const entries = Object.fromEntries(
      (await listEntries(organiser, next)).map(one => [one.units[0]?.id, one.id]),
    )
    const offered = async (unit: string) => {
      const view = scene.someone(organiser).api.answers.questionnaire({ round: next, entry: entries[unit]! })
      return Object.keys((await view).prefill)
    }
    expect([await offered('NO-3024'), await offered('NO-3020')]).toEqual([['story'], []])
  })
})
