import { type AnswerValue, type Askable, isShare } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { criterionAt, isLeaf } from '@tumstock/rubric/tree'
import { percentDoubt } from '@tumstock/tables/percent-doubt'
import type { Table, TableRow } from '@tumstock/tables/read-table'
import type { MappedColumn } from './map-columns.ts'
import { type CellProblem, readAnswer, readCategory, readMarks } from './read-cell.ts'
import { isProblem, resolveUnits, type UnitChoice, type UnitLookup } from './resolve-unit.ts'

/** A row that can be imported. `entry` is set where the unit already takes part without an answer. */
export type GoodRow = {
  row: number
  entry: string | null
  units: readonly UnitChoice[]
  name: string
  category: string | null
  answers: Readonly<Record<string, AnswerValue>>
  marks: Readonly<Record<string, readonly number[]>>
}

export type BadCell = CellProblem & {
  row: number
  /** The header; null where the row as a whole is meant. */
  column: string | null
  cell: string
  candidates: readonly UnitChoice[]
}

export type Preview = {
  columns: readonly MappedColumn[]
  rows: number
  good: readonly GoodRow[]
  bad: readonly BadCell[]
}

/** An entry that is there already; `filled` when it has answers or marks. */
export type Existing = { entry: string; units: readonly string[]; filled: boolean }

export type PreviewInput = {
  table: Table
  columns: readonly MappedColumn[]
  rubric: RubricData
  translations: readonly RubricData[]
  units: UnitLookup
  /** Entries of the round by each of their units. */
  existing: ReadonlyMap<string, Existing>
}

type Draft = {
  answers: Record<string, AnswerValue>
  marks: Record<string, readonly number[]>
  category: string | null
}

const askedOf = (rubric: RubricData, id: string): Askable | undefined =>
  rubric.questions[id] ?? rubric.indicators[id]

const readInto = (
  draft: Draft,
  target: string,
  raw: string,
  languages: readonly RubricData[],
): CellProblem | null => {
  const [rubric, ...others] = languages
  if (!rubric) return null
  if (target === 'category') {
    const read = readCategory(languages, raw)
    if ('problem' in read) return read.problem
    draft.category = read.value
    return null
  }
  const asked = askedOf(rubric, target)
  if (asked) {
    const translated = others.flatMap(other => askedOf(other, target) ?? [])
    const read = readAnswer(asked, raw, translated)
    if ('problem' in read) return read.problem
    if (read.value !== null) draft.answers[target] = read.value
    return null
  }
  const criterion = criterionAt(rubric, target)
  if (!criterion || !isLeaf(criterion)) return null
  const read = readMarks(criterion, raw)
  if ('problem' in read) return read.problem
  if (read.value.length > 0) draft.marks[target] = read.value
  return null
}

const widthProblem = (row: TableRow, header: readonly string[]): CellProblem | null => {
  const extra = row.cells.slice(header.length).some(cell => cell.trim() !== '')
  if (!extra && row.cells.length >= header.length) return null
  return {
    code: 'cell-count',
    message: `The row has ${row.cells.length} cells, the header has ${header.length}. A cell may lack its quotes.`,
    allowed: `${header.length} cells`,
  }
}

const MAX_NAME = 200
/** Of a bad cell, enough to find it by. */
const SHOWN_OF_CELL = 200

const nameProblem = (name: string): CellProblem | null =>
  name.length <= MAX_NAME
    ? null
    : {
        code: 'name-too-long',
        message: `The name has ${name.length} characters.`,
        allowed: `at most ${MAX_NAME} characters`,
      }

const shown = (cell: string): string =>
  cell.length > SHOWN_OF_CELL ? `${cell.slice(0, SHOWN_OF_CELL)}…` : cell

const takenProblem = (
  input: PreviewInput,
  units: readonly UnitChoice[],
  seen: ReadonlyMap<string, number>,
): CellProblem | null => {
  for (const { id } of units) {
    const earlier = seen.get(id)
    if (earlier !== undefined)
      return {
        code: 'twice-in-file',
        message: `${id} already stands in row ${earlier}.`,
        allowed: 'one row a unit',
      }
    const there = input.existing.get(id)
    if (there?.filled) {
      const message = `${id} already has answers in this round.`
      return {
        code: 'already-answered',
        message,
        allowed: 'a unit without answers; remove its entry first, or leave the row out',
      }
    }
    if (there && there.units.join() !== units.map(unit => unit.id).join()) {
      const message = `${id} takes part as ${there.units.join(' + ')} already.`
      return {
        code: 'in-other-entry',
        message,
        allowed: `the same units as the entry: ${there.units.join('+')}`,
      }
    }
  }
  return null
}

/** Each row read and judged: good ones ready to be stored, bad ones with the cell, the reason and what is allowed. Pure. */
export const previewRows = (input: PreviewInput): Preview => {
  const { table, columns } = input
  const languages = [input.rubric, ...input.translations]
  const unitAt = columns.findIndex(column => column.mapsTo === 'unit')
  const nameAt = columns.findIndex(column => column.mapsTo === 'name')
  const result = { columns, rows: table.rows.length, good: [] as GoodRow[], bad: [] as BadCell[] }
  if (unitAt < 0 && nameAt < 0) {
    const message = `No column tells which unit a row is about. The file has: ${table.header.join(', ')}.`
    const allowed = 'a column "unit" (code or register id) or "name"'
    result.bad.push({
      row: 1,
      column: null,
      cell: '',
      code: 'no-unit-column',
      message,
      allowed,
      candidates: [],
    })
    return result
  }
  const seen = new Map<string, number>()
  for (const row of table.rows) {
    const bad: BadCell[] = []
    const note = (problem: CellProblem, at: number | null, candidates: readonly UnitChoice[] = []) => {
      const { code, message, allowed } = problem
      const cell = at === null ? '' : shown((row.cells[at] ?? '').trim())
      bad.push({
        row: row.number,
        column: at === null ? null : (table.header[at] ?? null),
        cell,
        code,
        message,
        allowed,
        candidates,
      })
    }
    const text = (at: number) => (at < 0 ? '' : (row.cells[at] ?? '').trim())
    const width = widthProblem(row, table.header)
    if (width) note(width, null)
    const name = nameProblem(text(nameAt))
    if (name) note(name, nameAt)
    const units = resolveUnits(text(unitAt), text(nameAt), input.units)
    if (isProblem(units)) note(units, unitAt < 0 ? nameAt : unitAt, units.candidates)
    const taken = isProblem(units) ? null : takenProblem(input, units, seen)
    if (taken) note(taken, unitAt < 0 ? nameAt : unitAt)
    const draft: Draft = { answers: {}, marks: {}, category: null }
    for (const [at, column] of columns.entries()) {
      if (width || column.mapsTo === null || column.mapsTo === 'unit' || column.mapsTo === 'name') continue
      const asked = askedOf(input.rubric, column.mapsTo)
      const doubt = asked && isShare(asked) ? percentDoubt(table, text(at)) : null
      const problem = doubt
        ? { code: 'percent-doubt', message: doubt, allowed: 'a number from 0 to 100' }
        : readInto(draft, column.mapsTo, text(at), languages)
      if (problem) note(problem, at)
    }
    result.bad.push(...bad)
    if (isProblem(units)) continue
    for (const { id } of units) if (!seen.has(id)) seen.set(id, row.number)
    if (bad.length > 0) continue
    const entry = input.existing.get(units[0]?.id ?? '')?.entry ?? null
    result.good.push({
      row: row.number,
      entry,
      units,
      name: text(nameAt) || units.map(u => u.name).join(', '),
      ...draft,
    })
  }
  return result
}
