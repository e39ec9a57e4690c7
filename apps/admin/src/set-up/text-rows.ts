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

/** What a text is to the thing that it belongs to; `name` is what the thing itself is called. */
export type TextPart = 'name' | 'owner' | 'help' | 'area' | 'unit' | 'why' | 'option' | 'step'

export type TextRow = {
  path: string
  kind: TextKind
  /** What it belongs to, in the edition's words: the question of an option, the criterion of a reason. */
  of: string
  part: TextPart
  own: string
  text: string
  changed: boolean
}

const kindOf = (path: string): TextKind => TEXT_KINDS.find(kind => path.startsWith(`${kind}.`)) ?? 'round'

const PARTS: Readonly<Record<string, TextPart>> = {
  owner: 'owner',
  help: 'help',
  area: 'area',
  unit: 'unit',
  why: 'why',
}

const partOf = (path: string): TextPart => {
  if (/\.options\.[^.]+\.text$/.test(path)) return 'option'
  if (/\.(scoring\.scale|grades)\.\d+/.test(path)) return 'step'
  return PARTS[path.slice(path.lastIndexOf('.') + 1)] ?? 'name'
}

/** The name of the nearest thing around a path that has one of its own. */
const holderOf = (path: string, texts: ReadonlyMap<string, string>): string => {
  for (let at = path.lastIndexOf('.'); at > 0; at = path.lastIndexOf('.', at - 1)) {
    const around = path.slice(0, at)
    const name = [`${around}.title`, `${around}.text`].find(one => one !== path && texts.has(one))
    if (name !== undefined) return texts.get(name) ?? ''
  }
  return ''
}

/** Every text of the edition with the round's wording of it. */
export const textRows = (base: RubricData, edits: Readonly<Record<string, string>>): TextRow[] => {
  const texts = textsOf(base)
  return [...texts].map(([path, own]) => {
    const text = edits[path] ?? own
    const of = holderOf(path, texts)
    return { path, kind: kindOf(path), of, part: partOf(path), own, text, changed: text !== own }
  })
}

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
