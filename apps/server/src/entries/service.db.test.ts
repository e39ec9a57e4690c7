import { expect, it } from 'vitest'
import { verify } from '../audit/service.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { Refusal, type RefusalReason } from '../refusal.ts'
import { evaluateRound } from '../results/evaluate.ts'
import { getResults } from '../results/service.ts'
import { reachRound } from '../rounds/service.ts'
import { importPreviewed, undoImport } from './import.ts'
import { invite } from './invite.ts'
import { listEntries } from './list.ts'
import { preview } from './preview-file.ts'
import { sceneOf } from './scene.ts'
import { answersOf, removeEntry, setAnswer } from './service.ts'

const reasonOf = (promise: Promise<unknown>): Promise<RefusalReason | null> =>
  promise.then(
    () => null,
    error => (error instanceof Refusal ? error.reason : Promise.reject(error)),
  )

const GOOD = 'unit;name;plan;channels;share\n0511;Dovre;yes;web;80\n0301;Oslo;no;web|phone;20\n'
const BAD = `${GOOD}Våler;;yes;;10\n1201;Bergen;perhaps;;10\n`

eachDialect('entries', open => {
  it('invites by country and kind, once, with the category of the population at the reference date', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    expect(await invite(organiser, round, { country: 'NO', kind: 'municipality' })).toEqual({
      invited: 428,
      already: 0,
      letters: 0,
    })
    expect(await invite(organiser, round, { units: ['NO-0511', 'NO-05'] })).toEqual({
      invited: 1,
      already: 1,
      letters: 0,
    })
    const entries = await listEntries(organiser, round)
    const shown = (id: string) =>
      entries
        .filter(one => one.units[0]?.id === id)
        .map(one => [one.name, one.category, one.categoryReason, one.answered, one.of])
    expect(shown('NO-0511')).toEqual([['Dovre', 'small', 'population', 0, 4]])
    expect(shown('NO-0301')).toEqual([['Oslo', 'large', 'population', 0, 4]])
    expect(shown('NO-05')).toEqual([['Oppland', 'county', 'kind', 0, 4]])
    expect(await verify(organiser.db)).toBe(null)
  })

  it('has each unit once, however many invite it at the same time', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    const all = { country: 'NO', kind: 'county' } as const
    const reasons = await Promise.all([1, 2, 3].map(() => reasonOf(invite(organiser, round, all))))
    expect(reasons.filter(reason => reason !== null && reason.code !== 'stale')).toEqual([])
    expect((await listEntries(organiser, round)).length).toBe(18)
  })

  it('refuses a unit that does not exist at the reference date', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    const reason = await reasonOf(invite(organiser, round, { units: ['NO-3030'] }))
    expect(reason?.message).toBe("There is no unit NO-3030 on 2014-01-01, the round's reference date.")
    expect(await listEntries(organiser, round)).toEqual([])
  })

  it('imports nothing while rows are bad, and what is good once that is chosen', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    const read = await preview(organiser, { round, file: { text: BAD } })
    expect([read.rows, read.good, read.bad.map(cell => [cell.row, cell.column, cell.code])]).toEqual([
      4,
      2,
      [
        [4, 'unit', 'several-units'],
        [5, 'plan', 'not-an-option'],
      ],
    ])
    const refused = await reasonOf(importPreviewed(organiser, { token: read.token, leaveOutBad: false }))
    expect(refused?.message).toBe('2 of 4 rows are bad. Correct them, or choose to leave them out.')
    expect(await listEntries(organiser, round)).toEqual([])

    const { importId, ...done } = await importPreviewed(organiser, { token: read.token, leaveOutBad: true })
    expect(done).toEqual({ imported: 2, leftOut: 2 })
    expect((await listEntries(organiser, round)).map(one => [one.name, one.answered])).toEqual([
      ['Dovre', 3],
      ['Oslo', 3],
    ])
    expect((await reasonOf(importPreviewed(organiser, { token: read.token, leaveOutBad: true })))?.code).toBe(
      'not-found',
    )

    expect(await undoImport(organiser, importId)).toEqual({ removed: 2 })
    expect(await listEntries(organiser, round)).toEqual([])
    expect((await reasonOf(undoImport(organiser, importId)))?.code).toBe('wrong-state')
  })

  it('fills in invited entries, and undoing leaves them invited', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    await invite(organiser, round, { units: ['NO-0511'] })
    const read = await preview(organiser, {
      round,
      file: { text: 'unit;plan;category;criteria.jury\n0511;yes;large;4\n' },
    })
    const { importId } = await importPreviewed(organiser, { token: read.token, leaveOutBad: false })
    const now = async () =>
      (await listEntries(organiser, round)).map(one => [
        one.name,
        one.category,
        one.categoryReason,
        one.answered,
      ])
    expect(await now()).toEqual([['Dovre', 'large', 'given', 1]])
    await undoImport(organiser, importId)
    expect(await now()).toEqual([['Dovre', 'small', 'population', 0]])
  })

  it('refuses an import over what somebody entered since the preview', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    const read = await preview(organiser, { round, file: { text: GOOD } })
    await invite(organiser, round, { units: ['NO-0301'] })
    const reason = await reasonOf(importPreviewed(organiser, { token: read.token, leaveOutBad: false }))
    expect([reason?.code, reason?.message]).toEqual([
      'stale',
      'Row 3: Oslo has changed since the preview. Preview the file again.',
    ])
    expect((await listEntries(organiser, round)).map(one => one.name)).toEqual(['Oslo'])
  })

  it('names what is wrong with a file as a whole', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    const reason = await reasonOf(preview(organiser, { round, file: { text: 'unit;plan;plan\n1;2;3' } }))
    expect([reason?.code, reason?.problems?.[0]?.code]).toEqual(['bad-input', 'duplicate-column'])
  })

  it('saves an answer, and refuses a later save that has not seen it', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    await invite(organiser, round, { units: ['NO-0511'] })
    const entry = (await listEntries(organiser, round))[0]?.id ?? ''
    const answer = { round, entry, question: 'plan' }
    const { version } = await setAnswer(organiser, { ...answer, value: 'yes', version: 0 })
    const late = await reasonOf(setAnswer(organiser, { ...answer, value: 'no', version: 0 }))
    expect([late?.code, late?.version]).toEqual(['stale', version])
    const stored = async () => (await answersOf(organiser, { round, entry })).answers.map(one => one.value)
    expect(await stored()).toEqual(['yes'])
    await setAnswer(organiser, { ...answer, value: null, version })
    expect(await stored()).toEqual([])
    const again = await reasonOf(setAnswer(organiser, { ...answer, value: 'no', version }))
    expect(again?.code).toBe('stale')
  })

  it('lets one of two saves at the same time through', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    await invite(organiser, round, { units: ['NO-0511'] })
    const entry = (await listEntries(organiser, round))[0]?.id ?? ''
    const save = (value: string) =>
      reasonOf(setAnswer(organiser, { round, entry, question: 'plan', value, version: 0 }))
    const outcomes = await Promise.all([save('yes'), save('no'), save('partly')])
    expect(outcomes.map(reason => reason?.code ?? 'saved').toSorted()).toEqual(['saved', 'stale', 'stale'])
  })

  it.each([
    ['plan', 'perhaps', '“perhaps” is not an option. Allowed: yes, partly, no.'],
    ['share', 120, '120 is out of range. Allowed: 0 to 100.'],
    ['nothing', 'yes', 'The rubric asks no "nothing".'],
    ['constructor', 1, 'The rubric asks no "constructor".'],
  ])('refuses the answer %s = %s', async (question, value, message) => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    await invite(organiser, round, { units: ['NO-0511'] })
    const entry = (await listEntries(organiser, round))[0]?.id ?? ''
    expect(
      (await reasonOf(setAnswer(organiser, { round, entry, question, value, version: 0 })))?.message,
    ).toBe(message)
  })

  it('takes an evaluated round back to open when what was scored changes, also at the same time', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    const read = await preview(organiser, { round, file: { text: GOOD } })
    const { importId } = await importPreviewed(organiser, { token: read.token, leaveOutBad: false })
    const entry = (await listEntries(organiser, round))[0]?.id ?? ''
    const [plan] = (await answersOf(organiser, { round, entry })).answers.filter(
      one => one.question === 'plan',
    )
    await Promise.all([
      evaluateRound(organiser, round),
      setAnswer(organiser, { round, entry, question: 'plan', value: 'no', version: plan?.version ?? 0 }),
    ])
    const { state } = await reachRound(organiser, organiser.db, round)
    // Either the save came first and was scored, or it came second and the round waits for a new evaluation.
    const score =
      state === 'open'
        ? null
        : (await getResults(organiser, round)).rows.find(row => row.entry === entry)?.score
    expect([
      ['open', null],
      ['evaluated', (0 + 0.65) / 2],
    ]).toContainEqual([state, score])

    if (state === 'open') await evaluateRound(organiser, round)
    expect((await reasonOf(undoImport(organiser, importId)))?.code).toBe('wrong-state')
    await removeEntry(organiser, { round, entry })
    expect((await reachRound(organiser, organiser.db, round)).state).toBe('open')
    expect((await reasonOf(getResults(organiser, round)))?.code).toBe('wrong-state')
  })

  it('hides an unpublished round from every other organisation', async () => {
    await using database = await open()
    const { rival, stranger, openedRound } = sceneOf(database)
    const round = await openedRound()
    const refusals = [rival, stranger].flatMap(ctx => [
      listEntries(ctx, round),
      invite(ctx, round, { units: ['NO-0511'] }),
      preview(ctx, { round, file: { text: GOOD } }),
      evaluateRound(ctx, round),
      getResults(ctx, round),
    ])
    const messages = await Promise.all(refusals.map(async one => (await reasonOf(one))?.message))
    expect(messages).toEqual(refusals.map(() => `There is no round ${round}.`))
  })
})
