import { type Band, bandOf, bandsOf } from '@tumstock/engine/bands'
import { crossTab } from '@tumstock/engine/cross-tab'
import { type Representativeness, representativeness } from '@tumstock/engine/representativeness'
import { type ResponseRate, responseRate } from '@tumstock/engine/response-rate'
import { type Trend, trend, type WaveShare } from '@tumstock/engine/trend'
import { unitAt } from '@tumstock/register/units'
import type { RubricData } from '@tumstock/rubric/contract'
import type { RecordedRound, RecordedShare } from '@tumstock/rubric/record'
import type { Context } from '../context.ts'
import { hasAnswered, type Participant, participantsOf } from '../entries/rows.ts'
import { roundsOfAward } from '../rounds/last-data.ts'
import { frozenDefinition, type RoundRow, reachRound } from '../rounds/service.ts'
import { countable, type QuestionShares, questionShares } from './question-shares.ts'

export type CutBy = 'band' | 'county' | 'kind'

/** The population bands in which Norwegian and Swedish surveys of municipalities are usually cut. */
const BOUNDS = [2_000, 5_000, 10_000, 20_000, 50_000]

export type Cut = {
  question: string
  groups: { group: string; n: number; options: { id: string; count: number; share: number | null }[] }[]
}
export type RateRow = ResponseRate & { group: string }
export type TrendRow = Trend & {
  question: string
  option: string
  round: string
  title: string
  year: number
  share: number
}

export type QuestionsView = {
  /** `record`: shares as printed, without counts. */
  source: 'answers' | 'record'
  questions: readonly QuestionShares[]
  recorded: readonly RecordedShare[]
}

export type SurveyView = QuestionsView & {
  by: CutBy
  groups: readonly string[]
  crossTabs: readonly Cut[]
  responseRate: { all: ResponseRate; by: readonly RateRow[] }
  representativeness: Representativeness | null
  trends: readonly TrendRow[]
}

const groupOf = (one: Participant, by: CutBy, date: string): string => {
  if (by === 'kind') return one.kind
  if (by === 'county') return unitAt(one.units[0] ?? '', date)?.county ?? '?'
  return one.population === null ? '?' : bandOf(one.population, BOUNDS).id
}

const groupsOf = (entries: readonly Participant[], by: CutBy, date: string): string[] => {
  const present = new Set(entries.map(one => groupOf(one, by, date)))
  const known =
    by === 'band'
      ? bandsOf(BOUNDS).map((band: Band) => band.id)
      : [...present].filter(group => group !== '?').sort()
  return [...known.filter(group => present.has(group)), ...(present.has('?') ? ['?'] : [])]
}

const crossTabs = (
  rubric: RubricData,
  entries: readonly Participant[],
  groups: { names: readonly string[]; of: (one: Participant) => string },
): Cut[] => {
  const sizes = groups.names.map(id => ({
    id,
    population: entries.filter(one => groups.of(one) === id).length,
  }))
  return countable(rubric).map(([id, question]) => ({
    question: id,
    groups: crossTab(
      question,
      entries.map(one => ({ group: groups.of(one), answer: one.answers[id] ?? null })),
      sizes,
    ).map(row => ({
      group: row.group,
      n: row.shares.n,
      options: row.shares.options.map(({ option, count, share }) => ({ id: option, count, share })),
    })),
  }))
}

const rates = (
  entries: readonly Participant[],
  groups: { names: readonly string[]; of: (one: Participant) => string },
): RateRow[] =>
  groups.names.map(group => {
    const inGroup = entries.filter(one => groups.of(one) === group)
    return { group, ...responseRate(inGroup.filter(hasAnswered).length, inGroup.length) }
  })

type Wave = {
  round: Pick<RoundRow, 'id' | 'title' | 'year'>
  shares: ReadonlyMap<string, { share: number; n: number | null; population: number | null }>
}

const key = (question: string, option: string) => `${question}\n${option}`

const wavesOf = async (ctx: Context, round: RoundRow): Promise<Wave[]> => {
  const others = (await roundsOfAward(ctx, ctx.db, round)).filter(
    other => other.id !== round.id && other.year < round.year && other.kind !== 'synthetic',
  )
  return Promise.all(
    others.map(async other => {
      const view = await questionsOf(ctx, other)
      const counted = view.questions.flatMap(({ id, n, population, options }) =>
        options.flatMap(({ id: option, share }) =>
          share === null ? [] : [[key(id, option), { share, n, population }] as const],
        ),
      )
      const printed = view.recorded
        .filter(one => one.band === undefined && (one.year ?? other.year) === other.year)
        .map(
          one => [key(one.question, one.option), { share: one.share, n: one.n, population: null }] as const,
        )
      return { round: other, shares: new Map<string, WaveShare>([...printed, ...counted]) }
    }),
  )
}

const questionsOf = async (ctx: Context, round: RoundRow): Promise<QuestionsView> => {
  if (round.record !== null) {
    const { shares } = JSON.parse(round.record) as RecordedRound
    return { source: 'record', questions: [], recorded: shares ?? [] }
  }
  const rubric = await frozenDefinition(ctx.db, round)
  const entries = await participantsOf(ctx.db, round.id)
  return { source: 'answers', questions: questionShares(rubric, entries, entries.length), recorded: [] }
}

/** Shares of each question with options, over those who answered. */
export async function getQuestions(ctx: Context, id: string): Promise<QuestionsView> {
  return questionsOf(ctx, await reachRound(ctx, ctx.db, id))
}

const trendsOf = async (ctx: Context, round: RoundRow, now: QuestionsView): Promise<TrendRow[]> => {
  const current = now.questions.flatMap(({ id, n, population, options }) =>
    options.flatMap(({ id: option, share }) =>
      share === null ? [] : [{ question: id, option, wave: { share, n, population } }],
    ),
  )
  const printed = now.recorded
    .filter(one => one.band === undefined && (one.year ?? round.year) === round.year)
    .map(({ question, option, share, n }) => ({ question, option, wave: { share, n, population: null } }))
  const waves = await wavesOf(ctx, round)
  return [...current, ...printed].flatMap(({ question, option, wave }) =>
    waves.flatMap(({ round: other, shares }) => {
      const earlier = shares.get(key(question, option))
      if (!earlier) return []
      return [
        {
          question,
          option,
          round: other.id,
          title: other.title,
          year: other.year,
          share: earlier.share,
          ...trend(earlier, wave),
        },
      ]
    }),
  )
}

/** A survey's answers cut by group, who answered, whether they are like those who were asked, and earlier waves. */
export async function getSurvey(ctx: Context, id: string, by: CutBy): Promise<SurveyView> {
  const round = await reachRound(ctx, ctx.db, id)
  const now = await questionsOf(ctx, round)
  const trends = await trendsOf(ctx, round, now)
  if (round.record !== null) {
    const { responses = [] } = JSON.parse(round.record) as RecordedRound
    const by = responses.map(({ kind, answered, invited }) => ({
      group: kind,
      ...responseRate(answered, invited),
    }))
    const all = responseRate(
      responses.reduce((sum, r) => sum + r.answered, 0),
      responses.reduce((sum, r) => sum + r.invited, 0),
    )
    return {
      ...now,
      by: 'kind',
      groups: by.map(row => row.group),
      crossTabs: [],
      responseRate: { all, by },
      representativeness: null,
      trends,
    }
  }
  const rubric = await frozenDefinition(ctx.db, round)
  const entries = await participantsOf(ctx.db, id)
  const groups = {
    names: groupsOf(entries, by, round.referenceDate),
    of: (one: Participant) => groupOf(one, by, round.referenceDate),
  }
  const byGroup = rates(entries, groups)
  const bands = byGroup
    .filter(row => row.invited > 0)
    .map(row => ({ band: row.group, answered: row.answered, population: row.invited }))
  return {
    ...now,
    by,
    groups: groups.names,
    crossTabs: crossTabs(rubric, entries, groups),
    responseRate: { all: responseRate(entries.filter(hasAnswered).length, entries.length), by: byGroup },
    representativeness: bands.length > 0 ? representativeness(bands) : null,
    trends,
  }
}
