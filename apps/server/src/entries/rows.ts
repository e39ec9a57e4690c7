import type { Row } from '@tumstock/engine/data'
import { LAYERS, type Layer } from '@tumstock/engine/layer'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Category, RubricData } from '@tumstock/rubric/contract'
import { leaves } from '@tumstock/rubric/tree'
import { isVisible } from '@tumstock/rubric/visible'
import type { Db, Tx } from '../db/open.ts'
import { definitionOfRound } from '../rounds/current.ts'
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
  participation: EntryRow['participation']
  /** Scored beside the others, and takes no rank from any of them. */
  unranked: boolean
  /** It has answers that are not sent in; they do not count yet. */
  unsubmitted: boolean
  answers: Readonly<Record<string, AnswerValue>>
  /** By question, the layer of what stands; also where somebody found that no answer does. */
  layers: Readonly<Record<string, Layer>>
  marks: Readonly<Record<string, readonly number[]>>
}

const grouped = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** True as soon as what an entry answered counts: it takes part, and has sent it in. */
const counts = ({ state, submittedAt }: EntryRow): boolean => state === 'accepted' && submittedAt !== null

/**
 * Every entry of a round with the answers that count; without any where it has not answered, not sent in or does not take
 * part. Entries that joined another take part as that one. A later layer stands in for an earlier one: what the visit found,
 * else the desk, else what was claimed. What the answers that stand hide never counts, however it came to be there.
 *
 * @param upTo the last layer that is looked at
 */
export async function participantsOf(
  db: Db | Tx,
  round: string,
  upTo: Layer = 'visit',
): Promise<Participant[]> {
  const rubric = await definitionOfRound(db, round)
  const entries = (await entriesOf(db, round)).filter(entry => entry.joinedTo === null)
  const units = grouped(await unitsOfEntries(db, round), row => row.entryId)
  const answers = grouped(await answersOfRound(db, round), row => row.entryId)
  const marks = grouped(await marksOfRound(db, round), row => row.entryId)
  return entries.map(entry => {
    const { given, layers } = asked(rubric, standingIn(answers.get(entry.id) ?? [], upTo))
    const marked: Record<string, number[]> = {}
    for (const { criterion, points } of marks.get(entry.id) ?? []) {
      const seats = marked[criterion] ?? []
      seats.push(points)
      marked[criterion] = seats
    }
    return participantOf(entry, units.get(entry.id)?.map(row => row.unitId) ?? [], {
      answers: given,
      layers,
      marks: marked,
    })
  })
}

type LayeredAnswer = { question: string; layer: Layer; value: string }

type Stands = { given: Record<string, AnswerValue>; layers: Record<string, Layer> }

/** What stands once each layer has been put over the one before; nothing where a layer found that nothing does. */
const standingIn = (rows: readonly LayeredAnswer[], upTo: Layer): Stands => {
  const given: Record<string, AnswerValue> = {}
  const layers: Record<string, Layer> = {}
  for (const layer of LAYERS.slice(0, LAYERS.indexOf(upTo) + 1))
    for (const row of rows) {
      if (row.layer !== layer) continue
      const value = JSON.parse(row.value) as AnswerValue | null
      layers[row.question] = layer
      if (value === null) delete given[row.question]
      else given[row.question] = value
    }
  return { given, layers }
}

/** Without what these answers hide. */
const asked = (rubric: RubricData | null, { given, layers }: Stands): Stands => {
  if (rubric === null) return { given, layers }
  const without = <T>(by: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(by).filter(([question]) => isVisible(rubric, given, question)))
  return { given: without(given), layers: without(layers) }
}

const participantOf = (
  entry: EntryRow,
  units: readonly string[],
  given: Pick<Participant, 'answers' | 'layers' | 'marks'>,
): Participant => {
  const { id, name, kind, country, population, category, categoryReason, participation } = entry
  const some = Object.keys(given.layers).length > 0 || Object.keys(given.marks).length > 0
  return {
    id,
    units,
    name,
    kind: kind as Category['kind'],
    country,
    population,
    category,
    categoryReason,
    participation,
    unranked: participation !== 'compete' || entry.ineligible !== null,
    unsubmitted: some && entry.state === 'accepted' && entry.submittedAt === null,
    ...(counts(entry) ? given : { answers: {}, layers: {}, marks: {} }),
  }
}

/** True also where all that was answered did not stand up. */
export const hasAnswered = (one: Participant): boolean =>
  Object.keys(one.layers).length > 0 || Object.keys(one.marks).length > 0

/** True for whom a score is given; who only contributes counts in shares and nowhere else. */
export const isScored = (one: Participant): boolean => hasAnswered(one) && one.participation !== 'contribute'

/** True for who may win. */
export const isInContest = (one: Participant): boolean => hasAnswered(one) && !one.unranked

/** True for who counts without being named. */
export const isUnnamed = ({ participation }: Pick<Participant, 'participation'>): boolean =>
  participation === 'anonymous' || participation === 'contribute'

/** What the engine is given: of each entry only what this rubric asks and marks. */
export const rowsOf = (rubric: RubricData, entries: readonly Participant[]): Row[] => {
  const asked = new Set([...Object.keys(rubric.questions), ...Object.keys(rubric.indicators)])
  const marked = new Set(
    leaves(rubric).flatMap(({ path, criterion }) => (criterion.scoring.by === 'panel' ? path : [])),
  )
  const only = <T>(given: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> =>
    Object.fromEntries(Object.entries(given).filter(([key]) => keys.has(key)))
  return entries.map(({ id, category, answers, marks, unranked }) => ({
    id,
    category,
    answers: only(answers, asked),
    marks: only(marks, marked),
    ...(unranked && { unranked }),
  }))
}
