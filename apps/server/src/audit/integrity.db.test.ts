import { expect, it } from 'vitest'
import { canonical, sha256 } from '../canonical.ts'
import { NOON } from '../context.fixture.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import type { Db } from '../db/open.ts'
import { integrityOf } from './integrity.ts'
import { audited } from './service.ts'

const BODY = canonical({ points: 1 })
const OTHER = canonical({ points: 100 })

/** A round with one published version and one submission, as they stand after the services have written them. */
async function sealed({ db, dialect }: TestDatabase): Promise<void> {
  const ctx = { db, dialect, user: null, now: () => NOON }
  const definition = { hash: sha256('{}'), body: '{}', createdAt: NOON }
  await db.insertInto('definition').values(definition).execute()
  await db
    .insertInto('round')
    .values({
      id: 'hall',
      kind: 'round',
      state: 'published',
      title: 'Hall',
      description: '',
      rubricId: 'hall',
      edition: '1',
      year: 2014,
      country: 'NO',
      referenceDate: '2014-01-01',
      base: definition.hash,
      edits: '{}',
      timeZone: 'Europe/Oslo',
      twoFactorFor: '[]',
      createdAt: NOON,
      version: 1,
    })
    .execute()
  await db
    .insertInto('entry')
    .values({
      id: 'oslo',
      roundId: 'hall',
      name: 'Oslo',
      categoryReason: 'given',
      kind: 'municipality',
      country: 'NO',
      participation: 'compete',
      state: 'accepted',
      origin: 'invited',
      createdAt: NOON,
      version: 1,
    })
    .execute()
  await audited(ctx, 'results.publish', async tx => {
    const published = { version: 1, sha256: sha256(BODY) }
    await tx
      .insertInto('publication')
      .values({ ...published, roundId: 'hall', body: BODY, publishedAt: NOON })
      .execute()
    return { subject: 'round/hall', detail: published, result: null }
  })
  await audited(ctx, 'answers.submit', async tx => {
    const submission = { id: 'first', sha256: sha256(BODY) }
    await tx
      .insertInto('submission')
      .values({ ...submission, roundId: 'hall', entryId: 'oslo', at: NOON, body: BODY })
      .execute()
    return { subject: 'round/hall/entry/oslo', detail: { sha256: submission.sha256 }, result: null }
  })
}

eachDialect('integrity', open => {
  it('finds nothing where nothing was tampered with', async () => {
    await using database = await open()
    await sealed(database)
    const { head, ...rest } = await integrityOf(database.db)
    expect(rest).toEqual({ rows: 2, publications: 1, submissions: 1, findings: [] })
    expect((await integrityOf(database.db, head)).findings).toEqual([])
  })

  it.each<[string, (db: Db) => { execute: () => Promise<unknown> }, string | string[]]>([
    [
      'a publication that was changed',
      db => db.updateTable('publication').set({ body: OTHER }),
      'version 1 of round hall has been changed',
    ],
    [
      'one that was changed with its hash',
      db => db.updateTable('publication').set({ body: OTHER, sha256: sha256(OTHER) }),
      'version 1 of round hall is not what was published',
    ],
    [
      'one that was made up',
      db =>
        db.insertInto('publication').values({
          roundId: 'hall',
          version: 2,
          sha256: sha256(OTHER),
          body: OTHER,
          publishedAt: NOON,
        }),
      'version 2 of round hall was never published: the log does not know it',
    ],
    ['one that was taken away', db => db.deleteFrom('publication'), 'version 1 of round hall is gone'],
    [
      'answers that were changed after they were sent in',
      db => db.updateTable('submission').set({ body: OTHER }),
      'submission first of entry oslo in round hall has been changed',
    ],
    [
      'such answers, changed with their hash',
      db => db.updateTable('submission').set({ body: OTHER, sha256: sha256(OTHER) }),
      [
        'submission first of entry oslo in round hall is not what was sent in',
        `a submission of entry oslo in round hall is gone: ${sha256(BODY)}`,
      ],
    ],
    [
      'such answers, taken away',
      db => db.deleteFrom('submission'),
      `a submission of entry oslo in round hall is gone: ${sha256(BODY)}`,
    ],
    [
      'a line of the log',
      db => db.updateTable('audit').set({ at: '2014-06-02T12:00:00.000Z' }).where('seq', '=', 1),
      'audit row 1 has been tampered with',
    ],
  ])('finds %s', async (_, tamper, finding) => {
    await using database = await open()
    await sealed(database)
    await tamper(database.db).execute()
    expect((await integrityOf(database.db)).findings).toEqual([finding].flat())
  })

  it('finds that the end of the log was cut off by the hash that it had', async () => {
    await using database = await open()
    await sealed(database)
    const { head } = await integrityOf(database.db)
    await database.db.deleteFrom('audit').where('seq', '=', 2).execute()
    expect((await integrityOf(database.db, head)).findings).toEqual([
      `the audit log does not hold ${head}: rows have been cut off or written anew`,
      'submission first of entry oslo in round hall is not what was sent in',
    ])
  })
})
