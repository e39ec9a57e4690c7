import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect, useRef } from 'react'
import { trpc } from '../api.ts'
import type { View } from './answered.ts'

/** A person is here for so long without saying so again, thrice over. */
const BEAT = 15_000

/** Least time between two readings that changes of others bring about. */
const PACE = 3000

type Options = { round: string; view: View; me: string; section: string | null }

/** Says who is here, hears who else is, and reads anew what others change. */
export function useWatch({ round, view, me, section }: Options): void {
  const entry = view.entry.id
  const cache = useQueryClient()
  const queryKey = trpc.answers.questionnaire.queryKey({ round, entry })
  const takesPart = view.can.includes('answers.here')
  const { mutate: beHere } = useMutation(
    trpc.answers.here.mutationOptions({
      onSuccess: here => {
        cache.setQueriesData<View>({ queryKey }, before => before && { ...before, here })
      },
    }),
  )
  useEffect(() => {
    if (!takesPart) return
    const beat = () => beHere({ round, entry, section })
    beat()
    const beating = setInterval(beat, BEAT)
    return () => clearInterval(beating)
  }, [beHere, takesPart, round, entry, section])

  const reading = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(reading.current), [])
  const read = () => {
    clearTimeout(reading.current)
    reading.current = setTimeout(() => cache.invalidateQueries({ queryKey }), PACE)
  }
  const seen = useRef(new Set<string>())
  useSubscription(
    trpc.answers.watch.subscriptionOptions(
      { round, entry },
      {
        enabled: takesPart,
        onData: ({ changed }) => {
          // As a look begins everything is said to have changed; that has just been read.
          const begins = !seen.current.has(changed)
          seen.current.add(changed)
          if (begins) return
          if (changed === 'here') beHere({ round, entry, section })
          // What this person changes is known here; others' changes are read when there are others.
          else if (changed === 'entry' || view.here.some(one => one.id !== me)) read()
        },
      },
    ),
  )
}
