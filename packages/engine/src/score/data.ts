/** What the engine is given: entries and, per thing that is read, one column over them. Plain data, no I/O. */

/** One entry as rows come from files and databases; `tabulate` turns rows into columns. */
export type Row = {
  id: string
  /** A category id of the rubric; null when the entry belongs to none (it is scored, and ranked overall only). */
  category: string | null
  answers: Readonly<Record<string, import('@tumstock/rubric/answers').AnswerValue | null>>
  /** Marks by criterion path: each a point value of the panel's scale. */
  marks?: Readonly<Record<string, readonly number[]>>
}

/** Why a cell has no number. */
export type Gap = 'unanswered' | 'unknown' | 'notApplicable'

/** One question or indicator over all entries. NaN = no number; `gaps` says why. */
export type Column =
  | { kind: 'number'; values: Float64Array; gaps: Uint8Array }
  /** Index into `options` of the chosen one; −1 = none. */
  | { kind: 'choice'; options: readonly string[]; values: Int16Array; gaps: Uint8Array }
  /** Bit set of chosen options per entry (rows of `options.length` bytes). */
  | { kind: 'multiple'; options: readonly string[]; values: Uint8Array; gaps: Uint8Array }
  | { kind: 'text'; values: readonly (string | null)[]; gaps: Uint8Array }

export type Data = {
  ids: readonly string[]
  /** Index into the plan's categories; −1 = none. */
  category: Int16Array
  columns: Readonly<Record<string, Column>>
  /** By criterion path, marks per entry. */
  marks: Readonly<Record<string, readonly (readonly number[])[]>>
}
