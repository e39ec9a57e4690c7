import type { Row } from '@tumstock/engine/data'
import { explain } from '@tumstock/engine/explain'
import type { Explanation } from '@tumstock/engine/results'
import { validateAnswer } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import type { RecordedRound } from '@tumstock/rubric/record'
import type { Context } from '../context.ts'
import { categoryOf } from '../entries/category.ts'
import { ofRound } from '../entries/named-entries.ts'
import { isScored, type Participant, participantsOf, rowsOf } from '../entries/rows.ts'
import type { Method } from '../open-data/schemas.ts'
import { Refusal } from '../refusal.ts'
import { currentDefinition } from '../rounds/current.ts'
import { lastDataOf } from '../rounds/last-data.ts'
import { frozenDefinition, type RoundRow, reachAnswers, standBeforeResults } from '../rounds/service.ts'
import { methodOf, noticeOf } from './method.ts'
import { type EvaluationRow, latestEvaluation } from './queries.ts'
import { bodyOfRecord } from './record-body.ts'
import { score } from './score-round.ts'
import { knownTo, withoutNames } from './unnamed.ts'
import type { ResultsBody } from './view.ts'

export type ResultsView = ResultsBody & {
  round: Pick<RoundRow, 'id' | 'title' | 'kind' | 'state' | 'year' | 'country' | 'edition'> & {
    award: string
  }
  notice: string | null
  method: Method
  generatedAt: string
}

/** The evaluation that stands: once an answer changes, none does. */
export async function standingEvaluation(db: Context['db'], round: RoundRow): Promise<EvaluationRow> {
  const evaluation = round.state === 'open' ? undefined : await latestEvaluation(db, round.id)
  if (!evaluation) throw new Refusal('wrong-state', 'This round has no results yet. Evaluate it first.')
  return evaluation
}

/** What stands as the round's results: of a record what was published, of any other its last evaluation. */
export async function resultsBody(
  db: Context['db'],
  round: RoundRow,
  rubric: RubricData,
): Promise<{ body: ResultsBody; at: string }> {
  if (round.record !== null)
    return {
      body: bodyOfRecord(rubric, JSON.parse(round.record) as RecordedRound),
      at: round.openedAt ?? round.createdAt,
    }
  const evaluation = await standingEvaluation(db, round)
  return { body: JSON.parse(evaluation.body) as ResultsBody, at: evaluation.createdAt }
}

export async function getResults(ctx: Context, id: string): Promise<ResultsView> {
  const { round, standing } = await standBeforeResults(ctx, ctx.db, id)
  const rubric = await frozenDefinition(ctx.db, round)
  const { body, at } = await resultsBody(ctx.db, round, rubric)
  const { title, kind, state, year, country, edition, rubricId: award } = round
  return {
    round: { id, title, kind, state, year, country, edition, award },
    notice: noticeOf(kind),
    method: methodOf(rubric, round.definition ?? ''),
    generatedAt: at,
    ...withoutNames(body, knownTo(standing)),
  }
}

/** An answer of another round counts as far as this definition still takes it. */
const fitting = (rubric: RubricData, one: Participant): Participant => {
  const answers = Object.fromEntries(
    Object.entries(one.answers).flatMap(([id, value]) => {
      const asked = rubric.questions[id] ?? rubric.indicators[id]
      const checked = asked && validateAnswer(asked, value)
      return checked && 'value' in checked && checked.value !== null ? [[id, checked.value] as const] : []
    }),
  )
  return { ...one, answers, category: categoryOf(rubric, one).category }
}

export type DataView = {
  rubric: RubricData
  rows: Row[]
  names: Record<string, string>
  /** The round that the rows come from, where it is another one. */
  from: { roundId: string; title: string; kind: RoundRow['kind'] } | null
}

const namesOf = (entries: readonly Participant[]) =>
  Object.fromEntries(entries.map(one => [one.id, one.name]))

/** What the engine in the browser needs for a what-if: the definition and the rows, a draft's from the last round with data. */
export async function getData(ctx: Context, id: string): Promise<DataView> {
  const round = await reachAnswers(ctx, ctx.db, id)
  const rubric = await currentDefinition(ctx.db, round)
  const own = (await participantsOf(ctx.db, id)).filter(isScored)
  if (own.length > 0)
    return { rubric: ofRound(rubric, own), rows: rowsOf(rubric, own), names: namesOf(own), from: null }
  const last = await lastDataOf(ctx, ctx.db, round)
  if (!last) return { rubric, rows: [], names: {}, from: null }
  const entries = (await participantsOf(ctx.db, last.id)).filter(isScored).map(one => fitting(rubric, one))
  return {
    rubric: ofRound(rubric, entries),
    rows: rowsOf(rubric, entries),
    names: namesOf(entries),
    from: { roundId: last.id, title: last.title, kind: last.kind },
  }
}

/** One entry's score taken apart, computed again from the answers that were evaluated. */
export async function explainEntry(
  ctx: Context,
  { round: id, entry }: { round: string; entry: string },
): Promise<Explanation> {
  const round = await reachAnswers(ctx, ctx.db, id)
  if (round.record !== null)
    throw new Refusal('wrong-state', 'A record holds totals alone; there is nothing to take apart.')
  if (round.state === 'open' || round.state === 'draft')
    throw new Refusal('wrong-state', 'This round has no results yet. Evaluate it first.')
  const rubric = await frozenDefinition(ctx.db, round)
  const entries = (await participantsOf(ctx.db, id)).filter(isScored)
  const at = entries.findIndex(one => one.id === entry)
  if (at < 0) throw new Refusal('not-found', `There is no scored entry ${entry} in this round.`)
  const { plan, data, results } = await score(ctx, rubric, entries, round)
  return explain(plan, data, results, at)
}
