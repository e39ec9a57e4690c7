import type { Row } from '@tumstock/engine/data'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Category, RubricData } from '@tumstock/rubric/contract'
import { leaves } from '@tumstock/rubric/tree'
import type { Db, Tx } from '../db/open.ts'
import { answersOfRound, type EntryRow, entriesOf, marksOfRound, unitsOfEntries } from './queries.ts'

/** An entry with what it answered: what the engine and the screens of results start from. */
export type Participant = {
  id: string
  /** Register ids, the lead first. */
  units: readonly string[]
  name: string
  kind: Category['kind']
  country: string
  population: number | null
  category: string | null
  categoryReason: string
  answers: Readonly<Record<string, AnswerValue>>
  marks: Readonly<Record<string, readonly number[]>>
}

/** A later layer stands in for an earlier one: what the visit found, else the desk, else what was claimed. */
const LAYERS = ['claim', 'desk', 'visit'] as const

const grouped = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** Every entry of a round, those without answers included. */
export async function participantsOf(db: Db | Tx, round: string): Promise<Participant[]> {
  const entries = await entriesOf(db, round)
  const units = grouped(await unitsOfEntries(db, round), row => row.entryId)
  const answers = grouped(await answersOfRound(db, round), row => row.entryId)
  const marks = grouped(await marksOfRound(db, round), row => row.entryId)
  return entries.map(entry => {
    const given: Record<string, AnswerValue> = {}
    for (const layer of LAYERS)
      for (const row of answers.get(entry.id) ?? [])
        if (row.layer === layer) given[row.question] = JSON.parse(row.value) as AnswerValue
    const marked: Record<string, number[]> = {}
    for (const { criterion, points } of marks.get(entry.id) ?? []) {
      const seats = marked[criterion] ?? []
      seats.push(points)
      marked[criterion] = seats
    }
    return participantOf(entry, units.get(entry.id)?.map(row => row.unitId) ?? [], {
      answers: given,
      marks: marked,
    })
  })
}

const participantOf = (
  { id, name, kind, country, population, category, categoryReason }: EntryRow,
  units: readonly string[],
  given: Pick<Participant, 'answers' | 'marks'>,
): Participant => ({
  id,
  units,
  name,
  kind: kind as Category['kind'],
  country,
  population,
  category,
  categoryReason,
  ...given,
})

export const hasAnswered = (one: Participant): boolean =>
  Object.keys(one.answers).length > 0 || Object.keys(one.marks).length > 0

/** What the engine is given: of each entry only what this rubric asks and marks. */
export const rowsOf = (rubric: RubricData, entries: readonly Participant[]): Row[] => {
  const asked = new Set([...Object.keys(rubric.questions), ...Object.keys(rubric.indicators)])
  const marked = new Set(
    leaves(rubric).flatMap(({ path, criterion }) => (criterion.scoring.by === 'panel' ? path : [])),
  )
  const only = <T>(given: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> =>
    Object.fromEntries(Object.entries(given).filter(([key]) => keys.has(key)))
  return entries.map(({ id, category, answers, marks }) => ({
    id,
    category,
    answers: only(answers, asked),
    marks: only(marks, marked),
  }))
}
