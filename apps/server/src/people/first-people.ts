import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { audited } from '../audit/service.ts'
import { asItself, type Installation } from '../context.ts'
import { keptSecret } from '../data-dir.ts'
import type { RoundRole } from '../db/taking-part.ts'
import { StartupError } from '../startup-error.ts'
import { DEMO_PEOPLE } from './demo-people.ts'
import type { GivenRole } from './given-roles.ts'
import { otherAdmins, personByEmail, putPassword, removeCredentials } from './queries.ts'
import { addPerson } from './service.ts'

/** Printed at start, so that a newcomer can sign in; `role` is what they are in the installation or in the demo's rounds. */
export type SignIn = { email: string; password: string; role: GivenRole | RoundRole }

const DEMO_EMAILS = DEMO_PEOPLE.map(person => person.email)

const FIRST_ADMIN = {
  email: 'first-admin@tumstock.example',
  name: 'First administrator',
  role: 'admin',
} as const

const signInFile = (dataDir: string) => join(dataDir, 'demo-sign-ins.json')
const password = () => randomBytes(12).toString('base64url')
const keptSignIns = z.record(z.string(), z.string())

const readSignIns = (kept: string): Record<string, string> | undefined => {
  try {
    return keptSignIns.parse(JSON.parse(kept))
  } catch {
    return undefined
  }
}

/** Opens the demo sign-ins; their passwords are made on the first start and kept in the data folder. */
export async function openDemo(installation: Installation): Promise<SignIn[]> {
  let fresh = false
  const file = signInFile(installation.dataDir)
  const kept = await keptSecret(file, () => {
    fresh = true
    return JSON.stringify(Object.fromEntries(DEMO_EMAILS.map(email => [email, password()])), null, 2)
  })
  const passwords = readSignIns(kept)
  if (!passwords)
    throw new StartupError(`${file} is not whole. Delete it: the demo sign-ins get new passwords.`)
  const added = DEMO_EMAILS.filter(email => !(email in passwords))
  for (const email of added) passwords[email] = password()
  // A data folder of a version whose demo had fewer people.
  if (added.length > 0) await writeFile(file, JSON.stringify(passwords, null, 2), { mode: 0o600 })
  const signIns = DEMO_PEOPLE.map(person => ({ ...person, password: passwords[person.email] ?? '' }))
  const given = await Promise.all(
    signIns.map(
      async ({ email }) => fresh || added.includes(email) || !(await personByEmail(installation.db, email)),
    ),
  )
  const wanting = signIns.filter((_, at) => given[at])
  const hashes = await Promise.all(wanting.map(one => hashPassword(one.password)))
  for (const [at, signIn] of wanting.entries())
    await giveSignIn(installation, { ...signIn, hash: hashes[at] ?? '' })
  return signIns.map(({ email, role, seat, password }) => ({ email, role: seat ?? role, password }))
}

/** Shuts the demo sign-ins, and makes a first administrator where there is none; their password is shown once. */
export async function closeDemo(installation: Installation): Promise<SignIn[]> {
  await rm(signInFile(installation.dataDir), { force: true })
  for (const email of DEMO_EMAILS) {
    const person = await personByEmail(installation.db, email)
    if (person) await installation.db.transaction().execute(tx => removeCredentials(tx, person.id))
  }
  if ((await otherAdmins(installation.db, DEMO_EMAILS)).length > 0) return []
  const { email, role } = FIRST_ADMIN
  const made = password()
  await giveSignIn(installation, { ...FIRST_ADMIN, hash: await hashPassword(made) })
  return [{ email, role, password: made }]
}

type Given = { email: string; name: string; role: GivenRole; hash: string }

async function giveSignIn(installation: Installation, { email, name, role, hash }: Given): Promise<void> {
  await audited(asItself(installation), 'people.create', async tx => {
    const now = installation.now()
    const person = await personByEmail(tx, email)
    if (person) {
      // Sessions of the password before end with it.
      await removeCredentials(tx, person.id)
      await putPassword(tx, { userId: person.id, hash, now })
    }
    const id = person?.id ?? (await addPerson(tx, { email, name, role, hash, now }))
    return { subject: `person/${id}`, detail: { role }, result: undefined }
  })
}
