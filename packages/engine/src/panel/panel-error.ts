/** What can be wrong with marks, choices and ballots: one class, a closed list of codes. Marks know no rubric, so it names none. */

/** Every code with what it means; `ERRORS.md` beside this file lists the same. */
export const PANEL_ERRORS = [
  { code: 'no-marks', says: 'There is nothing to judge from.' },
  {
    code: 'bad-mark',
    says: 'A mark is not a finite number, or not one of those that the scale or measure allows.',
  },
  { code: 'duplicate-mark', says: 'An assessor marked the same thing twice.' },
  {
    code: 'too-few',
    says: 'There are fewer assessors, entries or draws than the figure can be computed from.',
  },
  { code: 'too-sparse', says: 'Redrawing the assessors almost always leaves some entry without a mark.' },
  { code: 'bad-option', says: 'A scale that does not ascend, or a least overlap or a seed that is none.' },
  { code: 'bad-choice', says: 'A pairwise choice is between an entry and itself.' },
  {
    code: 'unlinked',
    says: 'No choices lead from one group of entries to another, so their strengths cannot be compared.',
  },
  { code: 'only-ties', says: 'Every choice is a tie, so the share of ties has no finite estimate.' },
  { code: 'not-converged', says: 'The estimate did not settle within the allowed number of rounds.' },
  {
    code: 'bad-ballot',
    says: 'A ballot names an unknown candidate or one twice, or is counted a wrong number of times.',
  },
] as const

export type PanelErrorCode = (typeof PANEL_ERRORS)[number]['code']

/**
 * An error in what is judged from: what is wrong, where, what is allowed.
 *
 * @example
 * throw new PanelError('bad-mark', 'ann gave town-a NaN. Allowed: finite numbers.')
 */
export class PanelError extends Error {
  override readonly name = 'PanelError'
  readonly code: PanelErrorCode
  /** For `unlinked`: the entries by group. */
  readonly groups: readonly (readonly string[])[]

  constructor(code: PanelErrorCode, says: string, groups: readonly (readonly string[])[] = []) {
    super(says)
    this.code = code
    this.groups = groups
  }
}
