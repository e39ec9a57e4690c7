import type { RubricData } from '@tumstock/rubric/contract'
import { leaves } from '@tumstock/rubric/tree'
import { TableError } from '@tumstock/tables/table-error'

/** `unit`, `name`, `category`, the id of a question or indicator, or the path of a criterion that a panel marks. */
export type ColumnTarget = string

/** `guessed`: by a likeness of words rather than by the id itself or the organiser's choice. */
export type MappedColumn = { header: string; mapsTo: ColumnTarget | null; guessed: boolean }

/** Targets by header as the organiser chose them; null leaves the column out. */
export type Mapping = Readonly<Record<string, ColumnTarget | null>>

/** What Nordic files call these columns. */
const WORDS: Readonly<Record<'unit' | 'name' | 'category', readonly string[]>> = {
  unit: [
    'unit code',
    'code',
    'kode',
    'kod',
    'id',
    'unit id',
    'enhet',
    'kommunenummer',
    'kommunenr',
    'knr',
    'kommunekode',
    'kommunkod',
    'kommunnummer',
    'fylkesnummer',
    'kuntanumero',
    'municipality code',
    'organisasjon',
  ],
  name: [
    'navn',
    'namn',
    'nimi',
    'nafn',
    'unit name',
    'kommune',
    'kommun',
    'kunta',
    'sveitarfélag',
    'kommunenavn',
    'kommunnamn',
    'fylke',
    'fylkeskommune',
    'municipality',
    'county',
    'enhetsnavn',
  ],
  category: ['kategori', 'klasse', 'klass', 'class', 'luokka', 'flokkur', 'group', 'gruppe', 'grupp'],
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Every target that a column of this rubric can have, with the texts that stand for it. */
const targetsOf = (
  rubric: RubricData,
  translations: readonly RubricData[],
): Map<ColumnTarget, readonly string[]> => {
  const targets = new Map<ColumnTarget, readonly string[]>(Object.entries(WORDS))
  const languages = [rubric, ...translations]
  for (const id of Object.keys(rubric.questions)) {
    targets.set(
      id,
      languages.flatMap(one => one.questions[id]?.text ?? []),
    )
  }
  for (const id of Object.keys(rubric.indicators)) {
    targets.set(
      id,
      languages.flatMap(one => [one.indicators[id]?.title ?? '', one.indicators[id]?.code ?? '']),
    )
  }
  for (const { path, criterion } of leaves(rubric)) {
    if (criterion.scoring.by === 'panel') targets.set(path, [criterion.title])
  }
  return targets
}

const guess = (header: readonly string[], targets: Map<ColumnTarget, readonly string[]>): MappedColumn[] => {
  const taken = new Set(header.filter(name => targets.has(name)))
  const byWord = new Map<string, ColumnTarget>()
  for (const [target, texts] of targets) {
    for (const text of [target, ...texts]) if (!byWord.has(plain(text))) byWord.set(plain(text), target)
  }
  return header.map(name => {
    if (targets.has(name)) return { header: name, mapsTo: name, guessed: false }
    const target = plain(name) === '' ? undefined : byWord.get(plain(name))
    if (target === undefined || taken.has(target)) return { header: name, mapsTo: null, guessed: false }
    taken.add(target)
    return { header: name, mapsTo: target, guessed: true }
  })
}

const checkChoice = (
  header: readonly string[],
  mapping: Mapping,
  targets: Map<ColumnTarget, readonly string[]>,
) => {
  const chosen = new Map<ColumnTarget, string>()
  for (const [name, target] of Object.entries(mapping)) {
    if (!header.includes(name)) {
      throw new TableError('bad-mapping', `There is no column "${name}". The file has: ${header.join(', ')}.`)
    }
    if (target === null) continue
    if (!targets.has(target)) {
      throw new TableError(
        'bad-mapping',
        `Column "${name}" cannot be "${target}". Allowed: ${[...targets.keys()].join(', ')}.`,
      )
    }
    const other = chosen.get(target)
    if (other !== undefined) {
      throw new TableError(
        'bad-mapping',
        `Columns "${other}" and "${name}" are both "${target}". One column may be it.`,
      )
    }
    chosen.set(target, name)
  }
  return chosen
}

/** What each column holds: as chosen in `mapping`, else guessed from its header. Throws `TableError` on a bad choice. */
export const mapColumns = (
  header: readonly string[],
  rubric: RubricData,
  options: { mapping?: Mapping | undefined; translations?: readonly RubricData[] } = {},
): MappedColumn[] => {
  const targets = targetsOf(rubric, options.translations ?? [])
  const mapping = options.mapping ?? {}
  const chosen = checkChoice(header, mapping, targets)
  return guess(header, targets).map(column => {
    const choice = Object.hasOwn(mapping, column.header) ? mapping[column.header] : undefined
    if (choice !== undefined) return { header: column.header, mapsTo: choice, guessed: false }
    return column.mapsTo !== null && chosen.has(column.mapsTo)
      ? { ...column, mapsTo: null, guessed: false }
      : column
  })
}
