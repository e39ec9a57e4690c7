import { dimensionCoverage } from '@tumstock/engine/coverage'
import { quantile } from '@tumstock/engine/profile'
import { type RecordedRank, type RecordedRow, recordResults } from '@tumstock/engine/record-results'
import { verifyRecord } from '@tumstock/engine/verify'
import { positionOf } from '@tumstock/register/position'
import { unitAt } from '@tumstock/register/units'
import type { RubricData } from '@tumstock/rubric/contract'
import { frameworkById } from '@tumstock/rubric/framework'
import type { RecordedRound } from '@tumstock/rubric/record'
import type { Flag, ResultRow, ResultsBody } from './view.ts'

/** Printed, or beyond doubt whatever is unpublished. */
const known = ({ printed, low, high }: RecordedRank): number | null => printed ?? (low === high ? low : null)

const rowOf = (
  rubric: RubricData,
  record: RecordedRound,
  { entry, value, rank, categoryRank }: RecordedRow,
  disputed: ReadonlySet<string>,
): ResultRow => {
  const [lead = ''] = entry.units
  const unit = unitAt(lead, record.referenceDate)
  const flags: Flag[] = entry.place === 'entry' ? [] : [entry.place]
  if (entry.units.some(one => disputed.has(one))) flags.push('contradicted')
  return {
    entry: `${record.entries.indexOf(entry)}`,
    units: entry.units,
    name: entry.name,
    country: unit?.country ?? rubric.country,
    kind: unit?.kind ?? 'municipality',
    county: unit?.county ?? null,
    population: entry.population ?? null,
    category: entry.category ?? null,
    score: value,
    percent: value === null ? null : value * 100,
    points: entry.score ?? null,
    rank: known(rank),
    categoryRank: known(categoryRank),
    tied: false,
    categoryTied: false,
    coverage: value === null ? 0 : 1,
    outcome: value === null ? 'notPublished' : 'scored',
    flags,
    position: positionOf(lead),
  }
}

/** Units that a contradicted claim is about, or names as the winner. */
const disputedUnits = (rubric: RubricData, record: RecordedRound): Set<string> =>
  new Set(
    verifyRecord(rubric, record)
      .filter(({ verdict }) => verdict === 'contradicts')
      .flatMap(({ claim }) => ('unit' in claim ? claim.unit : claim.check === 'winner' ? claim.printed : [])),
  )

/** What a record has published, in the shape of results; nothing that the sources do not say is filled in. */
export const bodyOfRecord = (rubric: RubricData, record: RecordedRound): ResultsBody => {
  const disputed = disputedUnits(rubric, record)
  const rows = recordResults(rubric, record).rows.map(row => rowOf(rubric, record, row, disputed))
  const scores = Float64Array.from(rows.flatMap(row => row.score ?? [])).sort()
  const framework = frameworkById(rubric.framework)
  const invited = record.responses?.reduce((sum, { invited: asked }) => sum + asked, 0)
  return {
    rows,
    nodes: [],
    dimensions: [],
    dimensionCoverage: framework ? dimensionCoverage(rubric, framework, null) : [],
    tiles: {
      invited: invited ?? rows.length,
      entries: rows.length,
      scored: scores.length,
      coverage: null,
      median: scores.length > 0 ? quantile(scores, 0.5) : null,
      best: scores.at(-1) ?? null,
      lowest: scores[0] ?? null,
      ties: 0,
    },
    awards: [],
    errors: [],
  }
}
