import { randomBytes, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StartupError } from './startup-error.ts'

/** Makes the folder and sees that it can be written; gives its full path. */
export async function openDataDir(folder: string): Promise<string> {
  const path = resolve(folder)
  try {
    await makeFolder(join(path, 'uploads'))
    await access(path, constants.W_OK)
  } catch (error) {
    throw new StartupError(
      `DATA_DIR ${path} cannot be written (${codeOf(error)}). Choose a folder that this user may write.`,
    )
  }
  return path
}

/**
 * With the folders above it, for this user alone: sessions and password hashes lie there. Node's own `recursive` never
 * comes back where a file system such as /proc says that a folder which is there is not.
 */
async function makeFolder(path: string): Promise<void> {
  const make = () => mkdir(path, { mode: 0o700 })
  try {
    await make()
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT') throw error
    await makeFolder(dirname(path))
    await make()
  }
}

/** A file that only this user may read; made on first use, whole or not at all. */
export async function keptSecret(path: string, make: () => string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(unless('ENOENT'))
  if (kept !== undefined) return kept
  // Of each call alone: another one's draft may be gone before it is linked.
  const draft = `${path}.${randomUUID()}.new`
  await writeFile(draft, make(), { mode: 0o600, flush: true })
  // Where another process was first, its file stays.
  await link(draft, path).catch(unless('EEXIST'))
  await rm(draft)
  return readFile(path, 'utf8')
}

const SECRET_BYTES = 32
const SECRET_LENGTH = Math.ceil((SECRET_BYTES * 4) / 3)

/** Signs the sessions' cookies. */
export async function signingSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret')
  const secret = await keptSecret(path, () => randomBytes(SECRET_BYTES).toString('base64url'))
  if (secret.length < SECRET_LENGTH)
    throw new StartupError(
      `${path} is cut off: it has ${secret.length} of ${SECRET_LENGTH} characters. Put it back, or delete it and everyone signs in anew.`,
    )
  return secret
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'

const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (codeOf(error) !== code) throw error
  }
