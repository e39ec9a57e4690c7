import type { Finding } from '../problem.ts'
import { nearest } from '../schema/strict.ts'

/** "no category “smal”. Did you mean “small”? Defined: small, large." */
export const unknownName = (path: string, what: string, defined: readonly string[]): Finding => {
  const near = nearest(/“(.*)”/.exec(what)?.[1] ?? '', defined)
  const hint = near === undefined ? '' : ` Did you mean “${near}”?`
  return {
    code: 'unknown-reference',
    path,
    says: `no ${what}.${hint} Defined: ${defined.join(', ') || 'none'}.`,
  }
}

/** Each value that comes a second time, with its place. */
export const repeated = <T>(values: readonly T[]): { value: T; index: number }[] =>
  values.map((value, index) => ({ value, index })).filter(({ value, index }) => values.indexOf(value) < index)
