/** From the data of several years to one set of results each. */
import { RubricError } from '@tumstock/rubric/error'
import type { YearData } from '../steps/given.ts'
import { type Prepared, prepareYears } from '../steps/prepare.ts'
import { resultsOf } from './evaluate.ts'
import type { Calls } from './functions.ts'
import { scorePrepared } from './leaves.ts'
import type { Plan } from './plan.ts'
import type { Results } from './results.ts'

/** One year's data, as tabulated; `calls` where the rubric has functions. */
export type Year = YearData & { calls?: Calls }

/**
 * Scores, combines and ranks every year. With `years: 'each'` relative rules compare the entries of one year; with
 * `'pooled'` the numbers of all years together, so that a year's values can be held against another's: the minimum,
 * maximum, mean, deviation and ranks are those of all years. Steps stay within their year, but for imputing over years.
 * A reference entry is taken as it is in the same year. COINr 1.1.14, `Normalise.purse` with `global` FALSE and TRUE.
 *
 * @param years in any order, each year once; an entry has the same id in each
 * @returns one for each, in the order given; `prepared` is what `explain` takes in place of the data
 * @throws RubricError `bad-rubric` where there are several years and the rubric does not say how to compare them, or one
 * year stands twice; else as `evaluate`
 */
export const evaluateYears = (
  plan: Plan,
  years: readonly Year[],
): { year: number; prepared: Prepared; results: Results }[] => {
  const fail = (path: string, says: string) =>
    new RubricError({ code: 'bad-rubric', rubric: plan.rubric, path, says })
  if (years.length > 1 && plan.years === null)
    throw fail(
      'years',
      `there are data of ${years.length} years. It says how to compare them: each or pooled.`,
    )
  const twice = years.find(({ year }, i) => years.findIndex(other => other.year === year) !== i)
  if (twice) throw fail('', `there are two sets of data of ${twice.year}. Each year has one.`)
  return prepareYears(plan, years).map((prepared, i) => {
    const { year, data, calls } = years[i] as Year
    return { year, prepared, results: resultsOf(plan, data, scorePrepared(plan, prepared, calls)) }
  })
}
