import type { RubricData } from '@tumstock/rubric/contract'
import { expect, it } from 'vitest'
import { verify } from '../audit/service.ts'
import { canonical, sha256 } from '../canonical.ts'
import type { Context } from '../context.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { importPreviewed } from '../entries/import.ts'
import { invite } from '../entries/invite.ts'
import { preview } from '../entries/preview-file.ts'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { sceneOf } from '../entries/scene.ts'
import { setAnswer } from '../entries/service.ts'
import { Refusal, type RefusalReason } from '../refusal.ts'
import { createRound } from '../rounds/drafts.ts'
import { reachRound } from '../rounds/service.ts'
import { compareRounds } from './compare.ts'
import { evaluateRound } from './evaluate.ts'
import { correctRound, listPublications, publishRound } from './publish.ts'
import { publishedVersion } from './published.ts'
import { explainEntry, getData, getResults } from './service.ts'
import { getSurvey } from './survey.ts'

const reasonOf = (promise: Promise<unknown>): Promise<RefusalReason | null> =>
  promise.then(
    () => null,
    error => (error instanceof Refusal ? error.reason : Promise.reject(error)),
  )

/** Dovre 0.9, Oslo 0.3, Bergen 0.3 by plan and services; Oppland has not answered. */
const FILE = [
  'unit;plan;channels;share;criteria.jury',
  '0511;yes;web|phone;60;',
  '0301;no;web;70;',
  '1201;no;web;70;',
].join('\n')

const filled = async (ctx: Context, round: string, text = FILE) => {
  await invite(ctx, round, { units: ['NO-05'] })
  const { token } = await preview(ctx, { round, file: { text } })
  await importPreviewed(ctx, { token, leaveOutBad: false })
}

const minmax: RubricData = {
  ...sampleRubric,
  criteria: {
    share: {
      title: 'Digital cases',
      why: 'It saves time.',
      weight: 1,
      missing: 'exclude',
      reads: ['share'],
      scoring: { by: 'minmax' },
      stage: 'survey',
    },
  },
  tieBreak: [],
  sources: [],
}

const byFunction: RubricData = {
  ...minmax,
  criteria: {
    share: {
      title: 'Digital cases',
      why: 'It saves time.',
      weight: 1,
      missing: 'exclude',
      reads: ['share'],
      scoring: { by: 'function', name: 'half' },
      stage: 'survey',
    },
  },
}

eachDialect('results', open => {
  it('scores, ranks and flags what was imported, and leaves out who has not answered', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    await filled(organiser, round)
    expect(await evaluateRound(organiser, round)).toEqual({
      entries: 3,
      scored: 3,
      errors: 0,
      unsubmitted: 0,
    })
    const results = await getResults(organiser, round)
    expect(
      results.rows.map(row => [
        row.name,
        row.category,
        row.score,
        row.points,
        row.rank,
        row.categoryRank,
        row.flags,
      ]),
    ).toEqual([
      ['Dovre', 'small', 0.9, 90, 1, 1, ['winner', 'nominee', 'incomplete']],
      [
        'Bergen',
        'large',
        0.3,
        30,
        2,
        1,
        ['winner', 'nominee', 'tie-at-edge', 'tied', 'category-tied', 'incomplete'],
      ],
      [
        'Oslo',
        'large',
        0.3,
        30,
        2,
        1,
        ['winner', 'nominee', 'tie-at-edge', 'tied', 'category-tied', 'incomplete'],
      ],
    ])
    const { coverage, ...tiles } = results.tiles
    expect(tiles).toEqual({ invited: 4, entries: 3, scored: 3, median: 0.3, best: 0.9, lowest: 0.3, ties: 2 })
    expect(coverage).toBeCloseTo(0.8, 12)
    expect(results.nodes.map(node => [node.path, node.points, node.values])).toEqual([
      ['criteria.plan', 40, [1, 0, 0]],
      ['criteria.services', 40, [0.8, 0.6, 0.6]],
      ['criteria.services.children.channels', 20, [1, 0.5, 0.5]],
      ['criteria.services.children.share', 20, [0.6, 0.7, 0.7]],
      ['criteria.jury', 20, [null, null, null]],
      ['criteria.reach', 0, [null, null, null]],
    ])
    expect(results.method.assumed).toEqual(['criteria.*.weight'])
  })

  it('takes a score apart into the same numbers', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    await filled(organiser, round)
    await evaluateRound(organiser, round)
    const [dovre] = (await getResults(organiser, round)).rows
    const explained = await explainEntry(organiser, { round, entry: dovre?.entry ?? '' })
    expect([explained.value, explained.points]).toEqual([0.9, 90])
    expect(explained.children.map(child => [child.path, child.points])).toEqual([
      ['criteria.plan', 50],
      ['criteria.services', 40],
      ['criteria.jury', null],
      ['criteria.reach', null],
    ])
  })

  it('publishes an unchangeable snapshot under the hash of its text, and corrects it as a next version', async () => {
    await using database = await open()
    const { organiser, stranger, openedRound } = sceneOf(database)
    const round = await openedRound()
    await filled(organiser, round)
    expect((await reasonOf(publishRound(organiser, round)))?.code).toBe('wrong-state')
    await evaluateRound(organiser, round)
    const first = await publishRound(organiser, round)
    const one = await publishedVersion(organiser.db, round, 1)
    expect([first.version, sha256(one.text), canonical(one.snapshot)]).toEqual([1, first.sha256, one.text])
    expect(one.snapshot.responses).toEqual([
      { kind: 'county', invited: 1, answered: 0 },
      { kind: 'municipality', invited: 3, answered: 3 },
    ])
    expect((await getResults(stranger, round)).rows.length).toBe(3)

    const oslo = (await getResults(organiser, round)).rows.find(row => row.name === 'Oslo')?.entry ?? ''
    const late = setAnswer(organiser, { round, entry: oslo, question: 'plan', value: 'yes', version: 1 })
    expect((await reasonOf(late))?.code).toBe('wrong-state')
    const changes = [{ entry: oslo, question: 'plan', value: 'yes' }]
    const second = await correctRound(organiser, {
      round,
      erratum: 'The plan of Oslo was overlooked.',
      changes,
    })
    expect([second.version, second.changes]).toEqual([2, 9])
    const versions = await listPublications(stranger, round)
    expect(versions.map(one => [one.version, one.sha256, one.erratum])).toEqual([
      [1, first.sha256, null],
      [2, second.sha256, 'The plan of Oslo was overlooked.'],
    ])
    const shown = (field: string) =>
      versions[1]?.changes
        .filter(change => change.field === field)
        .map(({ unit, from, to }) => [unit, from, to])
    expect([shown('value'), shown('rank')]).toEqual([[['NO-0301', 0.3, 0.8]], [['NO-1201', 2, 3]]])
    expect((await publishedVersion(organiser.db, round, 1)).text).toBe(one.text)
    expect((await reachRound(organiser, organiser.db, round)).publishedVersion).toBe(2)
    expect(await verify(organiser.db)).toBe(null)
  })

  it('does not publish while a criterion has an error, and says which', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database, { rubric: minmax })
    const round = await openedRound()
    await filled(organiser, round, 'unit;share\n0511;50\n0301;50\n')
    expect(await evaluateRound(organiser, round)).toEqual({
      entries: 2,
      scored: 0,
      errors: 2,
      unsubmitted: 0,
    })
    const reason = await reasonOf(publishRound(organiser, round))
    expect([reason?.code, reason?.problems?.map(one => [one.code, one.path])]).toEqual([
      'has-problems',
      [
        ['zero-range', 'criteria.share'],
        ['zero-range', 'criteria.share'],
      ],
    ])
    expect((await reachRound(organiser, organiser.db, round)).state).toBe('evaluated')
  })

  it("calls a plugin's functions with what they read, and refuses other functions than at the opening", async () => {
    await using database = await open()
    const edition = { functions: ['half'], functionsHash: 'aaa' }
    const call = async (_: string, fn: string, batch: readonly Readonly<Record<string, unknown>>[]) =>
      batch.map(({ share }) => ({ value: fn === 'half' ? Number(share) / 200 : null }))
    const { organiser, openedRound } = sceneOf(database, { rubric: byFunction, edition, plugin: { call } })
    const round = await openedRound()
    await filled(organiser, round, 'unit;share\n0511;50\n0301;80\n')
    await evaluateRound(organiser, round)
    expect((await getResults(organiser, round)).rows.map(row => [row.name, row.score])).toEqual([
      ['Oslo', 0.4],
      ['Dovre', 0.25],
    ])
    const changed = sceneOf(database, {
      rubric: byFunction,
      edition: { ...edition, functionsHash: 'bbb' },
      plugin: { call },
    })
    const reason = await reasonOf(evaluateRound(changed.organiser, round))
    expect([reason?.code, reason?.message.split('.')[0]]).toEqual([
      'has-problems',
      'The functions of open-hall@2014 have changed since the round was opened',
    ])
  })

  it('tries a draft on the answers of the round before', async () => {
    await using database = await open()
    const { organiser, rival, openedRound } = sceneOf(database)
    const round = await openedRound()
    await filled(organiser, round)
    await evaluateRound(organiser, round)
    const { id } = await createRound(organiser, { from: { edition: 'open-hall@2014' }, title: 'Next' })
    const data = await getData(organiser, id)
    expect([data.from?.roundId, data.rows.length, Object.values(data.names).toSorted()]).toEqual([
      round,
      3,
      ['Bergen', 'Dovre', 'Oslo'],
    ])
    const theirs = await createRound(rival, { from: { edition: 'open-hall@2014' }, title: 'Theirs' })
    expect((await getData(rival, theirs.id)).rows).toEqual([])
  })

  it('counts answers with intervals and response rates by band', async () => {
    await using database = await open()
    const { organiser, openedRound } = sceneOf(database)
    const round = await openedRound()
    await filled(organiser, round)
    const survey = await getSurvey(organiser, round, 'kind')
    expect(survey.responseRate.all).toEqual({ answered: 3, invited: 4, rate: 0.75 })
    const plan = survey.questions.find(question => question.id === 'plan')
    expect(plan?.options.map(({ id, count, n }) => [id, count, n])).toEqual([
      ['yes', 1, 3],
      ['partly', 0, 3],
      ['no', 2, 3],
      ['?', 0, 3],
    ])
    expect(
      survey.crossTabs.find(cut => cut.question === 'plan')?.groups.map(({ group, n }) => [group, n]),
    ).toEqual([
      ['county', 0],
      ['municipality', 3],
    ])
    expect((await getSurvey(organiser, round, 'band')).groups).toEqual(['2000-4999', '>=50000'])
  })

  it('compares rounds by dimension and refuses those that one side does not cover', async () => {
    await using database = await open()
    const { organiser, rival, openedRound } = sceneOf(database)
    const rounds = [await openedRound('One'), await openedRound('Two')]
    for (const round of rounds) {
      await filled(organiser, round)
      await evaluateRound(organiser, round)
    }
    const compared = await compareRounds(organiser, rounds)
    expect(compared.rounds.map(round => [round.title, round.n, round.version])).toEqual([
      ['One', 3, null],
      ['Two', 3, null],
    ])
    const dovre = compared.rounds[0]?.rows.find(row => row.unit === 'NO-0511')
    expect([dovre?.percent, dovre?.percentile, dovre?.dimensions.GOV]).toEqual([90, 5 / 6, 1])
    expect(dovre?.dimensions.SRV).toBeCloseTo(0.8, 12)
    const refused = compared.refusals.map(one => [one.dimension, one.reason])
    expect(refused).toContainEqual(['TRU', 'not-asked'])
    expect(refused.some(([dimension]) => dimension === 'GOV' || dimension === 'SRV')).toBe(false)
    expect((await reasonOf(compareRounds(rival, rounds)))?.code).toBe('not-found')
  })
})
