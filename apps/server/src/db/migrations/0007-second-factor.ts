import type { Kysely } from 'kysely'

/** A second factor in better-auth's own column names, and the organisation number that an identity provider tells. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .alterTable('user')
    .addColumn('twoFactorEnabled', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await schema.alterTable('user').addColumn('organisationNumber', 'text').execute()
  // Nobody registers by themselves: every address was given by somebody who runs the installation. Taken as unproven, the
  // first sign-in by link would throw its owner's password away.
  await db
    .withTables<{ user: { emailVerified: number } }>()
    .updateTable('user')
    .set({ emailVerified: 1 })
    .execute()
  await schema
    .createTable('twoFactor')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('secret', 'text', c => c.notNull())
    .addColumn('backupCodes', 'text', c => c.notNull())
    .addColumn('userId', 'text', c => c.notNull().unique().references('user.id').onDelete('cascade'))
    .addColumn('verified', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('failedVerificationCount', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('lockedUntil', 'text')
    .execute()
}
