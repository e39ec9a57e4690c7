import { expect, it } from 'vitest'
import { refusalOf } from '../context.fixture.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { invite } from '../entries/invite.ts'
import { listEntries } from '../entries/list.ts'
import { sceneOf } from '../entries/scene.ts'
import { setAnswer } from '../entries/service.ts'
import { getDashboard, setTarget } from '../responses/service.ts'
import { listReminders, previewReminder, sendReminder } from './service.ts'

const ID = '0b0f9f0e-54a7-4a8e-8f5c-6a6f6a0e6f01'
const NOT_SUBMITTED = { states: ['asked', 'accepted', 'started'] as const }
const group = { states: [...NOT_SUBMITTED.states] }

/** An open round of Dovre, whose lead has a seat, of Oslo, whose lead is invited, and of Lom, which has nobody. */
async function lived(database: TestDatabase) {
  const scene = sceneOf(database)
  const { organiser, openedRound } = scene
  const round = await openedRound()
  await invite(organiser, round, { units: ['NO-0511', 'NO-0301', 'NO-0514'] })
  const entries = new Map((await listEntries(organiser, round)).map(one => [one.name, one.id]))
  const { db } = database
  const stamp = { createdAt: organiser.now(), createdBy: null }
  const person = { name: 'Lead', emailVerified: 1, twoFactorEnabled: 0, role: 'participant' }
  await db
    .insertInto('user')
    .values({
      id: 'lead',
      email: 'lead@dovre.example',
      ...person,
      createdAt: stamp.createdAt,
      updatedAt: stamp.createdAt,
    })
    .execute()
  await db
    .insertInto('seat')
    .values({
      id: 's',
      roundId: round,
      userId: 'lead',
      role: 'lead',
      entryId: entries.get('Dovre') ?? '',
      ...stamp,
    })
    .execute()
  await db
    .insertInto('seatInvitation')
    .values({
      id: 'i',
      roundId: round,
      role: 'lead',
      entryId: entries.get('Oslo') ?? '',
      email: 'lead@oslo.example',
      name: 'Lead of Oslo',
      language: 'nb',
      tokenHash: 'old',
      expiresAt: '2015-01-01T00:00:00.000Z',
      ...stamp,
    })
    .execute()
  await db
    .updateTable('entry')
    .set({ state: 'invited' })
    .where('id', '=', entries.get('Oslo') ?? '')
    .execute()
  await db
    .updateTable('entry')
    .set({ language: 'nn' })
    .where('id', '=', entries.get('Dovre') ?? '')
    .execute()
  await db
    .insertInto('stage')
    .values({
      roundId: round,
      kind: 'survey',
      position: 0,
      opensAt: '2014-05-01T00:00:00.000Z',
      closesAt: '2014-06-30T13:00:00.000Z',
      graceMinutes: 0,
      blind: 0,
    })
    .onConflict(conflict =>
      conflict.columns(['roundId', 'kind']).doUpdateSet({ closesAt: '2014-06-30T13:00:00.000Z' }),
    )
    .execute()
  return {
    ...scene,
    round,
    entries,
    letters: () => db.selectFrom('mail').selectAll().orderBy('recipient').execute(),
  }
}

eachDialect('reminders', open => {
  it('show who would be written to, in which language, and who cannot be', async () => {
    await using database = await open()
    const { organiser, round, entries } = await lived(database)
    const preview = await previewReminder(organiser, { round, group, wording: {} })
    expect(preview.recipients.map(one => [one.name, one.state, one.language, one.people])).toEqual([
      ['Dovre', 'accepted', 'nn', 1],
      ['Oslo', 'asked', 'en', 1],
    ])
    expect(preview.unreachable).toEqual([{ entry: entries.get('Lom'), name: 'Lom' }])
    expect(preview.letters.map(one => [one.language, one.count, one.example.subject])).toEqual([
      ['nn', 1, 'Påminning: Open hall 2014'],
      ['en', 1, 'Reminder: Open hall 2014'],
    ])
    expect(preview.letters[0]?.example.text).toContain('svar frå Dovre')
    expect(preview.letters[0]?.example.text).toContain('30. juni 2014')
    expect(preview.letters[0]?.example.text).toContain('15:00')
  })

  it('go out once, however often they are sent, and to nobody who has answered in the meantime', async () => {
    await using database = await open()
    const { organiser, round, entries, letters } = await lived(database)
    const wording = { en: { subject: 'Please, {entry}', text: '{link} {unknown}' } }
    const sent = await Promise.all(
      [1, 2, 3].map(() => sendReminder(organiser, { round, id: ID, group, wording })),
    )
    expect(sent).toEqual([{ letters: 2 }, { letters: 2 }, { letters: 2 }])
    const posted = await letters()
    expect(posted.map(one => [one.recipient, one.subject])).toEqual([
      ['lead@dovre.example', 'Påminning: Open hall 2014'],
      ['lead@oslo.example', 'Please, Oslo'],
    ])
    expect(posted[0]?.text).toContain(`/rounds/${round}/answer/${entries.get('Dovre')}`)
    expect(posted[1]?.text).toMatch(/\/join\/[\w-]{43} \{unknown\}$/)
    const { tokenHash } = await database.db
      .selectFrom('seatInvitation')
      .select('tokenHash')
      .executeTakeFirstOrThrow()
    expect(tokenHash).not.toBe('old')

    const dovre = { round, entry: entries.get('Dovre') ?? '' }
    await setAnswer(organiser, { ...dovre, question: 'plan', value: 'yes', version: 0 })
    await database.db
      .updateTable('entry')
      .set({ submittedAt: organiser.now() })
      .where('id', '=', dovre.entry)
      .execute()
    const again = await sendReminder(organiser, { round, id: ID.replace('0b', '0c'), group, wording })
    expect(again).toEqual({ letters: 1 })
    expect((await listReminders(organiser, round)).map(one => one.recipients)).toEqual([1, 2])
    const preview = await previewReminder(organiser, { round, group, wording })
    expect(preview.recipients.map(one => [one.name, one.reminded !== null])).toEqual([['Oslo', true]])
  })

  it('reach a chosen group alone', async () => {
    await using database = await open()
    const { organiser, round } = await lived(database)
    const names = async (more: object) => {
      const { recipients, unreachable } = await previewReminder(organiser, {
        round,
        group: { ...group, ...more },
        wording: {},
      })
      return [...recipients, ...unreachable].map(one => one.name).toSorted()
    }
    expect(await names({ categories: ['large'] })).toEqual(['Oslo'])
    expect(await names({ counties: ['NO-05'] })).toEqual(['Dovre', 'Lom'])
    expect(await names({ states: ['asked'] })).toEqual(['Oslo'])
    expect(await names({ counties: [] })).toEqual([])
  })

  it('are refused where nobody is left to remind, and to others', async () => {
    await using database = await open()
    const { organiser, rival, round, letters } = await lived(database)
    const send = (ctx: typeof organiser, more: object) =>
      refusalOf(sendReminder(ctx, { round, id: ID, group: { ...group, ...more }, wording: {} }))
    expect(await send(organiser, { entries: [] })).toBe('has-problems')
    expect(await send(rival, {})).toBe('not-found')
    expect(await letters()).toEqual([])
  })
})

eachDialect('the response to a round', open => {
  it('counts every entry by how far it is, and what lacks to the target', async () => {
    await using database = await open()
    const { organiser, round, entries } = await lived(database)
    const dovre = { round, entry: entries.get('Dovre') ?? '' }
    await setAnswer(organiser, { ...dovre, question: 'plan', value: 'yes', version: 0 })
    await database.db.updateTable('entry').set({ submittedAt: null }).where('id', '=', dovre.entry).execute()
    await setTarget(organiser, { round, group: 'all', share: 0.5 })
    const { all, categories, counties, waiting } = await getDashboard(organiser, round)
    const { asked, accepted, started, submitted, target, lacking } = all
    expect({ asked, accepted, started, submitted, target, lacking }).toEqual({
      asked: 1,
      accepted: 1,
      started: 1,
      submitted: 0,
      target: 0.5,
      lacking: 2,
    })
    expect(categories.map(one => [one.group, one.all])).toEqual([
      ['category:small', 2],
      ['category:large', 1],
    ])
    expect(counties.map(one => [one.name, one.all])).toEqual([
      ['Oslo', 1],
      ['Oppland', 2],
    ])
    expect(waiting.map(one => [one.name, one.state])).toEqual([
      ['Oslo', 'asked'],
      ['Lom', 'accepted'],
      ['Dovre', 'started'],
    ])
    await setTarget(organiser, { round, group: 'all', share: null })
    expect((await getDashboard(organiser, round)).all.target).toBe(null)
    expect(await refusalOf(setTarget(organiser, { round, group: 'category:tiny', share: 1 }))).toBe(
      'bad-input',
    )
  })
})
