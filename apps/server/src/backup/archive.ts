import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, type Pack, pack } from 'tar-stream'
import { sha256 } from '../canonical.ts'

export type Part = { name: string; size: number; sha256: string }

export type AddPart = (name: string, bytes: Buffer) => Promise<Part>

/** Writes a `.tar.gz` that only this user may read, whole or not at all. */
export async function writeArchive(path: string, fill: (add: AddPart) => Promise<void>): Promise<void> {
  const draft = `${path}.new`
  const tar = pack()
  const written = pipeline(
    tar,
    createGzip(),
    createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
  )
  // A full disk is told to whoever waits for room in the archive.
  const failed = new Promise<never>((_, reject) => void written.catch(reject))
  failed.catch(() => undefined)
  const add: AddPart = async (name, bytes) => {
    await Promise.race([entryIn(tar, name, bytes), failed])
    return { name, size: bytes.length, sha256: sha256(bytes) }
  }
  try {
    await fill(add)
    tar.finalize()
    await written
    await rename(draft, path)
    await settle(dirname(path))
  } catch (error) {
    tar.destroy()
    await written.catch(() => undefined)
    // What is there already is another backup's.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(draft, { force: true })
    throw error
  }
}

const entryIn = (tar: Pack, name: string, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    tar
      .entry({ name, size: bytes.length, mode: 0o600 }, error => (error ? reject(error) : resolve()))
      .end(bytes)
  })

/** A new name is on disk once its folder is. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}

/** The parts of an archive, one at a time. */
export async function* partsIn(path: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const parts = extract()
  const read = pipeline(createReadStream(path), createGunzip(), parts)
  // What goes wrong in reading ends the loop below.
  read.catch(() => undefined)
  for await (const part of parts) yield { name: part.header.name, bytes: await buffer(part) }
  await read
}
