import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
} from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '@tumstock/server/trpc'

/** A refusal that another try will not change: the caller's own fault, or not allowed. */
export const isFinal = (error: unknown) =>
  error instanceof TRPCClientError &&
  typeof error.data?.httpStatus === 'number' &&
  error.data.httpStatus < 500

const signedOut = (error: unknown) => error instanceof TRPCClientError && error.data?.httpStatus === 401

/** A session that ended while a page was open: asking again who one is lets the frame show the sign-in. */
const whenSignedOut = (error: unknown) => {
  if (signedOut(error)) queryClient.invalidateQueries({ queryKey: trpc.people.me.queryKey() })
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: whenSignedOut }),
  mutationCache: new MutationCache({ onError: whenSignedOut }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && !isFinal(error) },
  },
})

/** The server's procedures for what is no query of a screen, such as waiting for long work. */
export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({ url: '/api/trpc' }),
      false: httpBatchLink({ url: '/api/trpc', maxURLLength: 4000 }),
    }),
  ],
})

/** Query and mutation options of every procedure: `useQuery(trpc.rounds.list.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })
