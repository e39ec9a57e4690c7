import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { ACTIONS, may, type PlatformRole, scopeOf } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { platformStanding } from '../standing.ts'
import type { GivenRole } from './given-roles.ts'
import {
  allPeople,
  deletePerson,
  firstOrganisation,
  insertMember,
  insertOrganisation,
  insertPerson,
  otherAdmins,
  personByEmail,
  personById,
  setPasswordHash,
  updateRole,
} from './queries.ts'

export const me = (ctx: Context) => ({
  user: ctx.user,
  role: ctx.role,
  organisation: ctx.organisation,
  can: ACTIONS.filter(action => scopeOf(action) === 'platform' && may(platformStanding(ctx), action)),
  demo: ctx.demo,
})

export async function listPeople(ctx: Context) {
  const people = await allPeople(ctx.db)
  return people.map(person => ({ ...person, role: person.role as PlatformRole }))
}

export type NewPerson = { name: string; email: string; role: GivenRole; password: string }

export async function createPerson(ctx: Context, person: NewPerson): Promise<{ id: string }> {
  const hash = await hashPassword(person.password)
  return audited(ctx, 'people.create', async tx => {
    const email = person.email.toLowerCase()
    if (await personByEmail(tx, email))
      throw new Refusal('already-there', `${email} is already a person here.`, { path: 'email' })
    const id = await addPerson(tx, { ...person, email, hash, now: ctx.now() }, ctx.organisation?.id)
    return { subject: `person/${id}`, detail: { role: person.role }, result: { id } }
  })
}

type PersonToAdd = Omit<NewPerson, 'password'> & { hash: string; now: string }

/** A person with a password, in the given organisation or the installation's first. */
export async function addPerson(tx: Tx, person: PersonToAdd, organisation?: string): Promise<string> {
  const id = randomUUID()
  const { name, email, role, hash, now } = person
  await insertPerson(tx, { id, name, email, role, now })
  await setPasswordHash(tx, { userId: id, hash, now })
  const organizationId = organisation ?? (await someOrganisation(tx, now))
  await insertMember(tx, { userId: id, organizationId, now })
  return id
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
    return { subject: `person/${id}`, detail: { from: person.role, to: role }, result: undefined }
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
