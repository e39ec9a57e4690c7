import type { RubricData } from '@tumstock/rubric/contract'
import { textsOf } from '@tumstock/rubric/text'

export const TEXT_KINDS = [
  'round',
  'questions',
  'criteria',
  'categories',
  'stages',
  'awards',
  'indicators',
  'sources',
] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export type TextRow = { path: string; kind: TextKind; own: string; text: string; changed: boolean }

const kindOf = (path: string): TextKind => TEXT_KINDS.find(kind => path.startsWith(`${kind}.`)) ?? 'round'

/** Every text of the edition with the round's wording of it. */
export const textRows = (base: RubricData, edits: Readonly<Record<string, string>>): TextRow[] =>
  [...textsOf(base)].map(([path, own]) => {
    const text = edits[path] ?? own
    return { path, kind: kindOf(path), own, text, changed: text !== own }
  })

export type TextFilter = {
  search: string
  kind: TextKind | ''
  onlyChanged: boolean
  at?: string | undefined
}

/** What fits the filter; a text that a link leads to stands first. */
export const filterTexts = (rows: readonly TextRow[], filter: TextFilter): TextRow[] => {
  const search = filter.search.trim().toLowerCase()
  const fits = rows.filter(
    row =>
      row.path !== filter.at &&
      (filter.kind === '' || row.kind === filter.kind) &&
      (!filter.onlyChanged || row.changed) &&
      (row.text.toLowerCase().includes(search) || row.path.toLowerCase().includes(search)),
  )
  return [...rows.filter(row => row.path === filter.at), ...fits]
}
