import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { client } from '../api.ts'
import { signInByLink } from '../sign-in/session.ts'

type Acceptance = { token: string; name?: string; asMe?: boolean }

/** Takes the seat, signs a new person in, and goes where there is something to do. */
export function useAccept() {
  const cache = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (acceptance: Acceptance) => {
      const taken = await client.seats.accept.mutate(acceptance)
      if (taken.signIn !== null) await signInByLink(taken.signIn)
      return taken
    },
    onSuccess: async ({ round }) => {
      await cache.invalidateQueries()
      await navigate({ to: '/rounds/$round', params: { round }, replace: true })
    },
  })
}
