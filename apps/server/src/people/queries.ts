import type { Db, Tx } from '../db/open.ts'
import type { VerificationTable } from '../db/schema.ts'

/** The organisation that a person works for; the first that they joined. */
export const organisationOf = (db: Db, userId: string): Promise<{ id: string; name: string } | undefined> =>
  db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organizationId')
    .select(['organization.id', 'organization.name'])
    .where('member.userId', '=', userId)
    .orderBy('member.createdAt')
    .limit(1)
    .executeTakeFirst()

/** Everybody, with when a session of theirs was last used. */
export const allPeople = (db: Db) =>
  db
    .selectFrom('user')
    .leftJoin('session', 'session.userId', 'user.id')
    .select(({ fn }) => [
      'user.id',
      'user.name',
      'user.email',
      'user.role',
      'user.createdAt',
      'user.twoFactorEnabled',
      'user.organisationNumber',
      fn.max('session.updatedAt').as('lastSeenAt'),
    ])
    .groupBy('user.id')
    .orderBy('user.name')
    .execute()

export const personById = (db: Db, id: string) =>
  db.selectFrom('user').select(['id', 'role']).where('id', '=', id).executeTakeFirst()

export const personByEmail = (db: Db, email: string) =>
  db.selectFrom('user').select(['id', 'role']).where('email', '=', email).executeTakeFirst()

/** Administrators who are none of `without`. */
export const otherAdmins = (db: Db, without: readonly string[]) =>
  db
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'admin')
    .$if(without.length > 0, query => query.where('email', 'not in', without))
    .execute()

type PersonRow = { id: string; name: string; email: string; role: string; now: string }

export async function insertPerson(tx: Tx, { now, ...person }: PersonRow): Promise<void> {
  await tx
    .insertInto('user')
    // Nobody writes in an address of their own: taken as unproven, the first sign-in by link would end their password.
    .values({ ...person, emailVerified: 1, twoFactorEnabled: 0, createdAt: now, updatedAt: now })
    .execute()
}

export async function insertVerification(tx: Tx, row: VerificationTable): Promise<void> {
  await tx.insertInto('verification').values(row).execute()
}

/** Sets the password, whether there was one or not. */
export async function putPassword(
  tx: Tx,
  { userId, hash, now }: { userId: string; hash: string; now: string },
): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      id: `credential-${userId}`,
      accountId: userId,
      providerId: 'credential',
      userId,
      password: hash,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict(conflict => conflict.column('id').doUpdateSet({ password: hash, updatedAt: now }))
    .execute()
}

export async function removeCredentials(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('account').where('userId', '=', userId).execute()
  await tx.deleteFrom('session').where('userId', '=', userId).execute()
}

export async function insertMember(
  tx: Tx,
  member: { userId: string; organizationId: string; now: string },
): Promise<void> {
  const { userId, organizationId, now } = member
  await tx
    .insertInto('member')
    .values({
      id: `member-${userId}-${organizationId}`,
      organizationId,
      userId,
      role: 'member',
      createdAt: now,
    })
    .execute()
}

export const firstOrganisation = (tx: Db): Promise<{ id: string } | undefined> =>
  tx.selectFrom('organization').select('id').orderBy('createdAt').limit(1).executeTakeFirst()

export async function insertOrganisation(
  tx: Tx,
  organisation: { id: string; name: string; slug: string; now: string },
): Promise<void> {
  const { id, name, slug, now } = organisation
  await tx.insertInto('organization').values({ id, name, slug, createdAt: now }).execute()
}

export async function updateRole(tx: Tx, { id, role }: { id: string; role: string }): Promise<void> {
  await tx.updateTable('user').set({ role }).where('id', '=', id).execute()
  // What a session may do is read from the person, but an open page should not go on with the old role.
  await tx.deleteFrom('session').where('userId', '=', id).execute()
}

export async function deletePerson(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('user').where('id', '=', id).execute()
}

export async function setOrganisationNumber(
  db: Db,
  { id, number }: { id: string; number: string | null },
): Promise<void> {
  await db.updateTable('user').set({ organisationNumber: number }).where('id', '=', id).execute()
}

/** Sessions end with it: a new one shows that it was the person who asked. */
export async function deleteSecondFactor(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('twoFactor').where('userId', '=', id).execute()
  await tx.updateTable('user').set({ twoFactorEnabled: 0 }).where('id', '=', id).execute()
  await tx.deleteFrom('session').where('userId', '=', id).execute()
}
