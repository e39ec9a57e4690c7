/** What the schema, the checks and the loader find: data, so that screens and tests can show all of it at once. */
import { lineOf } from './error.ts'

/** Every code with what it means; `ERRORS.md` lists the same. */
export const PROBLEMS = [
  { code: 'unknown-key', says: 'A key that the contract does not know.' },
  { code: 'missing-key', says: 'A key that the contract requires is absent.' },
  { code: 'bad-value', says: 'A value of the wrong type, or not one of those allowed.' },
  { code: 'bad-id', says: 'An id, edition or key that does not fit its pattern.' },
  { code: 'unknown-reference', says: 'A name or path that leads to nothing in the rubric.' },
  { code: 'duplicate', says: 'The same thing is named twice where once is allowed.' },
  { code: 'bad-reads', says: 'A criterion reads the wrong number or kind of questions for its rule.' },
  { code: 'bad-scoring', says: 'A rule has parameters from which no score can be computed.' },
  {
    code: 'bad-combine',
    says: 'A way to combine that can make no value of these parts, or not for this purpose.',
  },
  { code: 'bad-step', says: 'A step that has nothing to work on, or would change nothing.' },
  { code: 'bad-weight', says: 'A weight that is negative, or weights of siblings that sum to 0.' },
  { code: 'bad-missing', says: 'The least share of present weight is not above 0 and at most 1.' },
  { code: 'bad-range', says: 'A lower limit is not below its upper limit.' },
  {
    code: 'bad-crosswalk',
    says: 'Crosswalk shares do not sum to 1, or name a dimension that the framework lacks.',
  },
  { code: 'unknown-framework', says: 'The framework that the rubric names is not known.' },
  { code: 'category-gap', says: 'A population of some size belongs to no category of its kind.' },
  { code: 'category-overlap', says: 'A population of some size belongs to two categories of its kind.' },
  { code: 'never-shown', says: "A question's condition can never be met." },
  { code: 'unused', says: 'A question, indicator, function or setting that no criterion uses.' },
  { code: 'bad-order', says: 'Stages, bands or grades are not in ascending order.' },
  { code: 'locale-gap', says: 'A text without a translation.' },
  { code: 'locale-orphan', says: 'A translation of a text that does not exist.' },
  { code: 'not-plain', says: 'A value that a JSON round trip would change.' },
  { code: 'not-a-plugin', says: 'The default export of plugin.ts is not a plugin.' },
  { code: 'load-threw', says: 'plugin.ts or a module that it imports threw while it was loaded.' },
  { code: 'load-timeout', says: 'plugin.ts did not finish loading within the time limit.' },
  { code: 'bad-file', says: 'A file cannot be read or is not JSON.' },
] as const

export type ProblemCode = (typeof PROBLEMS)[number]['code']

export type Problem = {
  code: ProblemCode
  /** A rubric with an `error` cannot be used; a `warning` is shown to the author. */
  severity: 'error' | 'warning'
  /** `id@edition`, or the plugin's id or file where there is no edition yet. */
  rubric: string
  path: string
  /** `id@edition › path: what is wrong. What is allowed.` */
  message: string
}

export type Finding = { code: ProblemCode; path: string; says: string; severity?: Problem['severity'] }

/** A finding about `rubric`; an error unless it says otherwise. */
export const problemOf = (rubric: string, finding: Finding): Problem => ({
  code: finding.code,
  severity: finding.severity ?? 'error',
  rubric,
  path: finding.path,
  message: lineOf(rubric, finding.path, finding.says),
})
