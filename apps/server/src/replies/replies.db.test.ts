import { TRPCError } from '@trpc/server'
import { expect, it } from 'vitest'
import { type Assessing, assessingScene } from '../assessments/scene.ts'
import { verify } from '../audit/service.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { Refusal } from '../refusal.ts'
import { announceFindings } from './announce.ts'

const codeOf = (request: Promise<unknown>): Promise<string | null> =>
  request.then(
    () => null,
    error => {
      if (error instanceof TRPCError && error.cause instanceof Refusal) return error.cause.reason.code
      throw error
    },
  )

/** The plan was found to be there in part; the time to reply has begun. */
async function foundScene(database: TestDatabase): Promise<Assessing> {
  const scene = await assessingScene(database)
  const { round, oslo: entry, desk, now } = scene
  const of = { round, entry, layer: 'desk', version: 0, confidence: 3 } as const
  const reason = 'Never adopted.'
  await desk.api.assessments.find({ ...of, question: 'plan', verdict: 'differ', value: 'partly', reason })
  await desk.api.assessments.find({ ...of, question: 'share', verdict: 'agree', reason: null })
  await now({ verification: 'reply', siteVisit: 'before', jury: 'open' })
  return scene
}

const lettersOf = ({ db }: TestDatabase) =>
  db.selectFrom('mail').select(['key', 'recipient', 'subject', 'text']).orderBy('key').execute()

eachDialect('replies', open => {
  it('lets an entry see and object to a finding, and writes it anew where the objection holds', async () => {
    await using database = await open()
    const { round, oslo: entry, lead, desk, run } = await foundScene(database)
    const of = { round, entry, question: 'plan', layer: 'desk' } as const
    const found = await lead.api.replies.findings({ round, entry })
    expect([found.mayReply, found.items.map(one => [one.question, one.desk?.author])]).toEqual([
      true,
      [
        ['plan', null],
        ['share', null],
      ],
    ])
    expect(found.items[0]?.desk).toMatchObject({
      value: 'partly',
      reason: 'Never adopted.',
      effects: [{ outOf: 40, before: 1, after: 0.5, points: -20 }],
    })
    await lead.api.replies.reply({ ...of, stance: 'accept', text: '' })
    await lead.api.replies.reply({ ...of, stance: 'object', text: 'It was, on 3 May.' })
    const [waiting] = (await run.api.assessments.queue({ round })).entries.filter(one => one.id === entry)
    expect(waiting).toMatchObject({ objections: 1 })
    await desk.api.replies.answer({ ...of, outcome: 'changed', value: 'yes', answer: 'Seen in the minutes.' })
    const after = (await lead.api.replies.findings({ round, entry })).items[0]
    expect(after?.desk).toMatchObject({
      value: 'yes',
      verdict: 'agree',
      against: 'yes',
      reason: 'Seen in the minutes.',
      effects: [{ points: 0 }],
      reply: {
        stance: 'object',
        text: 'It was, on 3 May.',
        outcome: 'changed',
        answer: 'Seen in the minutes.',
        before: { value: 'partly' },
      },
    })
    const [answered] = (await run.api.assessments.queue({ round })).entries.filter(one => one.id === entry)
    expect(answered).toMatchObject({ objections: 0 })
    const letters = await lettersOf(database)
    expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['lead@tumstock.example', 'Your reply has been answered: Oslo in Open hall 2014'],
    ])
    expect(await verify(database.db)).toBe(null)
  })

  it('answers a reply once, and lets a finding that was replied to change in no other way', async () => {
    await using database = await open()
    const { round, oslo: entry, lead, desk } = await foundScene(database)
    const of = { round, entry, question: 'plan', layer: 'desk' } as const
    const answer = () => codeOf(desk.api.replies.answer({ ...of, outcome: 'kept', answer: 'No minutes.' }))
    expect(await answer()).toBe('not-found')
    await lead.api.replies.reply({ ...of, stance: 'object', text: 'It was.' })
    const { desk: finding } = (await desk.api.assessments.sheet({ round, entry })).items[0] ?? {}
    const version = finding?.version ?? 0
    expect(await codeOf(desk.api.assessments.find({ ...of, version, verdict: null }))).toBe('wrong-state')
    const codes = await Promise.all([answer(), answer()])
    expect(codes.toSorted()).toEqual(['already-there', null].toSorted())
    expect(await codeOf(lead.api.replies.reply({ ...of, stance: 'accept', text: '' }))).toBe('already-there')
    expect((await lettersOf(database)).length).toBe(1)
  })

  it('takes a reply from the lead, in time, to a finding that is there, and an objection only with words', async () => {
    await using database = await open()
    const { round, oslo: entry, lead, desk, visitor, torn, run, seat, now } = await foundScene(database)
    const colleague = await seat('colleague', 'contributor', { entry, sections: ['Services'] })
    const of = { round, entry, question: 'plan', layer: 'desk', stance: 'object', text: 'It was.' } as const
    const replies = (
      some: Record<string, { api: typeof lead.api }>,
      wish: Partial<Parameters<typeof lead.api.replies.reply>[0]> = {},
    ) => Promise.all(Object.values(some).map(({ api }) => codeOf(api.replies.reply({ ...of, ...wish }))))
    expect(await replies({ colleague, desk, visitor, torn, run })).toEqual([
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'not-found',
      'not-allowed',
    ])
    expect(await replies({ lead }, { text: ' ' })).toEqual(['bad-input'])
    expect(await replies({ lead }, { question: 'channels' })).toEqual(['not-found'])
    expect(await replies({ lead }, { layer: 'visit' })).toEqual(['wrong-state'])
    // Who answers some areas sees what was found in those.
    const seen = await colleague.api.replies.findings({ round, entry })
    expect([seen.mayReply, seen.items.map(one => one.question)]).toEqual([false, ['share']])
    expect(await replies({ lead })).toEqual([null])
    await now({ verification: 'over', jury: 'open' })
    expect(await replies({ lead })).toEqual(['not-allowed'])
    await now({ verification: 'open' })
    expect(await codeOf(lead.api.replies.findings({ round, entry }))).toBe('not-allowed')
  })

  it('lets the jury in only once nobody may reply any more', async () => {
    await using database = await open()
    const { round, oslo: entry, seat, now } = await foundScene(database)
    const juror = await seat('juror', 'juror')
    await database.db
      .insertInto('assignment')
      .values({
        roundId: round,
        entryId: entry,
        userId: 'juror',
        role: 'juror',
        createdAt: '',
        createdBy: null,
      })
      .execute()
    expect(await codeOf(juror.api.assessments.sheet({ round, entry }))).toBe('not-allowed')
    await now({ verification: 'over', jury: 'open' })
    const sheet = await juror.api.assessments.sheet({ round, entry })
    const [plan] = sheet.items
    expect([sheet.writes, sheet.answers, plan?.desk?.value, plan?.desk?.author]).toEqual([
      [],
      [],
      'partly',
      null,
    ])
  })

  it('writes to each lead once that there is something to see', async () => {
    await using database = await open()
    const { round: id, oslo, asker, organiser, seat } = await foundScene(database)
    await seat('other lead', 'lead', { entry: asker })
    await database.db.updateTable('entry').set({ language: 'nn' }).where('id', '=', oslo).execute()
    const announce = () =>
      database.db.transaction().execute(tx =>
        announceFindings(organiser, tx, {
          round: { id, title: 'Open hall 2014', timeZone: 'Europe/Oslo' },
          language: 'en',
          layer: 'desk',
          until: '2014-07-01T00:00:00.000Z',
        }),
      )
    expect([await announce(), await announce()]).toEqual([1, 0])
    const [letter, ...more] = await lettersOf(database)
    expect(more).toEqual([])
    expect(letter).toMatchObject({
      key: `findings/desk/${oslo}/lead`,
      subject: 'Funna er klare: Oslo i Open hall 2014',
    })
    expect(letter?.text).toContain('fram til 1. juli 2014 kl. 02:00 (Europe/Oslo)')
  })
})
