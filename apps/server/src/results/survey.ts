import { type Band, bandOf, bandsOf } from '@tumstock/engine/bands'
import { crossTab } from '@tumstock/engine/cross-tab'
import { type Representativeness, representativeness } from '@tumstock/engine/representativeness'
import { type ResponseRate, responseRate } from '@tumstock/engine/response-rate'
import { unitAt } from '@tumstock/register/units'
import type { RubricData } from '@tumstock/rubric/contract'
import type { RecordedRound } from '@tumstock/rubric/record'
import type { Context } from '../context.ts'
import { hasAnswered, isUnnamed, type Participant, participantsOf } from '../entries/rows.ts'
import { sees } from '../policy.ts'
import { frozenDefinition, standBeforeResults } from '../rounds/service.ts'
import { countable } from './question-shares.ts'
import { type QuestionsView, questionsOf } from './questions.ts'
import { type TrendRow, trendsOf } from './waves.ts'

export type CutBy = 'band' | 'county' | 'kind'

/** The population bands in which Norwegian and Swedish surveys of municipalities are usually cut. */
const BOUNDS = [2_000, 5_000, 10_000, 20_000, 50_000]

export type Cut = {
  question: string
  groups: { group: string; n: number; options: { id: string; count: number; share: number | null }[] }[]
}
export type RateRow = ResponseRate & { group: string }
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

const nameless = (one: Participant): Participant =>
  isUnnamed(one) ? { ...one, answers: {}, layers: {}, marks: {} } : one

/** A survey's answers cut by group, who answered, whether they are like those who were asked, and earlier waves. */
export async function getSurvey(ctx: Context, id: string, by: CutBy): Promise<SurveyView> {
  const { round, standing } = await standBeforeResults(ctx, ctx.db, id)
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
  // Who is not named counts in the whole; in a small group it would be known by what the others answered.
  const known = sees(standing, 'entry.anonymous') ? entries : entries.map(nameless)
  const byGroup = rates(known, groups)
  const bands = byGroup
    .filter(row => row.invited > 0)
    .map(row => ({ band: row.group, answered: row.answered, population: row.invited }))
  return {
    ...now,
    by,
    groups: groups.names,
    crossTabs: crossTabs(rubric, known, groups),
    responseRate: { all: responseRate(entries.filter(hasAnswered).length, entries.length), by: byGroup },
    representativeness: bands.length > 0 ? representativeness(bands) : null,
    trends,
  }
}
