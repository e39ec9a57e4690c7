/** Exit codes: 0 well, 1 findings, 2 bad input. */
export const FINDINGS = 1
export const BAD_INPUT = 2

/** What the caller got wrong, in one line: what is wrong, where, what is allowed. */
export class BadInput extends Error {
  override name = 'BadInput'
}
