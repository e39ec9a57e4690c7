import { expect, it } from 'vitest'
import { answeringScene } from '../answers/scene.ts'
import { verify } from '../audit/service.ts'
import { refusalOf } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { invite } from './invite.ts'
import { listEntries } from './list.ts'

/** A round in its survey with Oslo and Asker, and Dovre that was asked and has a lead. */
const askedDovre = async (...[database]: Parameters<typeof answeringScene>) => {
  const scene = await answeringScene(database)
  const { organiser, round, seat } = scene
  await invite(organiser, round, { units: ['NO-0511'] }, { ask: true })
  const shown = async (name = 'Dovre') => (await listEntries(organiser, round)).find(one => one.name === name)
  const entry = (await shown())?.id ?? ''
  const { api } = await seat('lead of Dovre', 'lead', { entry })
  return { ...scene, entry, lead: api, run: scene.someone(organiser).api, shown, named: { round, entry } }
}

eachDialect('taking part', open => {
  it('waits for the lead of who is asked, who may decline and come back', async () => {
    await using database = await open()
    const { lead, named, shown } = await askedDovre(database)
    expect((await shown())?.state).toBe('invited')
    expect(await lead.entries.respond({ ...named, accept: false, reason: 'No time this year' })).toEqual({
      state: 'declined',
    })
    expect([(await shown())?.state, (await shown())?.reason]).toEqual(['declined', 'No time this year'])
    await lead.entries.respond({ ...named, accept: true })
    expect([(await shown())?.state, (await shown())?.reason]).toEqual(['accepted', null])
    expect(await refusalOf(lead.entries.respond({ ...named, accept: false }))).toBe('wrong-state')
    expect(await verify(database.db)).toBe(null)
  })

  it('lets the lead alone choose degree and language, of those that the round is asked in', async () => {
    await using database = await open()
    const { lead, named, shown, seat, entries } = await askedDovre(database)
    await lead.entries.choose({ ...named, participation: 'anonymous', language: 'en' })
    expect([(await shown())?.participation, (await shown())?.language]).toEqual(['anonymous', 'en'])
    const inFinnish = lead.entries.choose({ ...named, participation: 'compete', language: 'fi' })
    expect(await refusalOf(inFinnish)).toBe('bad-input')
    const helper = await seat('helper in Dovre', 'contributor', { entry: named.entry })
    const stranger = await seat('lead of Oslo', 'lead', { entry: entries.Oslo ?? '' })
    const wish = { ...named, participation: 'compete', language: 'en' } as const
    expect(await refusalOf(helper.api.entries.choose(wish))).toBe('not-allowed')
    expect(await refusalOf(stranger.api.entries.choose(wish))).toBe('not-found')
  })

  it('lets a lead leave until the survey closes, and after that the organiser take the entry out', async () => {
    await using database = await open()
    const { lead, run, named, shown } = await askedDovre(database)
    const { db } = database
    const close = (closesAt: string) =>
      db.updateTable('stage').set({ closesAt }).where('roundId', '=', named.round).execute()
    await close('2014-05-31T00:00:00.000Z')
    expect(await refusalOf(lead.entries.withdraw({ ...named, reason: 'Too late' }))).toBe('not-allowed')
    await run.entries.withdraw({ ...named, reason: 'They asked to leave' })
    expect([(await shown())?.state, (await shown())?.reason]).toEqual(['withdrawn', 'They asked to leave'])
    expect(await refusalOf(run.entries.withdraw({ ...named, reason: 'Again' }))).toBe('wrong-state')
    expect(await run.entries.invite({ round: named.round, whom: { units: ['NO-0511'] }, ask: true })).toEqual(
      { invited: 1, already: 0, letters: 0 },
    )
    expect([(await shown())?.state, (await shown())?.reason]).toEqual(['invited', null])
  })

  it('decides otherwise than the register with a reason, shows both, and takes it back', async () => {
    await using database = await open()
    const { run, named, shown } = await askedDovre(database)
    const { round, entry } = named
    await run.entries.override({ ...named, category: 'large', eligible: false, reason: 'Runs a region' })
    const stands = await shown()
    expect([stands?.category, stands?.categoryReason, stands?.ineligible, stands?.overrideReason]).toEqual([
      'large',
      'given',
      'organiser',
      'Runs a region',
    ])
    const register = { category: 'small', ineligible: null, population: 2704 }
    expect(stands?.register).toEqual({ ...register, categoryReason: 'population' })
    expect(await run.entries.register({ round })).toEqual([
      {
        entry,
        name: 'Dovre',
        overridden: true,
        stands: { category: 'large', population: 2704, ineligible: 'organiser' },
        register,
      },
    ])
    expect(await run.entries.recompute({ round, entries: [entry] })).toEqual({ changed: 1 })
    expect(await run.entries.register({ round })).toEqual([])
    expect((await shown())?.overrideReason).toBe(null)
    expect(await refusalOf(run.entries.override({ ...named, reason: 'Nothing' }))).toBe('bad-input')
  })

  it('means units by class and county, and says who they are before anybody is invited', async () => {
    await using database = await open()
    const { run, round, entries } = await askedDovre(database)
    const oslo = await run.entries.who({ round, whom: { county: 'NO-03' } })
    expect(oslo).toEqual([
      {
        unit: 'NO-0301',
        name: 'Oslo',
        kind: 'municipality',
        category: 'large',
        population: 634463,
        entry: { id: entries.Oslo, state: 'accepted' },
      },
    ])
    const counties = await run.entries.who({ round, whom: { categories: ['county'] } })
    expect([counties.length, new Set(counties.map(one => one.kind))]).toEqual([18, new Set(['county'])])
    const invited = await run.entries.invite({ round, whom: { county: 'NO-05' } })
    expect(invited).toEqual({ invited: 25, already: 1, letters: 0 })
    expect(await refusalOf(run.entries.who({ round, whom: { county: 'NO-0511' } }))).toBe('bad-input')
    expect(await refusalOf(run.entries.who({ round, whom: { categories: ['huge'] } }))).toBe('bad-input')
  })

  it('writes to the contacts of a pasted list, once each', async () => {
    await using database = await open()
    const { run, round } = await askedDovre(database)
    const rows = await run.entries.readList({
      round,
      text: 'code;e-mail;name\n0514;post@lom.example;Lead of Lom\n0511;post@dovre.example\nVåler\n0514\n0515;lom.example@\n',
    })
    expect(rows.map(row => [row.line, row.unit?.id ?? row.problem?.code, row.email, row.name])).toEqual([
      [2, 'NO-0514', 'post@lom.example', 'Lead of Lom'],
      [3, 'NO-0511', 'post@dovre.example', null],
      [4, 'several-units', null, null],
      [5, 'twice', null, null],
      [6, 'bad-email', 'lom.example@', null],
    ])
    expect(rows[2]?.problem?.candidates.map(one => one.id)).toEqual(['NO-0137', 'NO-0426'])
    const wish = {
      round,
      whom: { units: ['NO-0514', 'NO-0511'] },
      contacts: [
        { unit: 'NO-0514', email: 'post@lom.example', name: 'Lead of Lom', language: 'nn' },
        { unit: 'NO-0511', email: 'post@dovre.example' },
      ],
    }
    expect(await run.entries.invite(wish)).toEqual({ invited: 1, already: 1, letters: 2 })
    expect(await run.entries.invite(wish)).toEqual({ invited: 0, already: 2, letters: 0 })
    const listed = await run.entries.list({ round })
    expect(listed.flatMap(one => (one.contact ? [[one.name, one.state, one.contact]] : []))).toEqual([
      ['Dovre', 'invited', 'post@dovre.example'],
      ['Lom', 'invited', 'post@lom.example'],
    ])
    const letters = await database.db.selectFrom('mail').select('recipient').orderBy('recipient').execute()
    expect(letters.map(one => one.recipient)).toEqual(['post@dovre.example', 'post@lom.example'])
  })

  it('counts what an organiser writes for who has nobody to answer, and what a lead writes once it is sent in', async () => {
    await using database = await open()
    const { run, lead, named, shown, entries, round } = await askedDovre(database)
    await lead.entries.respond({ ...named, accept: true })
    const answer = { question: 'channels', value: ['web'], version: 0 }
    await run.entries.setAnswer({ ...named, ...answer })
    await run.entries.setAnswer({ round, entry: entries.Oslo ?? '', ...answer })
    expect((await shown())?.submittedAt).toBe(null)
    expect((await shown('Oslo'))?.submittedAt).toMatch(/^2014-06-01T/)
    expect(await run.results.evaluate({ round })).toEqual({
      entries: 1,
      scored: 1,
      errors: 0,
      unsubmitted: 1,
    })
    await run.entries.acceptUnsubmitted({ ...named, reason: 'Their lead is ill' })
    expect(await run.results.evaluate({ round })).toEqual({
      entries: 2,
      scored: 2,
      errors: 0,
      unsubmitted: 0,
    })
    expect(await refusalOf(run.entries.acceptUnsubmitted({ ...named, reason: 'Again' }))).toBe('wrong-state')
  })

  it('shows everybody what they work with, and nothing of what they may not judge', async () => {
    await using database = await open()
    const { lead, named, seat, round, entries } = await askedDovre(database)
    const [own] = await lead.entries.mine({ round })
    expect(own).toMatchObject({
      name: 'Dovre',
      state: 'invited',
      roles: ['participant', 'lead'],
      deadline: '2014-07-01T00:00:00.000Z',
      progress: { answered: 0, of: 4 },
    })
    expect(own && !own.conflict && own.can.filter(action => action.startsWith('entries.'))).toEqual([
      'entries.offered',
      'entries.withdraw',
      'entries.choose',
      'entries.respond',
    ])
    const { api: desk } = await seat('desk', 'desk')
    expect(await desk.entries.mine({ round })).toEqual([])
    const at = '2014-06-01T12:00:00.000Z'
    const common = { roundId: round, userId: 'desk' }
    for (const entryId of [named.entry, entries.Oslo ?? ''])
      await database.db
        .insertInto('assignment')
        .values({ ...common, entryId, role: 'desk', createdAt: at, createdBy: null })
        .execute()
    const conflict = { ...common, entryId: entries.Oslo ?? '', source: 'declared' as const }
    await database.db
      .insertInto('conflict')
      .values({ ...conflict, reason: 'Worked there', at, by: null })
      .execute()
    expect(await desk.entries.mine({ round })).toEqual([
      {
        id: named.entry,
        conflict: false,
        name: 'Dovre',
        state: 'invited',
        participation: 'compete',
        category: 'small',
        roles: ['participant', 'desk'],
        can: ['conflicts.declare'],
        deadline: null,
        progress: null,
        submittedAt: null,
      },
      { id: entries.Oslo, conflict: true },
    ])
  })
})
