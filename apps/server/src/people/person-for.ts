import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { insertPerson, personByEmail } from './queries.ts'

/** The person with this address: who is there, or a new participant, who signs in by link until they set a password. */
export async function personFor(
  ctx: Pick<Context, 'now'>,
  tx: Tx,
  { email, name }: { email: string; name: string },
): Promise<{ id: string }> {
  const address = email.toLowerCase()
  const there = await personByEmail(tx, address)
  if (there) return { id: there.id }
  const id = randomUUID()
  await insertPerson(tx, { id, name, email: address, role: 'participant', now: ctx.now() })
  return { id }
}
