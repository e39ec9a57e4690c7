import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import type { LetterLanguage } from '../mail/letters/letters.ts'
import { post } from '../mail/post.ts'
import { ACTIONS, may, scopeOf } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { platformStanding, waitsForSecondFactor } from '../standing.ts'
import type { GivenRole } from './given-roles.ts'
import { LETTERS } from './letters.ts'
import {
  allPeople,
  deletePerson,
  deleteSecondFactor,
  firstOrganisation,
  insertMember,
  insertOrganisation,
  insertPerson,
  organisationOf,
  otherAdmins,
  personByEmail,
  personById,
  putPassword,
  updateRole,
} from './queries.ts'

export async function me(ctx: Context) {
  const { session, signIn } = ctx
  const waiting = session !== null && session !== undefined && ctx.user === null
  return {
    user: session?.person ?? null,
    role: session?.role ?? ctx.role,
    organisation: ctx.organisation,
    can: ACTIONS.filter(action => scopeOf(action) === 'platform' && may(platformStanding(ctx), action)),
    /** True for whom a role counts only with a second factor, which they have yet to set up. */
    needsTwoFactor: waiting || (await hasWaitingSeat(ctx)),
    provider: signIn.provider,
    demo: ctx.demo,
  }
}

const hasWaitingSeat = async ({ db, user }: Context): Promise<boolean> =>
  user !== null && user.secondFactor !== true && (await waitsForSecondFactor(db, user.id))

export async function listPeople(ctx: Context) {
  const people = await allPeople(ctx.db)
  return people.map(({ twoFactorEnabled, ...person }) => ({
    ...person,
    role: person.role as GivenRole,
    secondFactor: twoFactorEnabled === 1,
  }))
}

/** With a password that is handed over, or with a letter that says where to sign in by link. */
export type NewPerson = { name: string; email: string; role: GivenRole } & (
  | { password: string }
  | { language: LetterLanguage }
)

export async function createPerson(ctx: Context, person: NewPerson): Promise<{ id: string }> {
  const hash = 'password' in person ? await hashPassword(person.password) : null
  return audited(ctx, 'people.create', async tx => {
    const { name, role } = person
    const email = person.email.toLowerCase()
    if (await personByEmail(tx, email))
      throw new Refusal('already-there', `${email} is already a person here.`, { path: 'email' })
    const id = await addPerson(tx, { name, email, role, hash, now: ctx.now() }, ctx.organisation?.id)
    if ('language' in person) {
      const letter = LETTERS[person.language].welcome({ name, address: ctx.address() })
      await post(ctx, tx, { key: `welcome/${id}`, to: email, ...letter })
    }
    return { subject: `person/${id}`, detail: { role }, result: { id } }
  })
}

type PersonToAdd = { name: string; email: string; role: GivenRole; hash: string | null; now: string }

/** A person in the given organisation or the installation's first; a participant is in none. */
export async function addPerson(tx: Tx, person: PersonToAdd, organisation?: string): Promise<string> {
  const id = randomUUID()
  const { name, email, role, hash, now } = person
  await insertPerson(tx, { id, name, email, role, now })
  if (hash !== null) await putPassword(tx, { userId: id, hash, now })
  if (role !== 'participant') await mustBelong(tx, { id, now, organisation })
  return id
}

type Belonging = { id: string; now: string; organisation: string | undefined }

async function mustBelong(tx: Tx, { id, now, organisation }: Belonging): Promise<void> {
  if (await organisationOf(tx, id)) return
  const organizationId = organisation ?? (await someOrganisation(tx, now))
  await insertMember(tx, { userId: id, organizationId, now })
}

async function someOrganisation(tx: Tx, now: string): Promise<string> {
  const first = await firstOrganisation(tx)
  if (first) return first.id
  const id = randomUUID()
  await insertOrganisation(tx, { id, name: 'Award organisation', slug: 'organisation', now })
  return id
}

export const setRole = (ctx: Context, { id, role }: { id: string; role: GivenRole }): Promise<void> =>
  audited(ctx, 'people.setRole', async tx => {
    const person = await mustExist(tx, id)
    if (person.role === 'admin' && role !== 'admin') await mustLeaveAnAdmin(tx, id)
    await updateRole(tx, { id, role })
    if (role !== 'participant')
      await mustBelong(tx, { id, now: ctx.now(), organisation: ctx.organisation?.id })
    return { subject: `person/${id}`, detail: { from: person.role, to: role }, result: undefined }
  })

/** For who has lost both the app and the backup codes: they sign in with one factor again, and are signed out everywhere. */
export const resetSecondFactor = (ctx: Context, id: string): Promise<void> =>
  audited(ctx, 'people.resetSecondFactor', async tx => {
    await mustExist(tx, id)
    await deleteSecondFactor(tx, id)
    return { subject: `person/${id}`, result: undefined }
  })

export const removePerson = (ctx: Context, id: string): Promise<void> =>
  audited(ctx, 'people.remove', async tx => {
    const person = await mustExist(tx, id)
    if (id === ctx.user?.id)
      throw new Refusal('wrong-state', 'You cannot remove yourself; another administrator can.')
    if (person.role === 'admin') await mustLeaveAnAdmin(tx, id)
    await deletePerson(tx, id)
    return { subject: `person/${id}`, detail: { role: person.role }, result: undefined }
  })

async function mustExist(tx: Tx, id: string): Promise<{ id: string; role: string }> {
  const person = await personById(tx, id)
  if (!person) throw new Refusal('not-found', 'There is no such person.')
  return person
}

async function mustLeaveAnAdmin(tx: Tx, id: string): Promise<void> {
  const others = (await otherAdmins(tx, [])).filter(admin => admin.id !== id)
  if (others.length === 0)
    throw new Refusal('wrong-state', 'This is the only administrator; make another one first.')
}
