import { hashPassword } from 'better-auth/crypto'
import { endOthers } from '../account/sessions.ts'
import { audited } from '../audit/service.ts'
import type { Context, Session } from '../context.ts'
import { putPassword } from './queries.ts'

/** Sets the password of whose session this is, and ends their other ones. */
export async function setOwnPassword(ctx: Context, { id, person }: Session, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await audited({ ...ctx, user: person }, 'account.setPassword', async tx => {
    await putPassword(tx, { userId: person.id, hash, now: ctx.now() })
    await endOthers(tx, { userId: person.id, kept: id })
    return { subject: `person/${person.id}`, result: undefined }
  })
}
