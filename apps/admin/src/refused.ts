import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@tumstock/server/trpc'

type Reason = NonNullable<NonNullable<TRPCClientError<AppRouter>['data']>['reason']>

/** Why the server turned a request down, as it says itself; null for anything else that went wrong. */
export const refusalOf = (error: unknown): Reason | null =>
  error instanceof TRPCClientError ? ((error as TRPCClientError<AppRouter>).data?.reason ?? null) : null
