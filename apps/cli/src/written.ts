import type { Prepared } from '@tumstock/engine/prepare'
import { OUTCOMES, type Results } from '@tumstock/engine/results'
import { imputedAt, leftOutOf } from '@tumstock/engine/trail'
import { nameOf } from '@tumstock/rubric/error'
import { csvText, jsonText } from './output.ts'
import type { Subject } from './subject.ts'

/** A value of the engine as it is, or nothing where there is none. */
const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value

const times = (value: number | null, factor: number): number | null =>
  value === null ? null : value * factor

export type Scored = { subject: Subject; results: Results; prepared: Prepared }

const entriesOf = (scored: readonly Scored[]) =>
  scored.flatMap(({ subject: { rubric, year, rows }, results, prepared }) =>
    rows.map((row, e) => ({
      unit: row.id,
      ...(year !== null && { year }),
      name: row.name,
      category: row.category,
      outcome: leftOutOf(prepared, e) ? 'leftOut' : (OUTCOMES[results.total.outcomes[e] ?? 0] ?? 'error'),
      score: times(known(results.total.values[e]), rubric.scale.max),
      percent: times(known(results.total.values[e]), 100),
      rank: results.rank[e] || null,
      categoryRank: results.categoryRank[e] || null,
      tied: results.tied[e] === 1,
      coverage: known(results.total.coverage[e]),
      ...(rubric.steps?.some(step => step.do === 'impute') && { imputed: imputedAt(prepared, e).join('|') }),
      criteria: Object.fromEntries([...results.nodes].map(([path, node]) => [path, known(node.values[e])])),
    })),
  )

/**
 * One line per unit in the order of the data, year by year where there are years: the score on the rubric's scale, the
 * criteria by path, 1 being full. Unrounded; empty where there is none. `imputed` names indicators, where steps impute.
 */
export const csvOf = (scored: readonly Scored[]): string =>
  csvText(entriesOf(scored).map(({ criteria, ...entry }) => ({ ...entry, ...criteria })))

export const jsonOf = (scored: readonly Scored[]): string => {
  const rubric = scored[0]?.subject.rubric
  return jsonText({ rubric: rubric && nameOf(rubric), scale: rubric?.scale, entries: entriesOf(scored) })
}
