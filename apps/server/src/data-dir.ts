import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { StartupError } from './startup-error.ts'

/** Makes the folder and sees that it can be written; gives its full path. */
export async function openDataDir(folder: string): Promise<string> {
  const path = resolve(folder)
  try {
    await mkdir(join(path, 'uploads'), { recursive: true })
    await access(path, constants.W_OK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new StartupError(
      `DATA_DIR ${path} cannot be written (${code}). Choose a folder that this user may write.`,
    )
  }
  return path
}

/** A file that only this user may read; made on first use. */
export async function keptSecret(path: string, make: () => string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(missing)
  if (kept !== undefined) return kept
  const secret = make()
  await writeFile(path, secret, { mode: 0o600, flag: 'wx' })
  return secret
}

export const signingSecret = (dataDir: string): Promise<string> =>
  keptSecret(join(dataDir, 'secret'), () => randomBytes(32).toString('base64url'))

const missing = (error: unknown): undefined => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
