/** What a schema cannot see: whether the parts of a rubric fit each other. */
import { checkCategories } from './check/categories.ts'
import { checkCombine } from './check/combine.ts'
import { checkCriteria } from './check/criteria.ts'
import { checkLocales } from './check/locales.ts'
import { checkQuestions } from './check/questions.ts'
import { checkReads } from './check/reads.ts'
import { checkFacts } from './check/record.ts'
import { checkIdentity, checkRound } from './check/round.ts'
import { checkScoring } from './check/scoring.ts'
import { checkSteps } from './check/steps.ts'
import type { RubricData } from './contract.ts'
import { nameOf } from './error.ts'
import type { Framework } from './framework.ts'
import { type Finding, type Problem, problemOf } from './problem.ts'
import type { RecordedRound } from './record.ts'
import type { Locales } from './text.ts'

/** A rubric as data, or as its author wrote it. */
type Checked = RubricData & { functions?: object }

/**
 * Everything that does not fit, in one go; empty when all is well.
 *
 * @param framework what `frameworkById(rubric.framework)` gave
 * @param locales when given, translations are checked as well
 * @param functions names of the edition's functions, when `rubric` has come as data
 */
export const check = (
  rubric: Checked,
  framework: Framework | undefined,
  locales?: Locales,
  functions: readonly string[] = Object.keys(rubric.functions ?? {}),
): Problem[] => {
  const findings: Finding[] = [
    ...checkIdentity(rubric),
    ...checkQuestions(rubric),
    ...checkCategories(rubric),
    ...checkCriteria(rubric, framework),
    ...checkCombine(rubric),
    ...checkSteps(rubric),
    ...checkReads(rubric),
    ...checkScoring(rubric, functions),
    ...checkRound(rubric),
    ...(locales === undefined ? [] : checkLocales(rubric, rubric, locales)),
  ]
  if (framework?.id !== rubric.framework)
    findings.unshift({
      code: 'unknown-framework',
      path: 'framework',
      says: `no framework “${rubric.framework}” is known.`,
    })
  return findings.map(finding => problemOf(nameOf(rubric), finding))
}

/** The same for the published facts of a round of this edition. */
export const checkRecord = (rubric: RubricData, record: RecordedRound, locales?: Locales): Problem[] =>
  [
    ...[...checkFacts(rubric, record)].map(finding => ({ ...finding, path: `rounds.${finding.path}` })),
    ...(locales === undefined ? [] : checkLocales(record, rubric, locales)),
  ].map(finding => problemOf(nameOf(rubric), finding))
