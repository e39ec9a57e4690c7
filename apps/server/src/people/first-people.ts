import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { audited } from '../audit/service.ts'
import { asItself, type Installation } from '../context.ts'
import { keptSecret } from '../data-dir.ts'
import { StartupError } from '../startup-error.ts'
import type { GivenRole } from './given-roles.ts'
import { otherAdmins, personByEmail, putPassword, removeCredentials } from './queries.ts'
import { addPerson } from './service.ts'

/** Printed at start, so that a newcomer can sign in. */
export type SignIn = { email: string; password: string; role: GivenRole }

const DEMO: readonly { email: string; name: string; role: GivenRole }[] = [
  { email: 'admin@tumstock.example', name: 'Demo administrator', role: 'admin' },
  { email: 'organiser@tumstock.example', name: 'Demo organiser', role: 'organiser' },
  { email: 'viewer@tumstock.example', name: 'Demo viewer', role: 'viewer' },
]
const DEMO_EMAILS = DEMO.map(person => person.email)

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
  const kept = await keptSecret(signInFile(installation.dataDir), () => {
    fresh = true
    return JSON.stringify(Object.fromEntries(DEMO_EMAILS.map(email => [email, password()])), null, 2)
  })
  const passwords = readSignIns(kept)
  if (!passwords)
    throw new StartupError(
      `${signInFile(installation.dataDir)} is not whole. Delete it: the demo sign-ins get new passwords.`,
    )
  const signIns = DEMO.map(person => ({ ...person, password: passwords[person.email] ?? password() }))
  for (const signIn of signIns)
    if (fresh || !(await personByEmail(installation.db, signIn.email))) await giveSignIn(installation, signIn)
  return signIns.map(({ email, role, password }) => ({ email, role, password }))
}

/** Shuts the demo sign-ins, and makes a first administrator where there is none; their password is shown once. */
export async function closeDemo(installation: Installation): Promise<SignIn[]> {
  await rm(signInFile(installation.dataDir), { force: true })
  for (const email of DEMO_EMAILS) {
    const person = await personByEmail(installation.db, email)
    if (person) await installation.db.transaction().execute(tx => removeCredentials(tx, person.id))
  }
  if ((await otherAdmins(installation.db, DEMO_EMAILS)).length > 0) return []
  const signIn = { ...FIRST_ADMIN, password: password() }
  await giveSignIn(installation, signIn)
  return [{ email: signIn.email, role: signIn.role, password: signIn.password }]
}

async function giveSignIn(installation: Installation, signIn: SignIn & { name: string }): Promise<void> {
  const hash = await hashPassword(signIn.password)
  const { email, name, role } = signIn
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
