import { createHmac, randomBytes } from 'node:crypto'
import type { Insertable } from 'kysely'
import { type Integrity, integrityOf } from './audit/integrity.ts'
import type { Config } from './config.ts'
import { signingSecret } from './data-dir.ts'
import { type Db, type OpenDatabase, openDatabase } from './db/open.ts'
import type { EntryTable } from './db/schema.ts'

/** Somebody who leads an entry of their own, signed in. */
export type Somebody = { entry: string; cookie: string }

type Where = Pick<Config, 'dataDir' | 'databaseUrl'>

const HOUR = 3_600_000
const AT_ONCE = 200

async function inDatabase<T>({ dataDir, databaseUrl }: Where, use: (database: OpenDatabase) => Promise<T>) {
  const place = databaseUrl === undefined ? { folder: dataDir } : { url: databaseUrl }
  const database = await openDatabase(place, () => undefined)
  try {
    return await use(database)
  } finally {
    await database.close()
  }
}

/**
 * Seats many people at once in an open round, whose survey opens now: each has a session, and leads an entry of their
 * own. Signing them in one by one would take minutes.
 */
export const seatCrowd = (
  where: Where,
  { round, people }: { round: string; people: number },
): Promise<Somebody[]> =>
  inDatabase(where, async ({ db }) => {
    const secret = await signingSecret(where.dataDir)
    const crowd: Somebody[] = []
    for (let from = 0; from < people; from += AT_ONCE)
      crowd.push(...(await seatSome(db, { round, secret, from, to: Math.min(people, from + AT_ONCE) })))
    await db
      .updateTable('stage')
      .set({ opensAt: timeIn(-HOUR), closesAt: timeIn(24 * HOUR) })
      .where('roundId', '=', round)
      .where('kind', '=', 'survey')
      .execute()
    return crowd
  })

type Some = { round: string; secret: string; from: number; to: number }

async function seatSome(db: Db, { round, secret, from, to }: Some): Promise<Somebody[]> {
  const at = timeIn(0)
  const some = Array.from({ length: to - from }, (_, i) => ({
    id: `crowd-${from + i}`,
    token: randomBytes(24).toString('base64url'),
  }))
  const entry = { roundId: round, category: null, categoryReason: 'given', population: null } as const
  const kind = { kind: 'municipality', country: 'NO', participation: 'compete', state: 'accepted' } as const
  const entries: Insertable<EntryTable>[] = some.map(({ id }) => ({
    ...entry,
    ...kind,
    id: `entry-of-${id}`,
    name: `Entry of ${id}`,
    origin: 'invited',
    createdAt: at,
    version: 1,
  }))
  const stamps = { createdAt: at, updatedAt: at }
  await db.transaction().execute(async tx => {
    await tx.insertInto('entry').values(entries).execute()
    await tx
      .insertInto('user')
      .values(
        some.map(({ id }) => ({
          ...stamps,
          id,
          name: `Lead ${id}`,
          email: `${id}@crowd.example`,
          emailVerified: 1,
          role: 'participant',
          twoFactorEnabled: 0,
        })),
      )
      .execute()
    await tx
      .insertInto('session')
      .values(
        some.map(({ id, token }) => ({
          ...stamps,
          id: `session-of-${id}`,
          token,
          userId: id,
          expiresAt: timeIn(48 * HOUR),
        })),
      )
      .execute()
    await tx
      .insertInto('seat')
      .values(
        some.map(({ id }) => ({
          id: `seat-of-${id}`,
          roundId: round,
          userId: id,
          role: 'lead',
          entryId: `entry-of-${id}`,
          createdAt: at,
        })),
      )
      .execute()
  })
  return some.map(({ id, token }) => ({ entry: `entry-of-${id}`, cookie: cookieOf(token, secret) }))
}

/** As the server signs it. */
const cookieOf = (token: string, secret: string): string => {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

const timeIn = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString()

export type Stands = {
  integrity: Integrity
  /** By entry. */
  entries: Map<string, { version: number; saves: Saved[]; answers: Answered[] }>
}

/** One line of the log. */
export type Saved = { question: string; version: number }
export type Answered = { question: string; value: unknown; version: number }

/** What is in the database of a crowd's round, read past the server. */
export const whatStands = (where: Where, round: string): Promise<Stands> =>
  inDatabase(where, async ({ db }) => {
    const entries: Stands['entries'] = new Map()
    for (const { id, version } of await db
      .selectFrom('entry')
      .select(['id', 'version'])
      .where('roundId', '=', round)
      .execute())
      entries.set(id, { version, saves: [], answers: [] })
    const answers = await db.selectFrom('answer').selectAll().where('roundId', '=', round).execute()
    for (const { entryId, question, value, version } of answers)
      entries.get(entryId)?.answers.push({ question, value: JSON.parse(value), version })
    const log = await db
      .selectFrom('audit')
      .select(['subject', 'detail'])
      .where('action', '=', 'answers.save')
      .orderBy('seq')
      .execute()
    for (const { subject, detail } of log)
      entries.get(subject.replace(`round/${round}/entry/`, ''))?.saves.push(JSON.parse(detail) as Saved)
    return { integrity: await integrityOf(db), entries }
  })
