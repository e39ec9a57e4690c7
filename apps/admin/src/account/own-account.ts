import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** How one signs in, and what one may change of it now. */
export type OwnAccount = inferOutput<typeof trpc.account.get>
