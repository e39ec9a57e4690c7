import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { trpc } from '../api.ts'
import type { Entered } from './session.ts'

/**
 * The way from a first factor into the app: over the question for the second where there is one, and to the setting up of
 * one where the role needs it.
 *
 * @param to where to go; whoever is signed in already goes there at once
 */
export function useEntry({ to, asked }: { to: string | undefined; asked: boolean }) {
  const router = useRouter()
  const cache = useQueryClient()
  const me = useQuery(trpc.people.me.queryOptions())
  const [challenged, setChallenged] = useState(asked)
  const [entered, setEntered] = useState(false)
  const known = me.data?.user != null
  const needs = me.data?.needsTwoFactor === true
  useEffect(() => {
    if (known && (entered || to !== undefined)) router.history.replace(needs ? '/account' : (to ?? '/'))
  }, [known, needs, entered, to, router])
  return {
    me: me.data,
    challenged,
    again: () => setChallenged(false),
    enter: async ({ secondFactor }: Entered) => {
      setChallenged(secondFactor)
      if (secondFactor) return
      await cache.invalidateQueries()
      setEntered(true)
    },
  }
}
