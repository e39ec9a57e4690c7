import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Insertable } from 'kysely'
import type { Tx } from '../db/open.ts'
import type { AnswerTable, MarkTable } from '../db/schema.ts'
import type { MadeEntry } from './make-entry.ts'
import { insertAnswers, insertEntries, insertMarks, submitEntries } from './queries.ts'

/** What was given for an entry, by question or indicator and by criterion path. */
export type Given = {
  answers: Readonly<Record<string, AnswerValue>>
  marks: Readonly<Record<string, readonly number[]>>
}

/** Who wrote it, when, and in which import. */
export type Stamp = { round: string; at: string; author: string | null; importId: string | null }

export type GivenRows = { answers: Insertable<AnswerTable>[]; marks: Insertable<MarkTable>[] }

export const rowsOfGiven = (entryId: string, given: Given, stamp: Stamp): GivenRows => {
  const { round: roundId, at, author: authorId, importId } = stamp
  const common = { entryId, roundId, importId, at }
  return {
    answers: Object.entries(given.answers).map(([question, value]) => ({
      ...common,
      question,
      layer: 'claim',
      value: JSON.stringify(value),
      reason: null,
      confidence: null,
      authorId,
      version: 1,
    })),
    marks: Object.entries(given.marks).flatMap(([criterion, points]) =>
      points.map((value, seat) => ({ ...common, criterion, seat, points: value })),
    ),
  }
}

export const addEntry = (tx: Tx, { entry, units }: MadeEntry): Promise<void> =>
  insertEntries(tx, [entry], units)

/** Stores new entries, and what was given for these or for others that are there; what was given is sent in with that. */
export async function addEntries(
  tx: Tx,
  made: readonly MadeEntry[],
  given: readonly GivenRows[],
): Promise<void> {
  await insertEntries(
    tx,
    made.map(one => one.entry),
    made.flatMap(one => one.units),
  )
  await insertAnswers(
    tx,
    given.flatMap(one => one.answers),
  )
  await insertMarks(
    tx,
    given.flatMap(one => one.marks),
  )
  for (const [at, rows] of Map.groupBy(
    given.flatMap(one => [...one.answers, ...one.marks]),
    row => row.at,
  ))
    await submitEntries(tx, [...new Set(rows.map(row => row.entryId))], at)
}
