import { expect, it } from 'vitest'
import { answeringScene } from '../answers/scene.ts'
import type { TestDatabase } from '../db/each-dialect.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { invite } from '../entries/invite.ts'
import type { Snapshot } from '../open-data/schemas.ts'
import { OpenData } from '../open-data/service.ts'

/** By name: what it answered, and in which degree it takes part. */
const TAKING_PART = {
  Oslo: ['yes', 'compete'],
  Asker: ['partly', 'benchmark'],
  Dovre: ['no', 'anonymous'],
  Lesja: ['yes', 'anonymous'],
  Lom: ['yes', 'contribute'],
  Vågå: ['partly', 'compete'],
} as const

const inDegrees = async (database: TestDatabase) => {
  const scene = await answeringScene(database)
  const { organiser, round, seat, someone } = scene
  await invite(organiser, round, { units: ['NO-0511', 'NO-0512', 'NO-0514', 'NO-0515'] })
  const run = someone(organiser).api
  const entries = await run.entries.list({ round })
  const idOf = (name: string) => entries.find(one => one.name === name)?.id ?? ''
  const { api: lead } = await seat('lead of Dovre', 'lead', { entry: idOf('Dovre') })
  for (const [name, [plan, participation]] of Object.entries(TAKING_PART)) {
    const named = { round, entry: idOf(name) }
    await run.entries.setParticipation({ ...named, participation })
    await run.entries.setAnswer({ ...named, question: 'plan', value: plan, version: 0 })
    await run.entries.setAnswer({ ...named, question: 'channels', value: ['web'], version: 0 })
  }
  await run.entries.acceptUnsubmitted({ round, entry: idOf('Dovre'), reason: 'Written by the organiser' })
  expect(await run.results.evaluate({ round })).toEqual({ entries: 5, scored: 5, errors: 0, unsubmitted: 0 })
  return { ...scene, run, lead, idOf, stranger: someone(scene.stranger).api }
}

eachDialect('degrees of taking part', open => {
  it('score who benchmarks itself, and rank only who competes', async () => {
    await using database = await open()
    const { run, round } = await inDegrees(database)
    const { rows, awards, tiles } = await run.results.get({ round })
    expect(rows.map(row => [row.name, row.percent, row.rank, row.participation ?? null])).toEqual([
      ['Oslo', 62.5, 1, null],
      ['Vågå', 37.5, 2, null],
      ['Asker', 37.5, null, 'benchmark'],
      ['Lesja', 62.5, null, 'anonymous'],
      ['Dovre', 12.5, null, 'anonymous'],
    ])
    expect(rows.map(row => row.tied)).toEqual([false, false, false, false, false])
    const named = (id: string) => rows.find(row => row.entry === id)?.name
    expect(awards.flatMap(award => award.winners.map(named))).toEqual(['Vågå', 'Oslo'])
    expect([tiles.invited, tiles.entries, tiles.best]).toEqual([6, 5, 0.625])
  })

  it('counts who contributes only in shares', async () => {
    await using database = await open()
    const { run, round } = await inDegrees(database)
    const { questions } = await run.results.questions({ round })
    const plan = questions.find(one => one.id === 'plan')
    expect(plan?.options.map(({ id, count, n }) => [id, count, n])).toEqual([
      ['yes', 3, 6],
      ['partly', 2, 6],
      ['no', 1, 6],
      ['?', 0, 6],
    ])
  })

  it('leaves to everybody else of an anonymous entry nothing but its score, in the order of the scores', async () => {
    await using database = await open()
    const { run, round, stranger, lead, idOf, installation } = await inDegrees(database)
    await run.results.publish({ round })
    const nobody = {
      units: [],
      name: '',
      country: '',
      kind: '',
      county: null,
      population: null,
      category: null,
      rank: null,
      categoryRank: null,
      position: null,
      flags: ['anonymous'],
    }
    const seen = await stranger.results.get({ round })
    expect(seen.rows.slice(3)).toMatchObject([
      { ...nobody, entry: 'anonymous-1', percent: 62.5 },
      { ...nobody, entry: 'anonymous-2', percent: 12.5 },
    ])
    expect(seen.nodes.map(node => node.values.slice(3))).toEqual(seen.nodes.map(() => [null, null]))
    expect(seen.dimensions.map(one => one.values.slice(3))).toEqual(seen.dimensions.map(() => [null, null]))

    const own = await lead.results.get({ round })
    expect(own.rows.map(row => [row.entry, row.name]).slice(3)).toEqual([
      ['anonymous-1', ''],
      [idOf('Dovre'), 'Dovre'],
    ])
    const hidden = ['Dovre', 'Lesja', 'Lom', 'NO-0511', 'NO-0512', 'NO-0514'].concat(
      ['Dovre', 'Lesja', 'Lom'].map(idOf),
    )
    const openData = new OpenData(installation)
    const packed = async (format: 'json' | 'csv') =>
      (await openData.results(round, format))?.bytes.identity.toString() ?? ''
    const said = [
      JSON.stringify(seen),
      JSON.stringify(await stranger.results.compare({ rounds: [round] })),
      JSON.stringify(await stranger.results.survey({ round, by: 'county' })),
      JSON.stringify(await stranger.results.publications({ round })),
      await packed('json'),
      await packed('csv'),
    ]
    for (const text of said) expect(hidden.filter(one => text.includes(one))).toEqual([])
  })

  it('publishes anonymous scores beside the results, and tells who is not named from nobody who was asked', async () => {
    await using database = await open()
    const { run, round, installation } = await inDegrees(database)
    await run.results.publish({ round })
    const packed = await new OpenData(installation).results(round, 'json')
    const snapshot = JSON.parse(packed?.bytes.identity.toString() ?? '') as Snapshot
    expect(snapshot.results.map(row => [row.name, row.rank, row.participation ?? null])).toEqual([
      ['Oslo', 1, null],
      ['Vågå', 2, null],
      ['Asker', null, 'benchmark'],
    ])
    expect(snapshot.anonymous).toEqual([
      { value: 0.625, score: 62.5, percent: 62.5, outcome: 'scored' },
      { value: 0.125, score: 12.5, percent: 12.5, outcome: 'scored' },
    ])
    expect(snapshot.responses).toEqual([
      { kind: 'municipality', invited: 6, answered: 3 },
      { kind: 'unnamed', invited: 0, answered: 3 },
    ])
    const { crossTabs, responseRate } = await run.results.survey({ round, by: 'county' })
    const ofPlan = crossTabs.find(one => one.question === 'plan')?.groups.map(one => [one.group, one.n])
    expect(ofPlan).toEqual([
      ['02', 1],
      ['03', 1],
      ['05', 4],
    ])
    expect(responseRate.all.answered).toBe(6)
  })

  it('cuts by group only who is named, for everybody but the organiser', async () => {
    await using database = await open()
    const { run, round, stranger } = await inDegrees(database)
    await run.results.publish({ round })
    const { crossTabs, responseRate } = await stranger.results.survey({ round, by: 'county' })
    const ofPlan = crossTabs.find(one => one.question === 'plan')?.groups.map(one => [one.group, one.n])
    expect(ofPlan).toEqual([
      ['02', 1],
      ['03', 1],
      ['05', 1],
    ])
    expect(responseRate.all.answered).toBe(6)
    expect(responseRate.by.map(({ group, answered, invited }) => [group, answered, invited])).toEqual([
      ['02', 1, 1],
      ['03', 1, 1],
      ['05', 1, 4],
    ])
  })

  it('says in a correction that an anonymous score changed, and not whose', async () => {
    await using database = await open()
    const { run, round, idOf, stranger } = await inDegrees(database)
    await run.results.publish({ round })
    const changes = [{ entry: idOf('Dovre'), question: 'plan', value: 'partly' as const }]
    await run.results.correct({ round, erratum: 'A plan was overlooked.', changes })
    const versions = await stranger.results.publications({ round })
    expect(versions[1]?.changes).toEqual([{ unit: '', name: '', field: 'score', from: 12.5, to: 37.5 }])
  })
})
