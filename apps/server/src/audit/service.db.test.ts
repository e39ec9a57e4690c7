import { expect, it } from 'vitest'
import { eachDialect } from '../db/each-dialect.ts'
import type { Db, OpenDatabase } from '../db/open.ts'
import { audited, verify } from './service.ts'

const actor = ({ db, dialect }: Pick<OpenDatabase, 'db' | 'dialect'>) => ({
  db,
  dialect,
  user: null,
  now: () => '2014-06-01T12:00:00.000Z',
})

const subjects = async (db: Db) =>
  (await db.selectFrom('audit').select('subject').orderBy('seq').execute()).map(row => row.subject)

eachDialect('audit log', open => {
  it('chains what was done, also when it is done at the same time', async () => {
    await using database = await open()
    const ctx = actor(database)
    const names = Array.from({ length: 20 }, (_, i) => `round/${i}`)
    await Promise.all(
      names.map(subject => audited(ctx, 'rounds.create', async () => ({ subject, result: null }))),
    )
    expect((await subjects(ctx.db)).toSorted()).toEqual(names.toSorted())
    expect(await verify(ctx.db)).toBe(null)
  })

  it('writes nothing when the change fails, and undoes the change with it', async () => {
    await using database = await open()
    const ctx = actor(database)
    const failing = audited(ctx, 'rounds.create', async tx => {
      await tx.insertInto('definition').values({ hash: 'h', body: '{}', createdAt: ctx.now() }).execute()
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(await subjects(ctx.db)).toEqual([])
    expect(await ctx.db.selectFrom('definition').selectAll().execute()).toEqual([])
  })

  it.each([
    [
      'a changed detail',
      (db: Db) => db.updateTable('audit').set({ detail: '{"x":1}' }).where('seq', '=', 2),
      2,
    ],
    ['a removed row', (db: Db) => db.deleteFrom('audit').where('seq', '=', 2), 3],
    ['another actor', (db: Db) => db.updateTable('audit').set({ actorId: 'eve' }).where('seq', '=', 3), 3],
  ])('finds %s', async (_, tamper, at) => {
    await using database = await open()
    const ctx = actor(database)
    for (const subject of ['a', 'b', 'c'])
      await audited(ctx, 'rounds.open', async () => ({ subject, detail: { x: 0 }, result: null }))
    await tamper(ctx.db).execute()
    expect(await verify(ctx.db)).toBe(at)
  })
})
