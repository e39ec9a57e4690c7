import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { Context } from '../context.ts'
import { PART, uploadPath, uploadsFolder } from '../entries/uploads.ts'
import { refuseCut } from '../http/sent-file.ts'
import { Refusal } from '../refusal.ts'

/** A file that has come in and lies in the data folder, under a name that nothing finds yet. */
export type ReceivedFile = { path: string; size: number; sha256: string }

/**
 * Writes what comes in to the disk, piece by piece: it is there, and stays, when this returns.
 *
 * @throws Refusal `bad-input` for an empty file, `too-large`
 */
export async function receiveFile(
  { dataDir }: Pick<Context, 'dataDir'>,
  part: MultipartFile,
): Promise<ReceivedFile> {
  await mkdir(uploadsFolder(dataDir), { recursive: true, mode: 0o700 })
  const path = uploadPath(dataDir, randomUUID() + PART)
  try {
    await using file = await open(path, 'wx', 0o600)
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of part.file) {
      const piece = chunk as Buffer
      hash.update(piece)
      size += piece.length
      await file.writeFile(piece)
    }
    refuseCut(part)
    if (size === 0) throw new Refusal('bad-input', 'The file is empty.', { path: 'file' })
    await file.sync()
    return { path, size, sha256: hash.digest('hex') }
  } catch (error) {
    await dropFile({ path })
    throw error
  }
}

/** Gives a file its place under the id that the database knows it by. */
export async function placeFile(
  { dataDir }: Pick<Context, 'dataDir'>,
  { path }: ReceivedFile,
  id: string,
): Promise<void> {
  await rename(path, uploadPath(dataDir, id))
  await using folder = await open(uploadsFolder(dataDir))
  await folder.sync()
}

export const dropFile = ({ path }: Pick<ReceivedFile, 'path'>): Promise<void> => rm(path, { force: true })
