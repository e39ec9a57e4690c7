/** What the engine is given: entries and, per thing that is read, one column over them. Plain data, no I/O. */
import type { AnswerValue } from '@tumstock/rubric/answers'

/** One entry as rows come from files and databases; `tabulate` turns rows into columns. */
export type Row = {
  id: string
  /** A category id of the rubric; null when the entry belongs to none (it is scored, and ranked overall only). */
  category: string | null
  answers: Readonly<Record<string, AnswerValue | null>>
  /** Marks by criterion path: each a point value of the panel's scale. */
  marks?: Readonly<Record<string, readonly number[]>>
  /** It is scored beside the others, is never ranked, nominated or a winner, and takes no place from any of them. */
  unranked?: boolean
}

/** Why a cell has no number. */
export type Gap = 'unanswered' | 'unknown' | 'notApplicable'

/** What a cell of `gaps` means: index 0 is an answer, the rest say why there is none. */
export const GAPS: readonly ('answered' | Gap)[] = ['answered', 'unanswered', 'unknown', 'notApplicable']
export const ANSWERED = 0
export const UNANSWERED = 1
export const UNKNOWN = 2
export const NOT_APPLICABLE = 3

/** One question or indicator over all entries. `gaps` (see `GAPS`) says whether there is an answer. */
export type Column =
  /** NaN = no number. `imputed`: 1 where a step put the number; it is scored, and is no data when coverage is counted. */
  | { kind: 'number'; values: Float64Array; gaps: Uint8Array; imputed?: Uint8Array }
  /** Index into `options` of the chosen one; −1 = none. */
  | { kind: 'choice'; options: readonly string[]; values: Int16Array; gaps: Uint8Array }
  /** One byte per entry and option, entry by entry (rows of `options.length` bytes): 1 = chosen. */
  | { kind: 'multiple'; options: readonly string[]; values: Uint8Array; gaps: Uint8Array }
  | { kind: 'text'; values: readonly (string | null)[]; gaps: Uint8Array }

export type Data = {
  ids: readonly string[]
  /** Index into the plan's categories; −1 = none. */
  category: Int16Array
  columns: Readonly<Record<string, Column>>
  /** By criterion path, marks per entry. */
  marks: Readonly<Record<string, readonly (readonly number[])[]>>
  /** 1 for each entry that a step has left out: no criterion applies to it. */
  leftOut?: Uint8Array
  /** 1 for each entry that is scored and not ranked. */
  unranked?: Uint8Array
}
