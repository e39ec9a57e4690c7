import { randomUUID } from 'node:crypto'
import { translate } from '@tumstock/rubric/text'
import { readTable } from '@tumstock/tables/read-table'
import { TableError } from '@tumstock/tables/table-error'
import { sha256 } from '../canonical.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition, ownRound, type RoundRow } from '../rounds/service.ts'
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
export type Kept = Pick<Preview, 'rows' | 'good'> & { badRows: number; sha256: string }

/** Rows that a preview shows, and bad cells that it lists; all of them are counted. */
const SHOWN = { rows: 50, bad: 1000 }

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
  const { columns, rows, good, bad } = read
  const badRows = new Set(bad.map(cell => cell.row)).size
  const kept: Kept = { rows, good, badRows, sha256: file.sha256 }
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
  return {
    token,
    fileName: file.fileName,
    columns,
    rows,
    good: good.length,
    badRows,
    badCells: bad.length,
    bad: bad.slice(0, SHOWN.bad),
    preview: good.slice(0, SHOWN.rows),
  }
}
