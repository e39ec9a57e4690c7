import { type Kysely, sql } from 'kysely'

/** Everything that people who take part in a round need: seats, invitations, stages that move, replies, mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widen(db)
  await seats(db)
  await entries(db)
  await evidence(db)
  await stages(db)
  await mail(db)
  // What is there was imported or written by an organiser, and counts.
  await sql`update "entry" set "submittedAt" = "createdAt" where "id" in
    (select "entryId" from "answer" union select "entryId" from "mark")`.execute(db)
}

async function widen({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('round')
    .addColumn('timeZone', 'text', c => c.notNull().defaultTo('Europe/Oslo'))
    .execute()
  // When evaluated results go out by themselves; null = by hand.
  await schema.alterTable('round').addColumn('releaseAt', 'text').execute()
  // JSON list of round roles that have to have two-factor.
  await schema
    .alterTable('round')
    .addColumn('twoFactorFor', 'text', c => c.notNull().defaultTo('[]'))
    .execute()
  await schema.alterTable('round').addColumn('prefillFrom', 'text').execute()
  // From when on everybody may see who is nominated; null = not announced.
  await schema.alterTable('round').addColumn('nomineesAt', 'text').execute()
  await schema
    .alterTable('stage')
    .addColumn('graceMinutes', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await schema.alterTable('stage').addColumn('replyUntil', 'text').execute()
  await schema
    .alterTable('stage')
    .addColumn('blind', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  const entry = () => schema.alterTable('entry')
  await entry()
    .addColumn('state', 'text', c => c.notNull().defaultTo('accepted'))
    .execute()
  await entry()
    .addColumn('origin', 'text', c => c.notNull().defaultTo('invited'))
    .execute()
  for (const column of [
    'language',
    'contact',
    'reason',
    'overrideReason',
    'completeUntil',
    'submittedAt',
    'joinedTo',
    'ineligible',
  ] as const)
    await entry().addColumn(column, 'text').execute()
  await schema.alterTable('entryUnit').addColumn('ownEntryId', 'text').execute()
  await schema.alterTable('upload').addColumn('roundId', 'text').execute()
  await schema.alterTable('upload').addColumn('entryId', 'text').execute()
  await schema.alterTable('job').addColumn('dueAt', 'text').execute()
  // JSON of what stood beneath a finding when it was made.
  await schema.alterTable('answer').addColumn('against', 'text').execute()
}

async function seats({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('seat')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('roundId', 'text', c => c.notNull().references('round.id').onDelete('cascade'))
    .addColumn('userId', 'text', c => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('entryId', 'text', c => c.references('entry.id').onDelete('cascade'))
    .addColumn('sections', 'text')
    .addColumn('createdAt', 'text', c => c.notNull())
    .addColumn('createdBy', 'text')
    .execute()
  await schema.createIndex('seatUser').on('seat').columns(['userId', 'roundId']).execute()
  await schema.createIndex('seatRound').on('seat').columns(['roundId', 'role']).execute()
  await schema.createIndex('seatEntry').on('seat').column('entryId').execute()
  await schema
    .createTable('seatInvitation')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('roundId', 'text', c => c.notNull().references('round.id').onDelete('cascade'))
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('entryId', 'text', c => c.references('entry.id').onDelete('cascade'))
    .addColumn('sections', 'text')
    .addColumn('email', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('language', 'text', c => c.notNull())
    .addColumn('tokenHash', 'text', c => c.notNull().unique())
    .addColumn('expiresAt', 'text', c => c.notNull())
    .addColumn('createdAt', 'text', c => c.notNull())
    .addColumn('createdBy', 'text')
    .addColumn('acceptedAt', 'text')
    .addColumn('acceptedBy', 'text')
    .addColumn('revokedAt', 'text')
    .execute()
  await schema.createIndex('seatInvitationRound').on('seatInvitation').column('roundId').execute()
  await schema
    .createTable('assignment')
    .addColumn('roundId', 'text', c => c.notNull().references('round.id').onDelete('cascade'))
    .addColumn('entryId', 'text', c => c.notNull().references('entry.id').onDelete('cascade'))
    .addColumn('userId', 'text', c => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('createdAt', 'text', c => c.notNull())
    .addColumn('createdBy', 'text')
    .addPrimaryKeyConstraint('assignmentKey', ['entryId', 'userId', 'role'])
    .execute()
  await schema.createIndex('assignmentUser').on('assignment').columns(['userId', 'roundId']).execute()
  await schema
    .createTable('conflict')
    .addColumn('roundId', 'text', c => c.notNull().references('round.id').onDelete('cascade'))
    .addColumn('entryId', 'text', c => c.notNull().references('entry.id').onDelete('cascade'))
    .addColumn('userId', 'text', c => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('source', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('by', 'text')
    .addPrimaryKeyConstraint('conflictKey', ['entryId', 'userId'])
    .execute()
  await schema.createIndex('conflictUser').on('conflict').columns(['userId', 'roundId']).execute()
}

async function entries({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('nomination')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('roundId', 'text', c => c.notNull().references('round.id').onDelete('cascade'))
    .addColumn('entryId', 'text', c => c.references('entry.id').onDelete('set null'))
    .addColumn('units', 'text', c => c.notNull())
    .addColumn('title', 'text')
    .addColumn('answers', 'text', c => c.notNull())
    .addColumn('nominatorName', 'text', c => c.notNull())
    .addColumn('nominatorEmail', 'text', c => c.notNull())
    .addColumn('language', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('decidedAt', 'text')
    .addColumn('decidedBy', 'text')
    .execute()
  await schema.createIndex('nominationRound').on('nomination').columns(['roundId', 'state']).execute()
  await schema
    .createTable('nominee')
    .addColumn('roundId', 'text', c => c.notNull().references('round.id').onDelete('cascade'))
    .addColumn('award', 'text', c => c.notNull())
    .addColumn('entryId', 'text', c => c.notNull().references('entry.id').onDelete('cascade'))
    .addColumn('reasons', 'text', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('by', 'text')
    .addPrimaryKeyConstraint('nomineeKey', ['award', 'entryId'])
    .execute()
  await schema.createIndex('nomineeRound').on('nominee').column('roundId').execute()
  await schema
    .createTable('submission')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('entryId', 'text', c => c.notNull().references('entry.id').onDelete('cascade'))
    .addColumn('roundId', 'text', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('by', 'text')
    .addColumn('sha256', 'text', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('reopenedAt', 'text')
    .addColumn('reopenedBy', 'text')
    .addColumn('reopenReason', 'text')
    .execute()
  await schema.createIndex('submissionEntry').on('submission').columns(['entryId', 'at']).execute()
  await schema
    .createTable('presence')
    .addColumn('entryId', 'text', c => c.notNull().references('entry.id').onDelete('cascade'))
    .addColumn('userId', 'text', c => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('section', 'text')
    .addColumn('at', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('presenceKey', ['entryId', 'userId'])
    .execute()
  await schema
    .createTable('responseTarget')
    .addColumn('roundId', 'text', c => c.notNull().references('round.id').onDelete('cascade'))
    .addColumn('group', 'text', c => c.notNull())
    .addColumn('share', 'double precision', c => c.notNull())
    .addPrimaryKeyConstraint('responseTargetKey', ['roundId', 'group'])
    .execute()
}

async function evidence({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('evidence')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('entryId', 'text', c => c.notNull().references('entry.id').onDelete('cascade'))
    .addColumn('roundId', 'text', c => c.notNull())
    .addColumn('question', 'text', c => c.notNull())
    .addColumn('layer', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('uploadId', 'text')
    .addColumn('url', 'text')
    .addColumn('checkedOn', 'text')
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('authorId', 'text')
    .addColumn('at', 'text', c => c.notNull())
    .execute()
  await schema.createIndex('evidenceEntry').on('evidence').columns(['entryId', 'question']).execute()
  await schema.createIndex('evidenceUpload').on('evidence').column('uploadId').execute()
  await schema
    .createTable('reply')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('entryId', 'text', c => c.notNull().references('entry.id').onDelete('cascade'))
    .addColumn('roundId', 'text', c => c.notNull())
    .addColumn('question', 'text', c => c.notNull())
    .addColumn('layer', 'text', c => c.notNull())
    .addColumn('stance', 'text', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('authorId', 'text')
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('outcome', 'text')
    .addColumn('answer', 'text')
    .addColumn('before', 'text')
    .addColumn('answeredBy', 'text')
    .addColumn('answeredAt', 'text')
    .addUniqueConstraint('replyOnce', ['entryId', 'question', 'layer'])
    .execute()
  await schema.createIndex('replyRound').on('reply').column('roundId').execute()
}

async function stages({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('extension')
    .addColumn('entryId', 'text', c => c.notNull().references('entry.id').onDelete('cascade'))
    .addColumn('roundId', 'text', c => c.notNull())
    .addColumn('stage', 'text', c => c.notNull())
    .addColumn('until', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('by', 'text')
    .addPrimaryKeyConstraint('extensionKey', ['entryId', 'stage'])
    .execute()
  await schema.createIndex('extensionRound').on('extension').column('roundId').execute()
  await schema
    .createTable('stageChange')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('roundId', 'text', c => c.notNull().references('round.id').onDelete('cascade'))
    .addColumn('stage', 'text', c => c.notNull())
    .addColumn('change', 'text', c => c.notNull())
    .addColumn('scheduledFor', 'text')
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('by', 'text')
    .addColumn('reason', 'text')
    .addColumn('detail', 'text', c => c.notNull())
    .execute()
  await schema.createIndex('stageChangeRound').on('stageChange').columns(['roundId', 'at']).execute()
}

async function mail({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('mail')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('key', 'text', c => c.notNull().unique())
    .addColumn('roundId', 'text', c => c.references('round.id').onDelete('cascade'))
    .addColumn('recipient', 'text', c => c.notNull())
    .addColumn('subject', 'text', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('failure', 'text')
    .addColumn('attempts', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('createdAt', 'text', c => c.notNull())
    .addColumn('sentAt', 'text')
    .execute()
  await schema.createIndex('mailRound').on('mail').columns(['roundId', 'createdAt']).execute()
  await schema
    .createTable('reminder')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('roundId', 'text', c => c.notNull().references('round.id').onDelete('cascade'))
    .addColumn('group', 'text', c => c.notNull())
    .addColumn('texts', 'text', c => c.notNull())
    .addColumn('recipients', 'integer', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('by', 'text')
    .execute()
}
