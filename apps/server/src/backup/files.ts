import { readFile } from 'node:fs/promises'
import { sha256 } from '../canonical.ts'
import type { Db } from '../db/open.ts'
import { uploadPath } from '../entries/uploads.ts'

export type KeptFile = { id: string; sha256: string }

export const filesIn = (db: Db): Promise<KeptFile[]> =>
  db.selectFrom('upload').select(['id', 'sha256']).orderBy('id').execute()

/** The file's bytes, and what is wrong with them. */
export async function readKept(
  dataDir: string,
  { id, sha256: hash }: KeptFile,
): Promise<{ bytes: Buffer | undefined; finding: string | undefined }> {
  const bytes = await readFile(uploadPath(dataDir, id)).catch(unlessGone)
  if (!bytes) return { bytes, finding: `uploaded file ${id} is not in the data folder` }
  return { bytes, finding: sha256(bytes) === hash ? undefined : `uploaded file ${id} has been changed` }
}

/** Holds every uploaded file to its hash. */
export async function fileFindings(db: Db, dataDir: string): Promise<{ files: number; findings: string[] }> {
  const kept = await filesIn(db)
  const findings: string[] = []
  for (const file of kept) {
    const { finding } = await readKept(dataDir, file)
    if (finding !== undefined) findings.push(finding)
  }
  return { files: kept.length, findings }
}

const unlessGone = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error
}
