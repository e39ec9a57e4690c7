import type { Leaf, RubricData } from '@tumstock/rubric/contract'
import { expect, it } from 'vitest'
import { verify } from '../audit/service.ts'
import { refusalOf } from '../context.fixture.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { sceneOf } from '../entries/scene.ts'
import { OpenData } from '../open-data/service.ts'
import { appRouter } from '../router.ts'
import { acceptInvitation } from '../seats/join.ts'
import { createCallerFactory } from '../trpc.ts'
import { expireNomination } from './expire.ts'

const callerOf = createCallerFactory(appRouter)

/** The small award with a nomination: proud and effect are told, plan is scored with them; a jury decides. */
const rubric: RubricData = {
  ...sampleRubric,
  questions: {
    ...sampleRubric.questions,
    proud: { text: 'What are they proud of?', area: 'Proud', type: 'text' },
    effect: { text: 'What came of it?', area: 'Proud', type: 'text' },
    plan: { ...sampleRubric.questions.plan!, area: 'Proud' },
  },
  criteria: {
    ...sampleRubric.criteria,
    plan: { ...(sampleRubric.criteria.plan as Leaf), stage: 'nomination' },
  },
  stages: [
    { kind: 'nomination' },
    { kind: 'survey' },
    { kind: 'shortlist', keep: { top: 1 } },
    { kind: 'jury' },
  ],
  awards: { hall: { title: 'Town hall of the year', per: 'round', decide: 'jury', winners: 1 } },
}

const OPEN = '2014-06-01T00:00:00.000Z'
const CLOSED = '2014-06-20T00:00:00.000Z'
const LATER = '2014-06-30T12:00:00.000Z'

const scene = async (database: TestDatabase) => {
  const { organiser, stranger, rival, installation, openedRound } = sceneOf(database, { rubric })
  const { db } = database
  const round = await openedRound('Open hall 2014')
  await db
    .updateTable('stage')
    .set({ opensAt: OPEN, closesAt: CLOSED })
    .where('roundId', '=', round)
    .where('kind', '=', 'nomination')
    .execute()
  const run = callerOf(organiser)
  const anybody = callerOf(stranger)
  const nominate = (units: string[], answers: Record<string, string>, title?: string) =>
    anybody.nominations.nominate({
      round,
      units,
      answers,
      name: 'A neighbour',
      email: 'neighbour@tumstock.example',
      language: 'sv',
      ...(title !== undefined && { title }),
    })
  const ids = async () => (await run.nominations.list({ round })).map(one => one.id)
  const forward = async (nth: number, email = 'post@dovre.example') =>
    run.nominations.forward({
      round,
      nomination: (await ids())[nth] ?? '',
      contact: { email, name: 'Lead of Dovre', language: 'nb' },
      completeUntil: LATER,
    })
  /** Whoever follows the link in the last letter to this address. */
  const follow = async (email: string) => {
    const letters = await db
      .selectFrom('mail')
      .select('text')
      .where('recipient', '=', email)
      .orderBy('createdAt')
      .execute()
    const token = /\/join\/(\S+)/.exec(letters.at(-1)?.text ?? '')?.[1] ?? ''
    await acceptInvitation(stranger, { token })
    const user = await db
      .selectFrom('user')
      .select(['id', 'name', 'email'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    return callerOf({ ...installation, user, role: 'participant', organisation: null })
  }
  const close = (closesAt: string) =>
    db.updateTable('stage').set({ closesAt }).where('roundId', '=', round).execute()
  const entryOf = async (name: string) => (await run.entries.list({ round })).find(one => one.name === name)
  return {
    db,
    installation,
    round,
    run,
    anybody,
    rival: callerOf(rival),
    nominate,
    ids,
    forward,
    follow,
    close,
    entryOf,
  }
}

eachDialect('nominations', open => {
  it('ask everybody the areas of what is scored, while the stage is open', async () => {
    await using database = await open()
    const { anybody, round, close, nominate } = await scene(database)
    const form = await anybody.nominations.form({ round })
    expect([form.round.title, form.organiser, form.opensAt, form.closesAt]).toEqual([
      'Open hall 2014',
      'The society of town halls',
      OPEN,
      CLOSED,
    ])
    expect(form.questions.map(one => one.id)).toEqual(['plan', 'proud', 'effect'])
    await close('2014-06-01T06:00:00.000Z')
    expect(await refusalOf(anybody.nominations.form({ round }))).toBe('not-found')
    expect(await refusalOf(nominate(['NO-0511'], { proud: 'All' }))).toBe('not-found')
  })

  it('are confirmed in the nominator’s language with what they wrote, and say nothing of others', async () => {
    await using database = await open()
    const { db, nominate, anybody, rival, run, round } = await scene(database)
    expect(await nominate(['NO-0511'], { proud: 'Everybody can pay.', plan: 'yes' })).toEqual({
      received: true,
    })
    expect(await nominate(['NO-0511'], { effect: 'Half the time.' })).toEqual({ received: true })
    const letters = await db.selectFrom('mail').selectAll().orderBy('createdAt').execute()
    expect(letters.map(one => [one.recipient, one.subject, one.roundId])).toEqual([
      ['neighbour@tumstock.example', 'Din nominering: Dovre', round],
      ['neighbour@tumstock.example', 'Din nominering: Dovre', round],
    ])
    expect(letters[0]?.text).toContain('What are they proud of?\nEverybody can pay.')
    expect(letters[0]?.text).toContain('Is there a plan?\nYes')
    expect(letters[0]?.text.includes('Half the time.')).toBe(false)
    for (const who of [anybody, rival]) {
      const codes = [
        await refusalOf(who.nominations.list({ round })),
        await refusalOf(who.nominations.dismiss({ round, nomination: 'x', reason: 'y' })),
      ]
      expect(codes).toEqual(['not-found', 'not-found'])
    }
    expect((await run.nominations.list({ round })).map(one => [one.nominator?.name, one.ofSame])).toEqual([
      ['A neighbour', 2],
      ['A neighbour', 2],
    ])
    const log = await db
      .selectFrom('audit')
      .select('detail')
      .where('action', 'like', 'nominations.%')
      .execute()
    expect(log.filter(one => /neighbour|pay/.test(one.detail))).toEqual([])
  })

  it.each([
    [['NO-0511'], {}, 'bad-input'],
    [['NO-0511'], { share: '5' }, 'bad-input'],
    [['NO-0511'], { plan: 'perhaps' }, 'bad-input'],
    [['NO-3030'], { proud: 'All' }, 'bad-input'],
    [['NO-0511', 'NO-0511'], { proud: 'All' }, 'bad-input'],
    [['NO-03'], { proud: 'All' }, 'bad-input'],
    [['NO-0511'], { proud: 'x'.repeat(10_001) }, 'bad-input'],
  ])('refuse %j with %j', async (units, answers, code) => {
    await using database = await open()
    const { nominate, ids } = await scene(database)
    expect(await refusalOf(nominate(units, answers as Record<string, string>))).toBe(code)
    expect(await ids()).toEqual([])
  })

  it('of one municipality become one entry, whose lead completes what was written', async () => {
    await using database = await open()
    const { db, nominate, forward, follow, run, round, close, entryOf } = await scene(database)
    await nominate(['NO-0511'], { proud: 'Everybody can pay.', plan: 'yes' })
    await nominate(['NO-0511'], { proud: 'They listen.', effect: 'Half the time.' })
    const { entry, joined } = await forward(0)
    expect(joined).toBe(false)
    expect(await forward(1)).toEqual({ entry, joined: true })
    expect(await refusalOf(forward(1))).toBe('wrong-state')
    expect(await entryOf('Dovre')).toMatchObject({
      state: 'nominated',
      origin: 'nominated',
      contact: 'post@dovre.example',
      completeUntil: LATER,
      answered: 0,
    })
    const letters = await db
      .selectFrom('mail')
      .select(['subject', 'text'])
      .where('recipient', '=', 'post@dovre.example')
      .execute()
    expect(letters.map(one => one.subject)).toEqual(['Invitasjon: Dovre i Open hall 2014'])
    expect(letters[0]?.text).toContain(
      'Noen har nominert Dovre. Dere kan fullføre nominasjonen eller takke nei innen 30. juni 2014 kl. 14:00 (Europe/Oslo).',
    )

    const lead = await follow('post@dovre.example')
    await close('2014-06-01T06:00:00.000Z')
    const named = { round, entry }
    expect(await refusalOf(lead.answers.save({ ...named, question: 'plan', value: 'no', version: 0 }))).toBe(
      'wrong-state',
    )
    await lead.entries.respond({ ...named, accept: true })
    const { answers } = await lead.answers.questionnaire(named)
    expect(Object.entries(answers).map(([id, { value, author }]) => [id, value, author])).toEqual([
      ['effect', 'Half the time.', null],
      ['plan', 'yes', null],
      ['proud', 'Everybody can pay.', null],
    ])
    expect((await lead.entries.offered(named)).map(one => [one.from, one.answers.length])).toEqual([
      [null, 2],
      [null, 2],
    ])
    const { version = 0 } = answers.proud ?? {}
    await lead.answers.save({ ...named, question: 'proud', value: 'Everybody can pay at home.', version })
    await lead.answers.submit(named)
    expect((await run.entries.list({ round }))[0]?.submittedAt).toMatch(/^2014-06-01T/)
    expect(await verify(db)).toBe(null)
  })

  it('decline for who does not answer in time, once, and leave alone who has', async () => {
    await using database = await open()
    const { db, installation, nominate, forward, follow, round, entryOf } = await scene(database)
    await nominate(['NO-0511'], { proud: 'All' })
    await nominate(['NO-0301'], { proud: 'All' })
    const { entry } = await forward(0)
    const { entry: other } = await forward(1, 'post@oslo.example')
    const oslo = await follow('post@oslo.example')
    await oslo.entries.respond({ round, entry: other, accept: true })
    const jobs = await db
      .selectFrom('job')
      .select(['payload', 'dueAt'])
      .where('kind', '=', 'nomination-expiry')
      .execute()
    expect(jobs.map(job => job.dueAt)).toEqual([LATER, LATER])
    const expire = async (now: string) => {
      for (const { payload } of jobs) {
        const running = { signal: new AbortController().signal, onProgress: () => {} }
        const keep = await expireNomination({ ...installation, now: () => now })(JSON.parse(payload), running)
        await db.transaction().execute(tx => keep(tx, () => undefined))
      }
    }
    await expire('2014-06-30T11:59:00.000Z')
    expect((await entryOf('Dovre'))?.state).toBe('nominated')
    await expire(LATER)
    await expire(LATER)
    expect([(await entryOf('Dovre'))?.state, (await entryOf('Oslo'))?.state]).toEqual([
      'declined',
      'accepted',
    ])
    const log = await db
      .selectFrom('audit')
      .select('subject')
      .where('action', '=', 'nominations.expire')
      .execute()
    expect(log).toEqual([{ subject: `round/${round}/entry/${entry}` }])
    expect(await verify(db)).toBe(null)
  })

  it('are put aside with a reason', async () => {
    await using database = await open()
    const { nominate, run, ids, round, forward } = await scene(database)
    await nominate(['NO-0511'], { proud: 'All' })
    const [nomination = ''] = await ids()
    await run.nominations.dismiss({ round, nomination, reason: 'Sent twice' })
    const [listed] = await run.nominations.list({ round })
    expect([listed?.state, listed?.reason, listed?.entry]).toEqual(['dismissed', 'Sent twice', null])
    expect(await refusalOf(forward(0))).toBe('wrong-state')
  })
})

eachDialect('shortlist', open => {
  const shortlisted = async (database: TestDatabase) => {
    const all = await scene(database)
    const { nominate, forward, follow, run, round } = all
    await nominate(['NO-0511', 'NO-0512'], { proud: 'One desk', plan: 'yes' }, 'The valley together')
    await nominate(['NO-0301'], { proud: 'Big', plan: 'no' })
    await forward(0)
    await forward(1, 'post@oslo.example')
    for (const email of ['post@dovre.example', 'post@oslo.example']) {
      const lead = await follow(email)
      const [own] = await lead.entries.mine({ round })
      await lead.entries.respond({ round, entry: own?.id ?? '', accept: true })
      await lead.answers.submit({ round, entry: own?.id ?? '' })
    }
    const entries = Object.fromEntries((await run.entries.list({ round })).map(one => [one.name, one.id]))
    return { ...all, entries, valley: entries['The valley together'] ?? '', oslo: entries.Oslo ?? '' }
  }

  it('suggests by what is scored so far, and takes whom the organiser chooses', async () => {
    await using database = await open()
    const { run, round, valley, oslo, entries } = await shortlisted(database)
    await run.results.evaluate({ round })
    const { choices, evaluated } = await run.shortlist.candidates({ round })
    expect(evaluated).toBe(true)
    expect(choices.map(one => [one.award, one.wanted])).toEqual([['hall', 1]])
    expect(choices[0]?.candidates.map(one => [one.name, one.rank, one.suggested, one.units.length])).toEqual([
      ['Oslo', 2, false, 1],
      ['The valley together', 1, true, 2],
    ])
    const chosen = { round, award: 'hall', entry: valley }
    await run.shortlist.set({ ...chosen, reasons: { en: 'Two halls, one desk.' } })
    expect(await refusalOf(run.shortlist.set({ ...chosen, award: 'none', reasons: {} }))).toBe('bad-input')
    expect(await refusalOf(run.shortlist.set({ ...chosen, reasons: { fi: 'Hyvä' } }))).toBe('bad-input')
    expect(await refusalOf(run.shortlist.set({ ...chosen, entry: 'x', reasons: {} }))).toBe('not-found')
    await run.entries.setParticipation({ round, entry: oslo, participation: 'benchmark' })
    expect(await refusalOf(run.shortlist.set({ ...chosen, entry: oslo, reasons: {} }))).toBe('wrong-state')
    expect(Object.keys(entries).toSorted()).toEqual(['Oslo', 'The valley together'])
  })

  it('is nobody’s but the organiser’s until it is announced, and then stands', async () => {
    await using database = await open()
    const { db, run, anybody, rival, round, valley, oslo, installation } = await shortlisted(database)
    const chosen = { round, award: 'hall', entry: valley }
    expect(await refusalOf(run.shortlist.announce({ round, at: LATER }))).toBe('wrong-state')
    await run.shortlist.set({ ...chosen, reasons: { en: 'Two halls, one desk.' } })
    await run.shortlist.announce({ round, at: LATER })
    for (const who of [anybody, rival])
      expect(await refusalOf(who.shortlist.list({ round }))).toBe('not-found')
    expect((await run.shortlist.list({ round })).awards[0]?.nominees.length).toBe(1)
    const openData = new OpenData(installation)
    expect(await openData.nominees(round)).toBe(null)
    expect(await openData.nominees('no-round')).toBe(null)

    // What would be after that day is before it: the clock of the test does not get there.
    await db.updateTable('round').set({ nomineesAt: OPEN }).where('id', '=', round).execute()
    const listed = await anybody.shortlist.list({ round })
    expect(listed).toEqual({
      round: {
        id: round,
        title: 'Open hall 2014',
        year: 2014,
        country: 'NO',
        organiser: 'The society of town halls',
      },
      announcedAt: OPEN,
      awards: [
        {
          award: 'hall',
          title: 'Town hall of the year',
          nominees: [
            {
              name: 'The valley together',
              units: [
                { id: 'NO-0511', name: 'Dovre' },
                { id: 'NO-0512', name: 'Lesja' },
              ],
              category: 'small',
              reasons: { en: 'Two halls, one desk.' },
            },
          ],
        },
      ],
      categories: { small: 'Small', large: 'Large', county: 'County' },
    })
    const packed = await openData.nominees(round)
    expect(JSON.parse(packed?.bytes.identity.toString() ?? '')).toEqual(listed)
    expect(await refusalOf(run.shortlist.remove(chosen))).toBe('wrong-state')
    expect(await refusalOf(run.shortlist.set({ ...chosen, entry: oslo, reasons: {} }))).toBe('wrong-state')
    expect(await refusalOf(run.shortlist.announce({ round, at: null }))).toBe('wrong-state')
    await run.shortlist.set({ ...chosen, reasons: { en: 'Two town halls, one desk.' } })
    const [award] = (await anybody.shortlist.list({ round })).awards
    expect(award?.nominees[0]?.reasons).toEqual({ en: 'Two town halls, one desk.' })
  })
})
