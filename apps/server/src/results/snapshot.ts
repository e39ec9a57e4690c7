import { verifyRecord } from '@tumstock/engine/verify'
import type { RubricData } from '@tumstock/rubric/contract'
import type { RecordedRound } from '@tumstock/rubric/record'
import type { Snapshot, SnapshotRow } from '../open-data/schemas.ts'
import type { RoundRow } from '../rounds/service.ts'
import { methodOf, noticeOf } from './method.ts'
import type { QuestionShares } from './question-shares.ts'
import type { AwardView, ResultRow, ResultsBody } from './view.ts'

export type SnapshotOf = {
  round: RoundRow
  rubric: RubricData
  /** Hash of the definition that was scored by. */
  definition: string
  body: ResultsBody
  /** Shares of a survey; empty for anything else. */
  questions: readonly QuestionShares[]
  responses: Snapshot['responses']
  version: number
  publishedAt: string
  erratum: Snapshot['erratum']
}

const placeOf = ({ flags }: ResultRow): SnapshotRow['place'] =>
  (['winner', 'nominee', 'finalist'] as const).find(place => flags.includes(place)) ?? 'entry'

const rowOf = (
  row: ResultRow,
  status: SnapshotRow['status'],
  dimensions: SnapshotRow['dimensions'],
): SnapshotRow => {
  const [unit = ''] = row.units
  return {
    unit,
    code: unit.slice(unit.indexOf('-') + 1),
    units: [...row.units],
    name: row.name,
    country: row.country,
    kind: row.kind,
    category: row.category,
    population: row.population,
    value: row.score,
    score: row.points,
    percent: row.percent,
    rank: row.rank,
    categoryRank: row.categoryRank,
    tied: row.tied,
    categoryTied: row.categoryTied,
    coverage: row.coverage,
    outcome: row.outcome,
    ...(row.leftOut && { leftOut: row.leftOut }),
    ...(row.imputed && { imputed: [...row.imputed] }),
    place: placeOf(row),
    ...(row.participation === 'benchmark' && { participation: row.participation }),
    status,
    dimensions,
  }
}

/** In the order of the rows, which is that of their scores alone. */
const anonymousOf = (rows: readonly ResultRow[]): Pick<Snapshot, 'anonymous'> => {
  const anonymous = rows.flatMap(({ participation, score, points, percent, outcome }) =>
    participation === 'anonymous' ? [{ value: score, score: points, percent, outcome }] : [],
  )
  return anonymous.length > 0 ? { anonymous } : {}
}

const awardsOf = (
  rubric: RubricData,
  awards: readonly AwardView[],
  rows: readonly ResultRow[],
): Snapshot['awards'] => {
  const unitOf = new Map(rows.map(row => [row.entry, row.units[0] ?? '']))
  const units = (entries: readonly string[]) => entries.map(entry => unitOf.get(entry) ?? '')
  return awards.flatMap(({ award, category, nominees, winners, tieAtEdge }) => {
    const defined = rubric.awards[award]
    if (!defined) return []
    const { title, decide } = defined
    return { award, title, category, decide, nominees: units(nominees), winners: units(winners), tieAtEdge }
  })
}

const questionsOf = (
  questions: readonly QuestionShares[],
  status: SnapshotRow['status'],
): Snapshot['questions'] =>
  questions.map(({ id, text, options }) => ({
    question: id,
    text,
    options: options.map(({ id: option, text: words, count, n, share, low, high }) => ({
      option,
      text: words,
      count,
      n,
      share,
      low,
      high,
      band: null,
      year: null,
      status,
    })),
  }))

const recordedShares = (rubric: RubricData, record: RecordedRound): Snapshot['questions'] =>
  [...Map.groupBy(record.shares ?? [], one => one.question)].map(([question, shares]) => {
    const asked = rubric.questions[question]
    const options = asked && 'options' in asked ? asked.options : {}
    return {
      question,
      text: asked?.text ?? question,
      options: shares.map(({ option, share, n, band, year, status }) => ({
        option,
        text: options[option]?.text ?? option,
        count: null,
        n,
        share,
        low: null,
        high: null,
        band: band ?? null,
        year: year ?? null,
        status,
      })),
    }
  })

const claimsOf = (rubric: RubricData, record: RecordedRound): Snapshot['claims'] =>
  verifyRecord(rubric, record).map(({ claim, computed, verdict }) => ({
    says: claim.says,
    printed: claim.printed,
    computed,
    verdict,
    source: record.sources[claim.source]?.title ?? claim.source,
    status: claim.status,
    note: claim.note ?? null,
  }))

/** A published version, as it will be served and hashed for good. */
export const snapshotOf = (from: SnapshotOf): Snapshot => {
  const { round, rubric, body, questions } = from
  const record = round.record === null ? null : (JSON.parse(round.record) as RecordedRound)
  const status = round.kind === 'synthetic' ? 'synthetic' : 'computed'
  const statusOf = (row: ResultRow) => record?.entries[Number(row.entry)]?.status ?? status
  const dimensionsAt = (at: number) =>
    Object.fromEntries(body.dimensions.map(({ dimension, values }) => [dimension, values[at] ?? null]))
  return {
    apiVersion: 1,
    round: {
      id: round.id,
      title: round.title,
      award: round.rubricId,
      edition: round.edition,
      organiser: record?.organiser ?? rubric.owner,
      year: round.year,
      country: round.country,
      kind: round.kind,
      notice: noticeOf(round.kind),
      referenceDate: round.referenceDate,
    },
    version: from.version,
    publishedAt: from.publishedAt,
    erratum: from.erratum,
    method: methodOf(rubric, from.definition),
    responses: from.responses,
    dimensionCoverage: [...body.dimensionCoverage],
    results: body.rows.flatMap((row, at) =>
      row.participation === 'anonymous' ? [] : [rowOf(row, statusOf(row), dimensionsAt(at))],
    ),
    ...anonymousOf(body.rows),
    awards: awardsOf(rubric, body.awards, body.rows),
    questions: record ? recordedShares(rubric, record) : questionsOf(questions, status),
    claims: record ? claimsOf(rubric, record) : [],
  }
}
