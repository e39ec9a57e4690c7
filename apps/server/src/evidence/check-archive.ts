import { type Entry, openPromise } from 'yauzl'
import { Refusal } from '../refusal.ts'

/** A document of a thousand pages stays far below; what unpacks to more was made to fill somebody's disk. */
const MOST_FILES = 5000
const MOST_BYTES = 300 * 1024 * 1024
const MOST_TIMES = 200

const NESTED = /\.(zip|jar|war|7z|rar|gz|tgz|bz2|xz|tar|zst|cab|iso)$/i
const ACTIVE = /(^|\/)vbaproject\.bin$|\.(exe|dll|js|vbs|bat|cmd|ps1|sh|html?|swf|hta|scr|com)$/i
const ENCRYPTED = 1

/**
 * Refuses an office document that would unpack to too much, that holds archives, macros or programs, or that is locked. It
 * is looked at by its list of contents; nothing is unpacked.
 *
 * @throws Refusal `bad-input`
 */
export async function checkArchive(path: string): Promise<void> {
  const archive = await openPromise(path, { autoClose: false }).catch(unreadable)
  try {
    let files = 0
    let bytes = 0
    let packed = 0
    for await (const entry of contentsOf(archive)) {
      files += 1
      bytes += entry.uncompressedSize
      packed += entry.compressedSize
      if (files > MOST_FILES) throw refuse(`The file holds more than ${MOST_FILES} parts.`)
      if (bytes > MOST_BYTES || bytes > 1024 * 1024 + packed * MOST_TIMES)
        throw refuse('The file would unpack to far more than it is.')
      if (NESTED.test(entry.fileName)) throw refuse('The file holds another archive. Send what is in it.')
      if (ACTIVE.test(entry.fileName))
        throw refuse('The file holds macros or programs. Save it without, or as PDF.')
      if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
        throw refuse('The file is locked with a password. Send it without.')
    }
  } finally {
    archive.close()
  }
}

async function* contentsOf(archive: Awaited<ReturnType<typeof openPromise>>): AsyncGenerator<Entry> {
  try {
    yield* archive.eachEntry()
  } catch (cause) {
    unreadable(cause)
  }
}

const unreadable = (cause: unknown): never => {
  if (cause instanceof Refusal) throw cause
  const why = cause instanceof Error ? cause.message : String(cause)
  throw refuse(`The file cannot be read as a document: ${why}.`)
}

const refuse = (message: string) => new Refusal('bad-input', message, { path: 'file' })
