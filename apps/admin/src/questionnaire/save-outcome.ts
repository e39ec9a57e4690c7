import { TRPCClientError } from '@trpc/client'
import { refusalOf } from '../refused.ts'
import type { Outcome } from './unsent.ts'

/** Too many requests, or the server's own trouble: another try may do. */
const isPassing = (status: number) => status === 429 || status >= 500

/** What an error says about the save that it answers. */
export function outcomeOf(error: unknown): Outcome | 'signedOut' {
  const status = error instanceof TRPCClientError ? error.data?.httpStatus : undefined
  if (typeof status !== 'number' || isPassing(status)) return { of: 'lost' }
  const reason = refusalOf(error)
  if (reason?.code === 'sign-in-needed' || reason?.code === 'sign-in-again') return 'signedOut'
  if (reason?.standing) return { of: 'stale', standing: reason.standing }
  return { of: 'refused', code: reason?.code ?? 'bad-input', message: reason?.message ?? '' }
}
