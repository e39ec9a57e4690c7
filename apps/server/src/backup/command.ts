import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Integrity, integrityOf } from '../audit/integrity.ts'
import { audited } from '../audit/service.ts'
import { readConfig } from '../config.ts'
import { openDataDir } from '../data-dir.ts'
import type { Db, OpenDatabase } from '../db/open.ts'
import { StartupError } from '../startup-error.ts'
import { backUp } from './back-up.ts'
import { fileFindings } from './files.ts'
import { checkArchive, type Manifest } from './manifest.ts'
import { keepNewest, pointAt, pointName } from './points.ts'
import { restore } from './restore.ts'
import { connectAnyway, connectTo, tablesIn } from './target.ts'

type OnProgress = (share: number) => void

const now = () => new Date().toISOString()

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()

/** Runs with the installation that the environment names, as a server would. */
async function withDatabase<T>(
  open: (config: ReturnType<typeof readConfig>) => OpenDatabase,
  run: (source: OpenDatabase & { dataDir: string }) => Promise<T>,
): Promise<T> {
  const config = readConfig([])
  const dataDir = await openDataDir(config.dataDir)
  const database = open({ ...config, dataDir })
  try {
    return await run({ ...database, dataDir })
  } finally {
    await database.close()
  }
}

export type BackedUp = { path: string; size: number; removed: number; manifest: Manifest }

/**
 * Backs the installation up into a file, or into a folder under the time's name.
 *
 * @param keep of a folder's backups, the newest that stay
 * @throws StartupError in one line
 */
export async function backUpTo(
  where: string,
  options: { keep: number | undefined; withSecret: boolean; onProgress: OnProgress },
): Promise<BackedUp> {
  const { keep, ...rest } = options
  const folder = isFolder(where) ? where : undefined
  if (keep !== undefined && folder === undefined)
    throw new StartupError(`--keep takes a folder of backups, and ${where} is none.`)
  const at = now()
  const path = resolve(folder === undefined ? where : join(folder, pointName(at)))
  if (existsSync(path)) throw new StartupError(`${path} is there already. A backup replaces nothing.`)
  const manifest = await withDatabase(connectTo, source => backUp(source, path, { ...rest, at }))
  const removed = folder !== undefined && keep !== undefined ? await keepNewest(folder, keep) : 0
  return { path, size: statSync(path).size, removed, manifest }
}

export type Restored = {
  path: string
  manifest: Manifest
  /** Where what was there before has been backed up to. */
  before: string | null
  /** Not sent yet at that time, whatever has been sent since. */
  letters: number
  /** True where DATA_DIR has no signing secret now. */
  secretMissing: boolean
}

/**
 * Restores a backup, or of a folder of backups the last at or before a time.
 *
 * @param force also where there is something: it is backed up first
 * @throws StartupError in one line; nothing is changed then
 */
export async function restoreFrom(
  where: string,
  options: { to: string | undefined; force: boolean; onProgress: OnProgress },
): Promise<Restored> {
  const { to, force, onProgress } = options
  if (to !== undefined && !isFolder(where))
    throw new StartupError(`--to chooses from a folder of backups, and ${where} is none.`)
  const path = isFolder(where) ? (await pointAt(where, to)).path : where
  if (!existsSync(path)) throw new StartupError(`There is no file ${path}.`)
  const manifest = await checkArchive(path)
  return withDatabase(connectAnyway, async target => {
    const empty = (await tablesIn(target.db)).length === 0
    if (!empty && !force)
      throw new StartupError(
        'The installation is not empty. With --force it is backed up into its DATA_DIR first, and then replaced.',
      )
    const at = now()
    const before = empty ? null : join(target.dataDir, `before-restore-${pointName(at)}`)
    const secure = (db: Db) =>
      before === null ? undefined : backUp({ ...target, db }, before, { withSecret: manifest.secret, at })
    await restore(target, path, { manifest, onProgress, secure: async connection => secure(connection) })
    const { at: madeAt, log } = manifest
    await audited({ ...target, user: null, now }, 'installation.restore', async () => ({
      subject: 'installation',
      detail: { from: madeAt, head: log.head },
      result: undefined,
    }))
    const secretMissing = !existsSync(join(target.dataDir, 'secret'))
    const letters = await target.db.selectFrom('mail').select('id').where('state', '=', 'queued').execute()
    return { path, manifest, before, letters: letters.length, secretMissing }
  })
}

export type Verified = Integrity & { files: number }

/** Looks for what has been tampered with: log, publications, submissions, uploaded files. */
export const verifyInstallation = (head: string | undefined): Promise<Verified> =>
  withDatabase(connectTo, async ({ db, dataDir }) => {
    const integrity = await integrityOf(db, head)
    const { files, findings } = await fileFindings(db, dataDir)
    return { ...integrity, files, findings: [...integrity.findings, ...findings] }
  })
