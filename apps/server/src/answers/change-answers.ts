import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { relatedQuestions } from '@tumstock/rubric/visible'
import type { OpenDatabase, Tx } from '../db/open.ts'
import type { EntryTable } from '../db/schema.ts'
import { Refusal } from '../refusal.ts'
import { reopenRound } from '../rounds/current.ts'
import { type Claim, changeClaims, type Wish, type Written } from './change-claims.ts'
import * as queries from './queries.ts'

/** One answer that is to be changed, by whom it may be changed. */
export type Change = Wish & {
  round: string
  entry: string
  rubric: RubricData
  /** `entrant`: somebody of the entry, who answers until it is sent in. */
  by: 'entrant' | 'organiser'
}

/** What became of each change. One that is refused leaves the others as they are. */
export type Outcome = { written: Written; changed: boolean } | { refusal: Refusal }

type Held = {
  entry: queries.HeldEntry
  claims: Map<string, Claim>
  version: number
  /** Questions whose rows differ from the database's. */
  touched: Set<string>
}

/**
 * Changes answers one after another in one transaction, in which nobody else changes answers of the same entries. Every
 * way to change a claim leads here. A round that was evaluated is open again.
 */
export async function changeAnswers(
  tx: Tx,
  dialect: OpenDatabase['dialect'],
  changes: readonly Change[],
): Promise<Outcome[]> {
  const held = await hold(tx, dialect, changes)
  const outcomes = changes.map(one => outcomeOf(held.get(one.entry), one))
  const changed = [...held.values()].filter(one => one.version > one.entry.version)
  await write(tx, changed)
  const evaluated = changed.filter(one => one.entry.roundState === 'evaluated').map(one => one.entry.roundId)
  for (const round of new Set(evaluated)) await reopenRound(tx, round)
  return outcomes
}

async function hold(
  tx: Tx,
  dialect: OpenDatabase['dialect'],
  changes: readonly Change[],
): Promise<Map<string, Held>> {
  const ids = [...new Set(changes.map(one => one.entry))]
  const related = new Set(changes.flatMap(one => [...relatedQuestions(one.rubric, one.question)]))
  const entries = await queries.holdEntries(tx, dialect, ids)
  const held = new Map<string, Held>(
    entries.map(entry => [
      entry.id,
      { entry, claims: new Map(), version: entry.version, touched: new Set<string>() },
    ]),
  )
  const claims = await queries.claimsAbout(tx, ids, [...related])
  for (const { entryId, question, value, version, at, authorId } of claims)
    held
      .get(entryId)
      ?.claims.set(question, { value: JSON.parse(value) as AnswerValue, version, at, authorId })
  return held
}

function outcomeOf(held: Held | undefined, change: Change): Outcome {
  try {
    if (held?.entry.roundId !== change.round)
      throw new Refusal('not-found', `There is no entry ${change.entry} in this round.`)
    if (change.by === 'entrant') refuseClosed(held.entry)
    const next = held.version + 1
    const { put, deleted, ...written } = changeClaims(held.claims, change.rubric, change, next)
    if (put) held.claims.set(change.question, put)
    for (const question of deleted) held.claims.delete(question)
    for (const question of put ? [change.question, ...deleted] : deleted) held.touched.add(question)
    const changed = put !== null || deleted.length > 0
    if (changed) held.version = next
    return { written, changed }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error }
    throw error
  }
}

/** An entry is answered by those who have taken it on, until they send it in. */
export function refuseClosed({ state, submittedAt }: Pick<EntryTable, 'state' | 'submittedAt'>): void {
  if (state !== 'accepted')
    throw new Refusal('wrong-state', `The entry is ${state}; it is answered once it is accepted.`)
  if (submittedAt !== null)
    throw new Refusal('wrong-state', 'The answers have been sent in. Reopen the entry to change them.')
}

async function write(tx: Tx, all: readonly Held[]): Promise<void> {
  const put: queries.ClaimRow[] = []
  const gone: queries.ClaimKey[] = []
  for (const { entry, claims, touched } of all)
    for (const question of touched) {
      const claim = claims.get(question)
      if (claim) put.push({ ...claim, entryId: entry.id, roundId: entry.roundId, question })
      else gone.push({ entryId: entry.id, question })
    }
  await queries.deleteClaims(tx, gone)
  await queries.putClaims(tx, put)
  const grown = Map.groupBy(all, one => one.version - one.entry.version)
  for (const [by, some] of grown)
    await queries.growEntries(
      tx,
      some.map(one => one.entry.id),
      by,
    )
}
