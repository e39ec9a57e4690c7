import { randomUUID } from 'node:crypto'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { may } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition, ownRound } from '../rounds/service.ts'
import { standingIn } from '../standing.ts'
import { addEntries, type GivenRows, rowsOfGiven } from './add-entries.ts'
import { type EntryWish, type MadeEntry, makeEntry } from './make-entry.ts'
import type { Kept } from './preview-file.ts'
import * as queries from './queries.ts'

/** Imports what a preview showed, all of it or nothing; bad rows only stay out when that was chosen. */
export async function importPreviewed(
  ctx: Context,
  { token, leaveOutBad }: { token: string; leaveOutBad: boolean },
): Promise<{ imported: number; leftOut: number; importId: string }> {
  return audited(ctx, 'entries.import', async tx => {
    const waiting = await queries.takePreview(tx, token, ctx.user?.id ?? '')
    if (!waiting)
      throw new Refusal('not-found', 'This preview is gone or already imported. Preview the file again.')
    const round = await ownRound(ctx, tx, { id: waiting.roundId, states: ['open'] })
    const read = JSON.parse(waiting.body) as Kept
    const { badRows } = read
    if (badRows > 0 && !leaveOutBad)
      throw new Refusal(
        'has-problems',
        `${badRows} of ${read.rows} rows are bad. Correct them, or choose to leave them out.`,
      )
    if (read.good.length === 0) throw new Refusal('has-problems', 'No row of this file can be imported.')
    const importId = randomUUID()
    const scope = { ...round, rubric: await frozenDefinition(tx, round) }
    const entries = new Map((await queries.entriesOf(tx, round.id)).map(entry => [entry.id, entry]))
    const filled = await queries.filledEntries(tx, round.id)
    const taken = new Set((await queries.unitsOfEntries(tx, round.id)).map(row => row.unitId))
    const stamp = { round: round.id, importId, at: ctx.now(), author: ctx.user?.id ?? null }
    const made: MadeEntry[] = []
    const before: Pick<queries.EntryRow, 'id' | 'name' | 'category' | 'categoryReason'>[] = []
    const written: GivenRows[] = []
    for (const row of read.good) {
      const entry = row.entry === null ? undefined : entries.get(row.entry)
      const changed = entry
        ? filled.has(entry.id)
        : row.entry !== null || row.units.some(unit => taken.has(unit.id))
      if (changed)
        throw new Refusal(
          'stale',
          `Row ${row.row}: ${row.name} has changed since the preview. Preview the file again.`,
        )
      if (entry) {
        written.push(rowsOfGiven(entry.id, row, stamp))
        if (row.category === null) continue
        before.push({
          id: entry.id,
          name: entry.name,
          category: entry.category,
          categoryReason: entry.categoryReason,
        })
        await queries.putBack(tx, { ...entry, category: row.category, categoryReason: 'given' })
        continue
      }
      const wish: EntryWish = {
        units: row.units.map(unit => unit.id),
        name: row.name,
        category: row.category,
        importId,
      }
      const one = makeEntry(round.id, scope, wish, stamp.at)
      made.push(one)
      written.push(rowsOfGiven(one.entry.id, row, stamp))
    }
    await addEntries(tx, made, written)
    const result = { imported: read.good.length, leftOut: badRows, importId }
    await queries.insertBatch(tx, {
      id: importId,
      roundId: round.id,
      fileName: waiting.fileName,
      sha256: read.sha256,
      imported: result.imported,
      leftOut: badRows,
      before: JSON.stringify(before),
      createdAt: stamp.at,
      createdBy: stamp.author,
      undoneAt: null,
    })
    return {
      subject: `round/${round.id}`,
      detail: { importId, sha256: read.sha256, imported: result.imported, leftOut: badRows },
      result,
    }
  })
}

/** Takes an import back, until the round is evaluated. What was typed in by hand since then stays on entries that it did not make. */
export async function undoImport(ctx: Context, importId: string): Promise<{ removed: number }> {
  return audited(ctx, 'entries.undoImport', async tx => {
    const batch = await queries.batchById(tx, importId)
    // The id of an import must not tell which round it is in.
    const reached = batch && (await standingIn(ctx, tx, batch.roundId))
    if (!batch || !reached || !may(reached.standing, 'entries.undoImport'))
      throw new Refusal('not-found', 'There is no such import.')
    const round = await ownRound(ctx, tx, { id: batch.roundId, states: ['open'] })
    if (batch.undoneAt !== null) throw new Refusal('wrong-state', 'This import has been undone already.')
    const entries = await queries.entriesOf(tx, round.id)
    const made = new Set(entries.flatMap(entry => (entry.importId === importId ? [entry.id] : [])))
    const joint = entries.find(
      ({ id, joinedTo }) => joinedTo !== null && (made.has(id) || made.has(joinedTo)),
    )
    if (joint)
      throw new Refusal('wrong-state', `${joint.name} takes part as one with others. Part them first.`)
    await queries.deleteImported(tx, importId)
    for (const entry of JSON.parse(batch.before) as Parameters<typeof queries.putBack>[1][])
      await queries.putBack(tx, entry)
    await queries.markUndone(tx, importId, ctx.now())
    return { subject: `round/${round.id}`, detail: { importId }, result: { removed: batch.imported } }
  })
}
