/** What can go wrong while a rubric is compiled or scored: one class, a closed list of codes. */

/** Every code with what it means; `ERRORS.md` lists the same. */
export const RUBRIC_ERRORS = [
  {
    code: 'bad-rubric',
    says: 'The rubric does not hold to the contract, so nothing can be computed from it.',
  },
  { code: 'unknown-path', says: 'A criterion path leads to no criterion.' },
  { code: 'unknown-read', says: 'Something is read that is neither a question nor an indicator.' },
  { code: 'unknown-category', says: 'A category is named that the rubric does not define.' },
  { code: 'unknown-answer', says: 'An entry answers something that the rubric does not ask.' },
  { code: 'bad-answer', says: 'An answer is not of the kind that its question allows.' },
  { code: 'bad-mark', says: "A mark is not on the criterion's scale." },
  { code: 'bad-weight', says: 'A weight is negative, or no number that can be computed with.' },
  { code: 'zero-weight', says: 'The weights of a group sum to 0, so its parts cannot be combined.' },
  {
    code: 'zero-range',
    says: 'A relative rule found no spread among the entries, so no entry can be placed.',
  },
  {
    code: 'not-positive',
    says: 'A logarithm, a share or a division was asked of a value that is not above 0.',
  },
  { code: 'unknown-entry', says: 'An entry is named that is not among those that are scored.' },
  { code: 'no-number', says: 'There is no number where one is needed.' },
  {
    code: 'too-few',
    says: 'There are too few entries or parts for what is to be computed from them.',
  },
  {
    code: 'too-many',
    says: 'There are more entries or parts than can be computed exactly.',
  },
  { code: 'not-solved', says: 'A linear programme ended without its optimum.' },
  {
    code: 'bad-comparison',
    says: 'Pairwise comparisons of parts that are not positive or contradict their reverse.',
  },
  {
    code: 'bad-allocation',
    says: 'Points given to parts that are negative or do not sum to what had to be given.',
  },
  { code: 'bad-assumption', says: 'An uncertainty analysis is asked for what it cannot vary or compute.' },
  { code: 'function-unknown', says: 'A criterion names a function that the edition does not define.' },
  { code: 'function-threw', says: 'A function of the rubric threw.' },
  {
    code: 'function-bad-result',
    says: 'A function returned something other than null or a number from 0 to 1.',
  },
  { code: 'function-timeout', says: 'A function did not return within its time limit and was stopped.' },
  { code: 'function-host', says: "The process that runs an edition's functions ended or is closed." },
] as const

export type RubricErrorCode = (typeof RUBRIC_ERRORS)[number]['code']

export type RubricErrorDetails = {
  code: RubricErrorCode
  /** `id@edition` */
  rubric: string
  /** Where in the rubric; a criterion path for errors in scoring. */
  path?: string
  /** The rubric's function, where one was running. */
  fn?: string
  /** What is wrong, then what is allowed; whole sentences. */
  says: string
  cause?: unknown
}

/**
 * An error that names the edition and the place: `walkable-towns@2026 › criteria.network: what is wrong. What is allowed.`
 *
 * @example
 * throw new RubricError({ code: 'unknown-path', rubric: 'a@1', path: 'criteria.x', says: 'no such criterion. Defined: y.' })
 */
export class RubricError extends Error {
  override readonly name = 'RubricError'
  readonly code: RubricErrorCode
  readonly rubric: string
  declare readonly path?: string
  declare readonly fn?: string

  constructor(details: RubricErrorDetails) {
    super(
      lineOf(details.rubric, details.path ?? '', details.says),
      'cause' in details ? { cause: details.cause } : undefined,
    )
    this.code = details.code
    this.rubric = details.rubric
    if (details.path !== undefined) this.path = details.path
    if (details.fn !== undefined) this.fn = details.fn
  }
}

/** The one form that every message about a rubric has: `id@edition › path: says`. */
export const lineOf = (rubric: string, path: string, says: string): string =>
  path === '' ? `${rubric}: ${says}` : `${rubric} › ${path}: ${says}`

/** `id@edition`, the identity of a rubric. */
export const nameOf = (rubric: { id: string; edition: string }): string => `${rubric.id}@${rubric.edition}`
