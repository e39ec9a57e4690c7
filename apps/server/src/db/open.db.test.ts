import { expect, it } from 'vitest'
import { eachDialect } from './each-dialect.ts'
import { migrate } from './migrate.ts'

eachDialect('database', open => {
  it('has every table after migrating from empty, and migrating again changes nothing', async () => {
    await using database = await open()
    await migrate(database.db)
    const tables = await database.db.introspection.getTables()
    expect(tables.map(table => table.name).toSorted()).toEqual(
      [
        'account',
        'analysis',
        'answer',
        'assignment',
        'audit',
        'conflict',
        'definition',
        'entry',
        'entryUnit',
        'evaluation',
        'evidence',
        'extension',
        'importBatch',
        'importPreview',
        'invitation',
        'job',
        'mail',
        'mark',
        'member',
        'nomination',
        'nominee',
        'organization',
        'presence',
        'publication',
        'reminder',
        'reply',
        'responseTarget',
        'round',
        'rubric',
        'seat',
        'seatInvitation',
        'session',
        'stage',
        'stageChange',
        'submission',
        'twoFactor',
        'upload',
        'user',
        'verification',
      ].toSorted(),
    )
  })

  it('holds text, integers and doubles only', async () => {
    await using database = await open()
    const tables = await database.db.introspection.getTables()
    const types = new Set(tables.flatMap(table => table.columns.map(column => column.dataType.toLowerCase())))
    const allowed = ['text', 'integer', 'int4', 'double precision', 'float8']
    expect([...types].filter(type => !allowed.includes(type))).toEqual([])
  })

  it('refuses a database that a newer version has migrated, in one line', async () => {
    await using database = await open()
    const ledger = database.db.withTables<{ kysely_migration: { name: string; timestamp: string } }>()
    await ledger.insertInto('kysely_migration').values({ name: '9999-later', timestamp: '2999' }).execute()
    await expect(migrate(database.db)).rejects.toThrow(
      'The database is of a newer version of Tumstock (it knows 9999-later). Start that version, or use another DATA_DIR.',
    )
  })
})
