import { z } from 'zod'
import { MIN_PASSWORD } from '../people/auth.ts'
import { procedure, router } from '../trpc.ts'
import { getAccount, setPassword } from './service.ts'
import { listSessions, revokeOthers, revokeSession } from './sessions.ts'

const password = z.string().min(MIN_PASSWORD, `at least ${MIN_PASSWORD} characters`).max(128)

export const accountRouter = router({
  get: procedure('account.get').query(({ ctx }) => getAccount(ctx)),
  sessions: procedure('account.sessions').query(({ ctx }) => listSessions(ctx)),
  revokeSession: procedure('account.revokeSession')
    .input(z.strictObject({ id: z.string().max(100) }))
    .mutation(({ ctx, input }) => revokeSession(ctx, input.id)),
  revokeOthers: procedure('account.revokeOthers').mutation(({ ctx }) => revokeOthers(ctx)),
  setPassword: procedure('account.setPassword')
    .input(z.strictObject({ password }))
    .mutation(({ ctx, input }) => setPassword(ctx, input.password)),
})
