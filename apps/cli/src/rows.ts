import type { Row } from '@tumstock/engine/data'
import { type Askable, isShare, parseAnswer } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { percentDoubt } from '@tumstock/tables/percent-doubt'
import type { Table, TableRow } from '@tumstock/tables/read-table'
import { BadInput } from './failure.ts'

/** A row with the name and the year that its table gave it. */
export type NamedRow = Row & { name: string | null; year: number | null }

const RESERVED = ['unit', 'name', 'category', 'year'] as const

/**
 * One row per unit, with a column `year` one per unit and year. The header has `unit`, may have `name`, `category` and
 * `year`, and otherwise ids of questions or indicators. An empty cell is missing.
 *
 * @throws BadInput naming file, row, column and what is allowed
 */
export function rowsOf(rubric: RubricData, table: Table, path: string): NamedRow[] {
  const asked: Record<string, Askable> = { ...rubric.questions, ...rubric.indicators }
  const place = placesOf(table, asked, path)
  const seen = new Map<string, number>()
  return table.rows.map(row => {
    const cell = (column: string) => row.cells[place.get(column) ?? -1]?.trim() ?? ''
    const at = (column: string) => `${path}, row ${row.number}, column "${column}"`
    const unit = cell('unit')
    if (unit === '') throw new BadInput(`${at('unit')}: empty. Every row names its unit.`)
    const year = place.has('year') ? yearOf(cell('year'), at('year')) : null
    const key = JSON.stringify([unit, year])
    const earlier = seen.get(key)
    if (earlier !== undefined)
      throw new BadInput(
        `${at('unit')}: "${unit}" stands in row ${earlier} already. Each unit may stand once${year === null ? '' : ' a year'}.`,
      )
    seen.set(key, row.number)
    refuseSurplus(row, table, path)
    const answers = [...place.keys()]
      .filter(column => Object.hasOwn(asked, column))
      .map(column => {
        const question = asked[column] as Askable
        const doubt = isShare(question) ? percentDoubt(table, cell(column)) : null
        if (doubt) throw new BadInput(`${at(column)}: ${doubt}`)
        const parsed = parseAnswer(question, cell(column))
        if ('problem' in parsed) throw new BadInput(`${at(column)}: ${parsed.problem.message}`)
        return [column, parsed.value] as const
      })
    const category = categoryOf(rubric, cell('category'), at('category'))
    return { id: unit, name: cell('name') || null, year, category, answers: Object.fromEntries(answers) }
  })
}

function placesOf(table: Table, asked: Record<string, Askable>, path: string): Map<string, number> {
  const place = new Map(table.header.map((name, at) => [name, at]))
  if (!place.has('unit'))
    throw new BadInput(`${path}, row 1: there is no column "unit". Found: ${table.header.join(', ')}.`)
  const known = [...RESERVED, ...Object.keys(asked)]
  const stranger = table.header.find(name => !known.includes(name))
  if (stranger !== undefined)
    throw new BadInput(
      `${path}, row 1, column "${stranger}": not a question or indicator. Allowed: ${known.join(', ')}.`,
    )
  return place
}

function refuseSurplus(row: TableRow, table: Table, path: string) {
  const surplus = row.cells.findIndex((cell, at) => at >= table.header.length && cell.trim() !== '')
  if (surplus >= 0)
    throw new BadInput(
      `${path}, row ${row.number}: a value in column ${surplus + 1}, but the header names ${table.header.length}.`,
    )
}

function yearOf(cell: string, at: string): number {
  const year = Number(cell)
  if (cell !== '' && Number.isInteger(year) && year >= 1000 && year <= 9999) return year
  throw new BadInput(`${at}: "${cell}" is not a year. Allowed: four figures, such as 2026.`)
}

function categoryOf(rubric: RubricData, cell: string, at: string): string | null {
  const categories = Object.keys(rubric.categories)
  if (cell === '') return categories.length === 1 ? (categories[0] ?? null) : null
  if (categories.includes(cell)) return cell
  throw new BadInput(`${at}: "${cell}" is not a category. Allowed: ${categories.join(', ')}.`)
}
