import { expect, it } from 'vitest'
import { sha256 } from '../canonical.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { participantsOf } from '../entries/rows.ts'
import { answeringScene } from './scene.ts'

type Reason = { code: string; problems?: { code: string; path: string }[] }

const reasonOf = (request: Promise<unknown>): Promise<Reason | undefined> =>
  request.then(
    () => undefined,
    (error: { cause?: { reason?: Reason } }) => {
      if (!error.cause?.reason) throw error
      return error.cause.reason
    },
  )
const codeOf = async (request: Promise<unknown>) => (await reasonOf(request))?.code

/** Oslo, which has a plan, shows it, and has answered all that follows from it. */
async function answered(database: TestDatabase) {
  const scene = await answeringScene(database)
  const { round } = scene
  const entry = scene.entries.Oslo!
  const of = { round, entry }
  const lead = await scene.seat('lead', 'lead', { entry })
  const { answers, evidence } = lead.api
  const { version } = await answers.save({ ...of, question: 'plan', value: 'yes', version: 0 })
  await answers.save({ ...of, question: 'adopted', value: 'yes', version: 0 })
  await answers.save({ ...of, question: 'share', value: 40, version: 0 })
  const link = { url: 'https://oslo.example/plan', title: 'The plan', checkedOn: '2014-06-01' }
  const show = () => evidence.addLink({ ...of, question: 'plan', layer: 'claim', ...link })
  return { ...scene, of, lead, show, planVersion: version, organiserApi: scene.someone(scene.organiser).api }
}

eachDialect('sending in', open => {
  it('waits for what has to be shown, and for the lead', async () => {
    await using database = await open()
    const { of, lead, show, seat } = await answered(database)
    expect((await lead.api.answers.questionnaire(of)).progress.evidenceMissing).toEqual(['plan'])
    const refused = await reasonOf(lead.api.answers.submit(of))
    expect([refused?.code, refused?.problems?.map(one => [one.code, one.path])]).toEqual([
      'has-problems',
      [['evidence-missing', 'plan']],
    ])
    await show()
    const helper = await seat('helper', 'contributor', { entry: of.entry })
    expect(await codeOf(helper.api.answers.submit(of))).toBe('not-allowed')
    expect((await lead.api.answers.submit(of)).answers).toBe(3)
  })

  it('gives a receipt whose hash covers what was sent in, by letter too', async () => {
    await using database = await open()
    const { of, lead, show } = await answered(database)
    await show()
    const { at, sha256: hash } = await lead.api.answers.submit(of)
    const receipt = await lead.api.answers.receipt(of)
    expect([receipt.at, receipt.sha256, sha256(receipt.body ?? ''), receipt.by?.name]).toEqual([
      at,
      hash,
      hash,
      'lead by name',
    ])
    expect(receipt.answers).toEqual([
      { question: 'adopted', value: 'yes' },
      { question: 'plan', value: 'yes' },
      { question: 'share', value: 40 },
    ])
    expect(receipt.evidence.map(one => one.title)).toEqual(['The plan'])
    const letters = await database.db.selectFrom('mail').select(['recipient', 'subject', 'text']).execute()
    expect(letters.map(one => [one.recipient, one.subject, one.text.includes(hash)])).toEqual([
      ['lead@tumstock.example', 'Received: Oslo in Open hall 2014', true],
    ])
    expect((await lead.api.answers.questionnaire(of)).receipt).toEqual({ at, sha256: hash })
    const [counted] = (await participantsOf(database.db, of.round)).filter(one => one.id === of.entry)
    expect(counted?.answers).toEqual({ plan: 'yes', adopted: 'yes', share: 40 })
  })

  it('holds until the entry is reopened; what was sent in before stays to be read', async () => {
    await using database = await open()
    const { of, lead, show, seat, planVersion } = await answered(database)
    await show()
    await lead.api.answers.submit(of)
    const save = (value: string) =>
      lead.api.answers.save({ ...of, question: 'plan', value, version: planVersion })
    expect([await codeOf(save('no')), await codeOf(lead.api.answers.submit(of))]).toEqual([
      'wrong-state',
      'wrong-state',
    ])
    expect((await lead.api.answers.questionnaire(of)).can.filter(one => one.startsWith('answers.'))).toEqual([
      'answers.questionnaire',
      'answers.watch',
      'answers.here',
      'answers.reopen',
      'answers.receipt',
    ])
    await lead.api.answers.reopen(of)
    expect(await codeOf(lead.api.answers.reopen(of))).toBe('wrong-state')
    expect((await participantsOf(database.db, of.round)).find(one => one.id === of.entry)?.answers).toEqual(
      {},
    )
    await save('no')
    await lead.api.answers.submit(of)
    const last = await lead.api.answers.receipt(of)
    expect([last.answers, last.all.map(one => one.reopenedAt !== null)]).toEqual([
      [
        { question: 'plan', value: 'no' },
        { question: 'share', value: 40 },
      ],
      [false, true],
    ])
    const first = await lead.api.answers.receipt({ ...of, submission: last.all[1]!.id })
    expect(first.answers.length).toBe(3)
    const helper = await seat('helper', 'contributor', { entry: of.entry, sections: ['Services'] })
    const part = await helper.api.answers.receipt(of)
    expect([part.answers, part.evidence, part.body]).toEqual([[{ question: 'share', value: 40 }], [], null])
  })

  it('takes away for good what other answers hide, its evidence too', async () => {
    await using database = await open()
    const { of, lead, show, planVersion } = await answered(database)
    await show()
    await lead.api.answers.save({ ...of, question: 'plan', value: 'no', version: planVersion })
    // As a table that was imported brings it.
    const hidden = { entryId: of.entry, roundId: of.round, question: 'adopted', layer: 'claim' } as const
    const at = lead.ctx.now()
    await database.db
      .insertInto('answer')
      .values({ ...hidden, at, version: 1, value: '"yes"' })
      .execute()
    await database.db
      .insertInto('evidence')
      .values({ ...hidden, at, id: 'minutes', kind: 'link', title: 'Minutes' })
      .execute()
    await lead.api.answers.submit(of)
    const kept = await database.db.selectFrom('answer').select('question').orderBy('question').execute()
    expect(kept.map(one => one.question)).toEqual(['plan', 'share'])
    const shown = await database.db.selectFrom('evidence').select('question').execute()
    expect(shown).toEqual([{ question: 'plan' }])
  })

  it('is undone by whoever runs the round at any time, with a reason, and by the lead until the deadline', async () => {
    await using database = await open()
    const { of, lead, show, someone, organiser, organiserApi } = await answered(database)
    await show()
    await lead.api.answers.submit(of)
    const after = { now: () => '2014-07-02T00:00:00.000Z' }
    expect(await codeOf(someone({ ...lead.ctx, ...after }).api.answers.reopen(of))).toBe('not-allowed')
    expect(await codeOf(organiserApi.answers.reopen(of))).toBe('bad-input')
    await someone({ ...organiser, ...after }).api.answers.reopen({
      ...of,
      reason: 'The plan was another one.',
    })
    const receipt = await lead.api.answers.receipt(of)
    expect([receipt.reopenedAt, receipt.reopenReason]).toEqual([after.now(), 'The plan was another one.'])
  })
})
