import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('job')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('key', 'text', c => c.notNull().unique())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('payload', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('progress', 'double precision', c => c.notNull())
    .addColumn('failure', 'text')
    .addColumn('attempts', 'integer', c => c.notNull())
    .addColumn('owner', 'text')
    .addColumn('leaseUntil', 'text')
    .addColumn('createdAt', 'text', c => c.notNull())
    .addColumn('finishedAt', 'text')
    .execute()
  await schema.createIndex('jobState').on('job').columns(['state', 'createdAt']).execute()
  await schema
    .createTable('analysis')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('roundId', 'text', c => c.notNull().references('round.id').onDelete('cascade'))
    .addColumn('jobId', 'text', c => c.notNull().references('job.id'))
    .addColumn('inputHash', 'text', c => c.notNull())
    .addColumn('request', 'text', c => c.notNull())
    .addColumn('result', 'text')
    .addColumn('createdAt', 'text', c => c.notNull())
    .addColumn('createdBy', 'text')
    .execute()
  await schema.createIndex('analysisRound').on('analysis').column('roundId').execute()
}
