import type { Db } from '../db/open.ts'
import type { Snapshot } from '../open-data/schemas.ts'
import { newestPublications, publication, publicationStamp } from './queries.ts'

/** Version and hash of the newest published version, or of the one asked for. */
export const publishedStamp = (db: Db, round: string, version?: number) =>
  publicationStamp(db, round, version)

/** Every published round in its newest version. */
export const newestPublished = (db: Db) => newestPublications(db)

/** A version that is known to be published; versions never go away. */
export async function publishedVersion(
  db: Db,
  round: string,
  version?: number,
): Promise<{ version: number; text: string; snapshot: Snapshot }> {
  const row = await publication(db, round, version)
  if (!row) throw new Error(`Round ${round} has no published version ${version ?? ''}.`)
  return { version: row.version, text: row.body, snapshot: JSON.parse(row.body) as Snapshot }
}
