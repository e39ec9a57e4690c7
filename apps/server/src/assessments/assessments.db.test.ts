import { TRPCError } from '@trpc/server'
import { expect, it } from 'vitest'
import type { Someone } from '../answers/scene.ts'
import { verify } from '../audit/service.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { Refusal } from '../refusal.ts'
import { assessingScene } from './scene.ts'

/** Why it was refused, in its code; null when it was not. */
const codeOf = (request: Promise<unknown>): Promise<string | null> =>
  request.then(
    () => null,
    error => {
      if (error instanceof TRPCError && error.cause instanceof Refusal) return error.cause.reason.code
      throw error
    },
  )

type Sheet = Awaited<ReturnType<Someone['api']['assessments']['sheet']>>
const itemOf = ({ items }: Sheet, question: string) => items.find(one => one.question === question)

const agree = { verdict: 'agree', confidence: 3, reason: null } as const
const differ = (value: string | number | null) =>
  ({ verdict: 'differ', value, confidence: 2, reason: 'The plan was never adopted.' }) as const

eachDialect('assessments', open => {
  it('holds each finding against what stood, and tells what it does to the criteria', async () => {
    await using database = await open()
    const { round, oslo: entry, desk, run } = await assessingScene(database)
    const of = { round, entry, layer: 'desk' } as const
    await desk.api.assessments.find({ ...of, question: 'plan', version: 0, ...differ('partly') })
    const { version } = await desk.api.assessments.find({ ...of, question: 'share', version: 0, ...agree })
    await desk.api.assessments.find({
      ...of,
      question: 'channels',
      version: 0,
      ...differ(null),
      reason: 'Nothing.',
    })
    const sheet = await desk.api.assessments.sheet({ round, entry })
    expect([sheet.entry.name, sheet.writes, sheet.items.map(one => one.question)]).toEqual([
      'Oslo',
      ['desk'],
      ['plan', 'adopted', 'channels', 'share', 'story'],
    ])
    const effect = (path: string, title: string, outOf: number, [before, after]: [number, number]) => [
      { path, title, outOf, before, after, points: (after - before) * outOf },
    ]
    expect(itemOf(sheet, 'plan')).toMatchObject({
      claim: { value: 'yes' },
      desk: {
        value: 'partly',
        verdict: 'differ',
        against: 'yes',
        outOfDate: false,
        confidence: 2,
        reason: 'The plan was never adopted.',
        author: { id: 'desk', name: 'desk by name' },
        effects: effect('criteria.plan', 'Plan', 40, [1, 0.5]),
        reply: null,
      },
      visit: null,
      forVisit: true,
      criteria: [{ path: 'criteria.plan', title: 'Plan', outOf: 40, value: 0.5 }],
    })
    expect(itemOf(sheet, 'share')).toMatchObject({
      desk: { value: 80, verdict: 'agree', reason: null, effects: [{ points: 0 }] },
      forVisit: false,
    })
    // Nothing shows it: without an answer the criterion counts zero.
    expect(itemOf(sheet, 'channels')).toMatchObject({
      desk: {
        value: null,
        verdict: 'differ',
        effects: effect('criteria.services.children.channels', 'Channels', 20, [1, 0]),
      },
    })
    await desk.api.assessments.find({ ...of, question: 'share', version, verdict: null })
    const after = await run.api.assessments.sheet({ round, entry })
    expect([itemOf(after, 'share')?.desk, itemOf(after, 'plan')?.desk?.author?.name]).toEqual([
      null,
      'desk by name',
    ])
    expect(await verify(database.db)).toBe(null)
  })

  it('says so when a claim changes after somebody agreed with it, and keeps what was found', async () => {
    await using database = await open()
    const { round, oslo: entry, desk, claim } = await assessingScene(database)
    await desk.api.assessments.find({ round, entry, layer: 'desk', question: 'share', version: 0, ...agree })
    await claim('share', 95)
    const sheet = await desk.api.assessments.sheet({ round, entry })
    expect(itemOf(sheet, 'share')).toMatchObject({
      claim: { value: 95 },
      desk: { value: 80, verdict: 'agree', against: 80, outOfDate: true },
    })
  })

  it('asks for a reason where somebody differs, and takes no finding that says nothing', async () => {
    await using database = await open()
    const { round, oslo: entry, desk } = await assessingScene(database)
    const { find } = desk.api.assessments
    const of = { round, entry, layer: 'desk', version: 0 } as const
    const bad = [
      find({ ...of, question: 'plan', ...differ('no'), reason: ' ' }),
      find({ ...of, question: 'plan', ...differ('yes') }),
      find({ ...of, question: 'plan', ...differ('perhaps') }),
      find({ ...of, question: 'story', ...agree }),
      find({ ...of, question: 'never asked', ...agree }),
      // Asked only of those who adopted the plan.
      find({ ...of, question: 'when', ...differ('2014-01-01') }),
    ]
    expect(await Promise.all(bad.map(codeOf))).toEqual([
      'bad-input',
      'bad-input',
      'bad-input',
      'bad-input',
      'bad-input',
      'wrong-state',
    ])
    await find({ ...of, question: 'story', ...differ('They won a prize.') })
  })

  it('overwrites nobody unseen, also of two at the same time', async () => {
    await using database = await open()
    const scene = await assessingScene(database)
    const { round, oslo: entry, desk, seat } = scene
    const other = await seat('other', 'desk')
    await database.db
      .insertInto('assignment')
      .values({
        roundId: round,
        entryId: entry,
        userId: 'other',
        role: 'desk',
        createdAt: '',
        createdBy: null,
      })
      .execute()
    const of = { round, entry, layer: 'desk', question: 'plan', version: 0 } as const
    const codes = await Promise.all([
      codeOf(desk.api.assessments.find({ ...of, ...agree })),
      codeOf(other.api.assessments.find({ ...of, ...differ('no') })),
    ])
    expect(codes.toSorted()).toEqual([null, 'stale'].toSorted())
    const first = codes[0] === null ? { id: 'desk', value: 'yes' } : { id: 'other', value: 'no' }
    const again = await desk.api.assessments
      .find({ ...of, ...differ('partly') })
      .catch(error => error.cause.reason)
    expect(again).toMatchObject({
      code: 'stale',
      path: 'plan',
      standing: { value: first.value, author: { id: first.id } },
    })
  })

  it('lets each write its own layer in its own time, and nobody with a conflict', async () => {
    await using database = await open()
    const scene = await assessingScene(database)
    const { round, oslo, asker, now } = scene
    const who = {
      lead: scene.lead,
      desk: scene.desk,
      visitor: scene.visitor,
      torn: scene.torn,
      run: scene.run,
    }
    const walk = async (entry: string) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(who).map(async ([name, { api }]) => [
            name,
            [
              await codeOf(api.assessments.sheet({ round, entry })),
              await codeOf(tryToFind({ api }, { round, entry, layer: 'desk' })),
              await codeOf(tryToFind({ api }, { round, entry, layer: 'visit' })),
            ],
          ]),
        ),
      )
    const denied = ['not-allowed', 'not-allowed', 'not-allowed']
    const unknown = ['not-found', 'not-found', 'not-found']
    // Without a version that stands, whoever may write is told that it is stale.
    expect(await walk(oslo)).toEqual({
      lead: denied,
      desk: [null, 'stale', 'not-allowed'],
      visitor: denied,
      torn: unknown,
      run: [null, 'not-allowed', 'not-allowed'],
    })
    expect(await walk(asker)).toEqual({
      lead: unknown,
      desk: unknown,
      visitor: unknown,
      torn: unknown,
      run: [null, 'not-allowed', 'not-allowed'],
    })
    await now({ verification: 'over', siteVisit: 'open' })
    expect(await walk(oslo)).toEqual({
      lead: denied,
      desk: [null, 'not-allowed', 'not-allowed'],
      visitor: [null, 'not-allowed', 'stale'],
      torn: unknown,
      run: [null, 'not-allowed', 'not-allowed'],
    })
    await now({ verification: 'before' })
    expect((await walk(oslo)).desk).toEqual(denied)
  })

  it('shows on the visit what the desk asks it to look at, and holds the visit against the desk', async () => {
    await using database = await open()
    const { round, oslo: entry, desk, visitor, now } = await assessingScene(database)
    const of = { round, entry, version: 0 } as const
    await desk.api.assessments.find({ ...of, layer: 'desk', question: 'plan', ...differ('partly') })
    await desk.api.assessments.find({ ...of, layer: 'desk', question: 'share', ...agree, confidence: 1 })
    await desk.api.assessments.find({ ...of, layer: 'desk', question: 'channels', ...agree })
    await now({ verification: 'over', siteVisit: 'open' })
    await visitor.api.assessments.find({ ...of, layer: 'visit', question: 'plan', ...agree })
    const sheet = await visitor.api.assessments.sheet({ round, entry })
    expect(sheet.items.filter(one => one.forVisit).map(one => one.question)).toEqual(['plan', 'share'])
    expect(itemOf(sheet, 'plan')?.visit).toMatchObject({
      value: 'partly',
      verdict: 'agree',
      against: 'partly',
    })
    expect(await visitor.api.assessments.queue({ round })).toMatchObject({
      entries: [
        {
          name: 'Oslo',
          layers: ['visit'],
          open: true,
          progress: [{ layer: 'visit', checked: 1, of: 3, differing: 0, unsure: 0 }],
          forVisit: { checked: 1, of: 2 },
        },
      ],
    })
  })

  it('lists to each the entries before them, and of a conflict nothing but that it is one', async () => {
    await using database = await open()
    const { round, oslo, desk, torn, run, now } = await assessingScene(database)
    await desk.api.assessments.find({
      ...{ round, entry: oslo, layer: 'desk', question: 'plan', version: 0 },
      ...differ('no'),
    })
    const progress = [{ layer: 'desk', checked: 1, of: 3, differing: 1, unsure: 0 }]
    const mine = await desk.api.assessments.queue({ round })
    expect(mine.entries).toEqual([
      {
        ...{ id: oslo, conflict: false, name: 'Oslo', category: 'large', layers: ['desk'], open: true },
        ...{ submitted: true, progress, forVisit: null, objections: null },
      },
    ])
    expect((await torn.api.assessments.queue({ round })).entries).toEqual([{ id: oslo, conflict: true }])
    const all = await run.api.assessments.queue({ round })
    expect(all.entries.map(one => !one.conflict && [one.name, one.progress.map(of => of.checked)])).toEqual([
      ['Asker', [0, 0]],
      ['Oslo', [1, 0]],
    ])
    await now({ verification: 'before' })
    // What the entry has answered so far is not theirs to count.
    expect((await desk.api.assessments.queue({ round })).entries).toMatchObject([
      { open: false, progress: [] },
    ])
  })

  it('counts what was found, and by how much claims were higher', async () => {
    await using database = await open()
    const { round, oslo: entry, desk, run, claim } = await assessingScene(database)
    const of = { round, entry, layer: 'desk', version: 0 } as const
    await desk.api.assessments.find({ ...of, question: 'plan', ...differ('partly') })
    await desk.api.assessments.find({ ...of, question: 'share', ...agree })
    const { entries, byCriterion, byEntry } = await run.api.assessments.inflation({ round })
    expect(entries).toBe(1)
    expect(byCriterion.slice(0, 3)).toEqual([
      { path: 'criteria.plan', n: 1, partly: 0, mean: 0.5, points: 20, outOf: 40 },
      { path: 'criteria.services.children.share', n: 1, partly: 0, mean: 0, points: 0, outOf: 20 },
      { path: 'criteria.services.children.channels', n: 0, partly: 0, mean: null, points: null, outOf: 20 },
    ])
    expect(byEntry).toEqual([
      {
        ...{ id: entry, name: 'Oslo', category: 'large' },
        ...{ share: 0.75, claimed: 56, found: 36, outOf: 60, points: 20, value: 1 / 3 },
      },
    ])
    await run.api.results.evaluate({ round })
    const total = async () => (await run.api.results.get({ round })).rows.map(row => row.points)
    // (0.5·2 + (1 + 0.8)/2·2)/4 of 100: nobody has marked yet.
    expect(await total()).toEqual([70])
    const { rows, nodes } = await run.api.results.get({ round })
    const mixed = { layer: 'claim', mixed: true }
    expect([rows[0]?.restsOn, nodes.flatMap(node => node.restsOn)]).toEqual([
      mixed,
      [
        { layer: 'desk', mixed: false },
        mixed,
        { layer: 'claim', mixed: false },
        { layer: 'desk', mixed: false },
        // Nobody has marked yet, and what is read from statistics is nobody's word.
        null,
        null,
      ],
    ])
    await claim('plan', 'no')
    await run.api.results.evaluate({ round })
    expect(await total()).toEqual([70])
  })

  it('leaves no results standing that do not know of a finding made while they were computed', async () => {
    await using database = await open()
    const { round, oslo: entry, desk, run } = await assessingScene(database)
    const of = { round, entry, layer: 'desk', question: 'plan' } as const
    let version = 0
    for (const value of ['partly', 'no', 'partly', 'no', 'partly', 'no']) {
      const found = desk.api.assessments.find({ ...of, version, ...differ(value) })
      await Promise.allSettled([run.api.results.evaluate({ round }), found])
      version = (await found).version
      const { state } = await run.api.rounds.get({ id: round })
      if (state === 'open') continue
      const { nodes } = await run.api.results.get({ round })
      const plan = nodes.find(node => node.path === 'criteria.plan')
      expect(plan?.values).toEqual([value === 'partly' ? 0.5 : 0])
    }
  })

  it('makes no findings once the results are out, nor of those who take no part', async () => {
    await using database = await open()
    const { round, oslo: entry, desk } = await assessingScene(database)
    const find = () =>
      codeOf(
        desk.api.assessments.find({ round, entry, layer: 'desk', question: 'plan', version: 0, ...agree }),
      )
    await database.db.updateTable('entry').set({ state: 'withdrawn' }).where('id', '=', entry).execute()
    expect(await find()).toBe('wrong-state')
  })
})

const tryToFind = (
  { api }: Pick<Someone, 'api'>,
  of: { round: string; entry: string; layer: 'desk' | 'visit' },
) => api.assessments.find({ ...of, question: 'plan', version: 99, ...agree })
