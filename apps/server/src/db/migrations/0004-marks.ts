import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('mark')
    .addColumn('entryId', 'text', c => c.notNull().references('entry.id').onDelete('cascade'))
    .addColumn('roundId', 'text', c => c.notNull())
    .addColumn('criterion', 'text', c => c.notNull())
    .addColumn('seat', 'integer', c => c.notNull())
    .addColumn('points', 'double precision', c => c.notNull())
    .addColumn('importId', 'text')
    .addColumn('at', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('markKey', ['entryId', 'criterion', 'seat'])
    .execute()
  await schema.createIndex('markRound').on('mark').column('roundId').execute()
}
