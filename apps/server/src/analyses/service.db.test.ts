import { callsOf, settleCalls } from '@tumstock/engine/functions'
import { modelOf } from '@tumstock/engine/model'
import { compile } from '@tumstock/engine/plan'
import type { Subject } from '@tumstock/engine/subject'
import { tabulate } from '@tumstock/engine/tabulate'
import { uncertainty } from '@tumstock/engine/uncertainty'
import { expect, it, vi } from 'vitest'
import type { Context } from '../context.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { importPreviewed } from '../entries/import.ts'
import { listEntries } from '../entries/list.ts'
import { preview } from '../entries/preview-file.ts'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { type Scene, type SceneOptions, sceneOf } from '../entries/scene.ts'
import { setAnswer } from '../entries/service.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { Refusal } from '../refusal.ts'
import { evaluateRound } from '../results/evaluate.ts'
import { publishRound } from '../results/publish.ts'
import { type AnalysisData, analysisData } from './data.ts'
import type { AnalysisRequest } from './request.ts'
import { runAnalysis } from './run-analysis.ts'
import { ANALYSIS, type AnalysisView, cancelAnalysis, getAnalysis, startAnalysis } from './service.ts'

/** Oslo and Bergen are close: which is first hangs on the weights. */
const FILE = 'unit;plan;channels;share\n0511;yes;web|phone;60\n0301;no;web|phone;70\n1201;partly;phone;30\n'

const evaluated = async ({ organiser, openedRound }: Scene): Promise<string> => {
  const round = await openedRound()
  const { token } = await preview(organiser, { round, file: { text: FILE } })
  await importPreviewed(organiser, { token, leaveOutBad: false })
  await evaluateRound(organiser, round)
  return round
}

const WEIGHTS = [{ vary: 'weights', by: 0.5 }] as const

const requestOf = (round: string, seed = 7): AnalysisRequest => ({
  round,
  kind: 'uncertainty',
  assumptions: WEIGHTS,
  runs: 200,
  seed,
})

const refusalOf = (request: Promise<unknown>): Promise<string | undefined> =>
  request.then(
    () => undefined,
    error => (error instanceof Refusal ? error.reason.code : Promise.reject(error)),
  )

const running = async (database: TestDatabase, { installation, queue }: Scene) => {
  const { stop } = await startJobs(installation, queue, {
    handlers: { [ANALYSIS]: runAnalysis(installation) },
    url: database.url,
  })
  return { [Symbol.asyncDispose]: stop }
}

const over = (ctx: Context, id: string): Promise<AnalysisView> =>
  vi.waitUntil(
    async () => {
      const view = await getAnalysis(ctx, id)
      return ['done', 'failed', 'cancelled'].includes(view.state) && view
    },
    { timeout: 20_000, interval: 20 },
  )

const starts = async ({ db }: Context) =>
  (await db.selectFrom('audit').select('detail').where('action', '=', 'analyses.start').execute()).length

const byFunction: SceneOptions = {
  rubric: {
    ...sampleRubric,
    criteria: {
      ...sampleRubric.criteria,
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
  },
  edition: { functions: ['half'] },
  plugin: {
    call: async (_edition, _fn, answers) => answers.map(({ share }) => ({ value: (share as number) / 200 })),
  },
}

/** As a browser does it. */
const subjectFrom = ({
  rubric,
  ids,
  categories,
  unranked,
  answers,
  marks,
  outcomes,
}: AnalysisData): Subject => {
  const at = <T>(columns: Readonly<Record<string, readonly T[]>>, i: number) =>
    Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, column[i] as T]))
  const rows = ids.map((id, i) => ({
    id,
    category: categories[i] ?? null,
    answers: at(answers, i),
    marks: Object.fromEntries(Object.entries(at(marks, i)).map(([path, given]) => [path, given ?? []])),
    unranked: unranked.includes(id),
  }))
  const data = tabulate(rubric, rows)
  const plan = compile(rubric)
  const calls = settleCalls(plan, data, callsOf(plan, data), new Map(Object.entries(outcomes)))
  return { rubric, data, calls }
}

eachDialect('analyses', open => {
  it('say how sure each rank is, once for the same request whoever asks', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const { organiser } = scene
    const round = await evaluated(scene)
    const colleague: Context = {
      ...organiser,
      role: 'organiser',
      user: { id: 'c', name: 'c', email: 'c@x.example' },
    }
    const { id } = await startAnalysis(organiser, requestOf(round))
    expect(await getAnalysis(organiser, id)).toMatchObject({ state: 'queued', progress: 0, result: null })
    await using _ = await running(database, scene)
    const view = await over(organiser, id)
    expect([view.failure, view.state, view.progress]).toEqual([null, 'done', 1])
    expect(view.request).toEqual(requestOf(round))
    const entries = (await listEntries(organiser, round)).map(one => one.id)
    expect(view.result?.kind === 'uncertainty' && view.result.units.map(unit => unit.id).toSorted()).toEqual(
      entries.toSorted(),
    )
    expect(await startAnalysis(colleague, requestOf(round))).toEqual({ id })
    expect(await starts(organiser)).toBe(1)
    const other = await startAnalysis(colleague, requestOf(round, 8))
    expect(other.id).not.toBe(id)
    expect(await starts(organiser)).toBe(2)
  })

  it('say where the uncertainty comes from, and what each assumption does by itself', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const { organiser } = scene
    const round = await evaluated(scene)
    await using _ = await running(database, scene)
    const assumptions = [...WEIGHTS, { vary: 'combine', among: ['mean', 'min'] }] as const
    const about = { round, assumptions, category: 'large' }
    const drawn = await startAnalysis(organiser, { ...about, kind: 'sensitivity', runs: 64, seed: 1 })
    const { failure, result } = await over(organiser, drawn.id)
    expect([failure, result?.kind === 'sensitivity' && result.change.outcome]).toEqual([null, 'shared'])
    const [entry] = await listEntries(organiser, round)
    const each = await startAnalysis(organiser, { ...about, kind: 'tornado', unit: entry?.id ?? '' })
    const bars = await over(organiser, each.id)
    expect([bars.failure, bars.result?.kind === 'tornado' && bars.result.unit?.id]).toEqual([null, entry?.id])
  })

  it('that cannot be computed say why in the words of the engine', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const round = await evaluated(scene)
    await using _ = await running(database, scene)
    const assumptions = [{ vary: 'step', at: 3, among: [null] }] as const
    const { id } = await startAnalysis(scene.organiser, { ...requestOf(round), assumptions })
    const { state, failure } = await over(scene.organiser, id)
    expect([state, failure?.code]).toEqual(['failed', 'bad-assumption'])
  })

  it('of entries that a function fails say so with its code', async () => {
    await using database = await open()
    const error = { code: 'function-threw', message: 'function "half" threw: no half.' } as const
    const failing = { ...byFunction, plugin: { call: async () => [{ value: 0.5 }, { error }, { error }] } }
    const scene = sceneOf(database, failing)
    const round = await evaluated(scene)
    await using _ = await running(database, scene)
    const { id } = await startAnalysis(scene.organiser, requestOf(round))
    const { state, failure } = await over(scene.organiser, id)
    expect([state, failure?.code]).toEqual(['failed', 'function-threw'])
  })

  it('are of the results that they were asked about, or of none', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const { organiser } = scene
    const round = await evaluated(scene)
    const { id } = await startAnalysis(organiser, requestOf(round))
    const [entry] = await listEntries(organiser, round)
    const change = { round, entry: entry?.id ?? '', question: 'share', value: 1, version: 1 }
    await setAnswer(organiser, change)
    expect(await refusalOf(startAnalysis(organiser, requestOf(round)))).toBe('wrong-state')
    await evaluateRound(organiser, round)
    await using _ = await running(database, scene)
    const { state, failure } = await over(organiser, id)
    expect([state, failure?.code]).toEqual(['failed', 'stale'])
    expect(await startAnalysis(organiser, requestOf(round))).not.toEqual({ id })
  })

  it('are cancelled by whoever asked or runs the round, and can be asked for again', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const { organiser } = scene
    const round = await evaluated(scene)
    await publishRound(organiser, round)
    const { id } = await startAnalysis(organiser, requestOf(round))
    const viewer: Context = {
      ...organiser,
      role: 'viewer',
      user: { id: 'v', name: 'v', email: 'v@x.example' },
    }
    expect(await refusalOf(cancelAnalysis(viewer, id))).toBe('not-allowed')
    await cancelAnalysis(organiser, id)
    expect(await getAnalysis(viewer, id)).toMatchObject({ state: 'cancelled', failure: null, result: null })
    await using _ = await running(database, scene)
    expect(await startAnalysis(viewer, requestOf(round))).toEqual({ id })
    expect(await over(viewer, id)).toMatchObject({ state: 'done' })
  })

  it('under way are not more than four of one person', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const round = await evaluated(scene)
    for (const seed of [1, 2, 3, 4]) await startAnalysis(scene.organiser, requestOf(round, seed))
    const fifth = () => startAnalysis(scene.organiser, requestOf(round, 5))
    expect(await refusalOf(fifth())).toBe('wrong-state')
    expect(await starts(scene.organiser)).toBe(4)
  })

  it('are kept until there are fifty newer ones that are over', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const { organiser } = scene
    const round = await evaluated(scene)
    const ids: string[] = []
    for (let seed = 0; seed < 52; seed++) {
      const { id } = await startAnalysis(organiser, requestOf(round, seed))
      await cancelAnalysis(organiser, id)
      ids.push(id)
    }
    const gone = await Promise.all(ids.map(id => refusalOf(getAnalysis(organiser, id))))
    expect(gone).toEqual(['not-found', ...Array.from({ length: 51 }, () => undefined)])
    const jobs = await database.db.selectFrom('job').select('key').execute()
    expect(jobs.map(job => job.key).toSorted()).toEqual(ids.slice(1).toSorted())
  })

  it('are for nobody who may not read the answers, published or not', async () => {
    await using database = await open()
    const scene = sceneOf(database)
    const { organiser, rival } = scene
    const round = await evaluated(scene)
    const { id } = await startAnalysis(organiser, requestOf(round))
    const wordsOf = (wanted: string) =>
      getAnalysis(rival, wanted).catch((error: Error) => error.message.replaceAll(wanted, 'ID'))
    const absent = await wordsOf('never-was')
    expect([await wordsOf(id), absent]).toEqual([absent, 'There is no analysis ID.'])
    await publishRound(organiser, round)
    expect(await wordsOf(id)).toBe(absent)
    expect(await refusalOf(cancelAnalysis(rival, id))).toBe('not-found')
    expect(await refusalOf(startAnalysis(rival, requestOf(round)))).toBe('not-allowed')
    expect(await refusalOf(analysisData(rival, round))).toBe('not-allowed')
    expect((await analysisData(organiser, round)).where).toBe('browser')
  })

  it('give a browser what it needs to compute the same', async () => {
    await using database = await open()
    const scene = sceneOf(database, byFunction)
    const { organiser } = scene
    const round = await evaluated(scene)
    const data = await analysisData(organiser, round)
    if (data.where !== 'browser') throw new Error('Three entries are too many.')
    const byName = (column: readonly unknown[] | undefined) =>
      Object.fromEntries(data.names.map((name, i) => [name, column?.[i]]))
    expect(byName(data.categories)).toEqual({ Bergen: 'large', Dovre: 'small', Oslo: 'large' })
    expect(byName(data.answers.plan)).toEqual({ Bergen: 'partly', Dovre: 'yes', Oslo: 'no' })
    expect(byName(data.answers.broadband)).toEqual({ Bergen: null, Dovre: null, Oslo: null })
    expect(byName(data.outcomes['criteria.share'])).toEqual({
      Bergen: { value: 0.15 },
      Dovre: { value: 0.3 },
      Oslo: { value: 0.35 },
    })
    expect(Object.keys(data.marks)).toEqual(['criteria.jury'])
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)

    await using _ = await running(database, scene)
    const { id } = await startAnalysis(organiser, requestOf(round))
    const { failure, result } = await over(organiser, id)
    const there = uncertainty(modelOf(subjectFrom(data), WEIGHTS), { runs: 200, seed: 7 })
    expect([failure, result]).toEqual([null, { kind: 'uncertainty', ...there }])
  })
})
