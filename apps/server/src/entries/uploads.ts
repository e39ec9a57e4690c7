import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../canonical.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { forgetPreviews } from './queries.ts'

export type Upload = { fileName: string; sha256: string; bytes: Uint8Array }

export const uploadsFolder = (dataDir: string): string => join(dataDir, 'uploads')

/** Where an uploaded file's bytes lie. */
export const uploadPath = (dataDir: string, id: string): string => join(uploadsFolder(dataDir), id)

const DAY = 24 * 60 * 60 * 1000

/**
 * What was sent and previewed a day ago or more has served its purpose, and may hold what nobody wanted to import. Evidence
 * stays as long as an answer has it.
 */
export async function forgetOld(ctx: Context): Promise<void> {
  const before = new Date(Date.parse(ctx.now()) - DAY).toISOString()
  await forgetPreviews(ctx.db, before)
  const gone = await ctx.db
    .deleteFrom('upload')
    .where('createdAt', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('evidence').select('id').whereRef('evidence.uploadId', '=', 'upload.id'))),
    )
    .returning('id')
    .execute()
  for (const { id } of gone) await rm(uploadPath(ctx.dataDir, id), { force: true })
  await forgetParts(ctx, before)
}

/** While a file comes in, its name ends so; one that a crash has left behind is nobody's. */
export const PART = '.part'

async function forgetParts({ dataDir }: Pick<Context, 'dataDir'>, before: string): Promise<void> {
  const folder = uploadsFolder(dataDir)
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw cause
  })
  for (const name of names.filter(one => one.endsWith(PART))) {
    const path = join(folder, name)
    const known = await stat(path).catch(() => undefined)
    if (known && known.mtime.toISOString() < before) await rm(path, { force: true })
  }
}

/** Keeps a file's bytes in the data folder and what it is in the database; gives the id that a preview asks for. */
export async function keepUpload(
  ctx: Context,
  file: { fileName: string; contentType: string; bytes: Uint8Array },
): Promise<{ uploadId: string; size: number }> {
  if (!ctx.user) throw new Refusal('sign-in-needed', 'Sign in first.')
  await forgetOld(ctx)
  const id = randomUUID()
  await mkdir(uploadsFolder(ctx.dataDir), { recursive: true, mode: 0o700 })
  await writeFile(uploadPath(ctx.dataDir, id), file.bytes, { mode: 0o600 })
  await ctx.db
    .insertInto('upload')
    .values({
      id,
      fileName: file.fileName.slice(0, 200),
      contentType: file.contentType.slice(0, 200),
      size: file.bytes.length,
      sha256: sha256(file.bytes),
      createdAt: ctx.now(),
      createdBy: ctx.user.id,
    })
    .execute()
  return { uploadId: id, size: file.bytes.length }
}

/** A file that this person sent; another's is as if there were none. */
export async function readUpload(ctx: Context, id: string): Promise<Upload> {
  const row = await ctx.db
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', id)
    .where('createdBy', '=', ctx.user?.id ?? '')
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', `There is no uploaded file ${id}. Send it again.`)
  try {
    return {
      fileName: row.fileName,
      sha256: row.sha256,
      bytes: await readFile(uploadPath(ctx.dataDir, row.id)),
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    throw new Refusal('not-found', 'The uploaded file is no longer there. Send it again.')
  }
}
