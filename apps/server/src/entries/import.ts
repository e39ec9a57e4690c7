import { randomUUID } from 'node:crypto'
import { translate } from '@tumstock/rubric/text'
import { readTable } from '@tumstock/tables/read-table'
import { TableError } from '@tumstock/tables/table-error'
import { audited } from '../audit/service.ts'
import { sha256 } from '../canonical.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition, ownRound, type RoundRow } from '../rounds/service.ts'
import { addEntries, type GivenRows, rowsOfGiven } from './add-entries.ts'
import { type EntryWish, type MadeEntry, makeEntry } from './make-entry.ts'
import { type Mapping, mapColumns } from './map-columns.ts'
import { type Existing, type Preview, previewRows } from './preview.ts'
import * as queries from './queries.ts'
import { lookupFor } from './unit-lookup.ts'
import { forgetOld, readUpload, type Upload } from './uploads.ts'

export type PreviewWish = {
  round: string
  file: { uploadId: string } | { text: string }
  mapping?: Mapping | undefined
}

/** What a token stands for until it is imported or forgotten. */
type Kept = { preview: Preview; sha256: string }

const SHOWN = 50

const fileOf = async (ctx: Context, file: PreviewWish['file']): Promise<Upload> => {
  if ('uploadId' in file) return readUpload(ctx, file.uploadId)
  const bytes = new TextEncoder().encode(file.text)
  return { fileName: 'pasted text', sha256: sha256(bytes), bytes }
}

/** Reads a file against a round; what is wrong with the file as a whole is refused in one line. */
const readAgainst = async (
  ctx: Context,
  round: RoundRow,
  wish: { bytes: Uint8Array; mapping: Mapping | undefined },
) => {
  const rubric = await frozenDefinition(ctx.db, round)
  const locales = ctx.rubrics.find(round.rubricId, round.edition)?.edition.locales ?? {}
  const translations = Object.values(locales).map(locale => translate(rubric, locale))
  try {
    const table = await readTable(wish.bytes)
    const columns = mapColumns(table.header, rubric, { mapping: wish.mapping, translations })
    const units = lookupFor({ ...round, rubric })
    return previewRows({
      table,
      columns,
      rubric,
      translations,
      units,
      existing: await existingIn(ctx.db, round.id),
    })
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    throw new Refusal('bad-input', error.message, {
      path: 'file',
      problems: [{ code: error.code, path: 'file', message: error.message }],
    })
  }
}

/** Entries by each of their units: a unit takes part once, as lead or not. */
const existingIn = async (db: Db, round: string): Promise<Map<string, Existing>> => {
  const filled = await queries.filledEntries(db, round)
  const byEntry = Map.groupBy(await queries.unitsOfEntries(db, round), row => row.entryId)
  const entries = [...byEntry].map(([entry, rows]) => ({
    entry,
    units: rows.map(row => row.unitId),
    filled: filled.has(entry),
  }))
  return new Map(entries.flatMap(one => one.units.map(unit => [unit, one] as const)))
}

/** Reads and judges a file without importing anything. The token imports exactly what was shown. */
export async function preview(ctx: Context, wish: PreviewWish) {
  const round = await ownRound(ctx, ctx.db, { id: wish.round, states: ['open'] })
  const file = await fileOf(ctx, wish.file)
  const read = await readAgainst(ctx, round, { bytes: file.bytes, mapping: wish.mapping })
  await forgetOld(ctx)
  const token = randomUUID()
  const kept: Kept = { preview: read, sha256: file.sha256 }
  await ctx.db
    .insertInto('importPreview')
    .values({
      token,
      roundId: round.id,
      fileName: file.fileName,
      body: JSON.stringify(kept),
      createdAt: ctx.now(),
      createdBy: ctx.user?.id ?? '',
    })
    .execute()
  const { columns, rows, good, bad } = read
  return {
    token,
    fileName: file.fileName,
    columns,
    rows,
    good: good.length,
    bad,
    preview: good.slice(0, SHOWN),
  }
}

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
    const { preview: read, sha256: hash } = JSON.parse(waiting.body) as Kept
    const badRows = new Set(read.bad.map(cell => cell.row)).size
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
      sha256: hash,
      imported: result.imported,
      leftOut: badRows,
      before: JSON.stringify(before),
      createdAt: stamp.at,
      createdBy: stamp.author,
      undoneAt: null,
    })
    return {
      subject: `round/${round.id}`,
      detail: { importId, sha256: hash, imported: result.imported, leftOut: badRows },
      result,
    }
  })
}

/** Takes an import back, until the round is evaluated. What was typed in by hand since then stays on entries that it did not make. */
export async function undoImport(ctx: Context, importId: string): Promise<{ removed: number }> {
  return audited(ctx, 'entries.undoImport', async tx => {
    const batch = await queries.batchById(tx, importId)
    if (!batch) throw new Refusal('not-found', 'There is no such import.')
    const round = await ownRound(ctx, tx, { id: batch.roundId, states: ['open'] })
    if (batch.undoneAt !== null) throw new Refusal('wrong-state', 'This import has been undone already.')
    await queries.deleteImported(tx, importId)
    for (const entry of JSON.parse(batch.before) as Parameters<typeof queries.putBack>[1][])
      await queries.putBack(tx, entry)
    await queries.markUndone(tx, importId, ctx.now())
    return { subject: `round/${round.id}`, detail: { importId }, result: { removed: batch.imported } }
  })
}
