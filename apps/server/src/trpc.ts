import { initTRPC, TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import type { Context } from './context.ts'
import { placeOf } from './place.ts'
import type { Action } from './policy.ts'
import { REFUSALS, Refusal, type RefusalReason } from './refusal.ts'
import { isStorable, UNSTORABLE } from './storable.ts'

/** What the policy walk reads from each procedure. */
export type Meta = { action: Action }

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    // A line now and then keeps a subscription through proxies, and shows the browser when its server is gone.
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter: ({ shape, error }) => {
      const reason = reasonOf(error)
      return {
        ...shape,
        message: reason?.message ?? 'Something went wrong here; the administrator can see what in the log.',
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, reason },
      }
    },
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/**
 * The only way to make a procedure: it names its action, and is denied unless `policy.ts` allows it to who asks, in the
 * round and towards the entry that the input names as `round` (of a round itself `id`) and `entry`.
 */
export const procedure = (action: Action) =>
  t.procedure.meta({ action }).use(async ({ ctx, next, getRawInput }) => {
    const input = await getRawInput()
    if (!isStorable(input)) throw asTrpc(new Refusal('bad-input', UNSTORABLE))
    const place = await placeOf(ctx, action, input).catch(refused)
    const result = await next({ ctx: { ...ctx, place } })
    if (!result.ok && result.error.cause instanceof Refusal) throw asTrpc(result.error.cause)
    return result
  })

/** A refusal as tRPC takes it. */
export const refused = (error: unknown): never => {
  throw error instanceof Refusal ? asTrpc(error) : error
}

const asTrpc = (cause: Refusal): TRPCError =>
  new TRPCError({ code: REFUSALS[cause.reason.code], message: cause.message, cause })

function reasonOf(error: TRPCError): RefusalReason | null {
  if (error.cause instanceof Refusal) return error.cause.reason
  if (error.cause instanceof ZodError) return inputReason(error.cause)
  if (error.code === 'INTERNAL_SERVER_ERROR') return null
  return { code: error.code === 'NOT_FOUND' ? 'not-found' : 'bad-input', message: error.message }
}

function inputReason(error: ZodError): RefusalReason {
  const [issue] = error.issues
  const path = issue?.path.join('.') ?? ''
  return {
    code: 'bad-input',
    message: `${path === '' ? 'input' : path}: ${issue?.message ?? 'not valid'}.`,
    path,
  }
}
