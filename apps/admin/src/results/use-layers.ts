import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../api.ts'
import type { Layer } from './told.ts'

const NONE: readonly Layer[] = []

/** What stands behind each answer of an entry, layer by layer; nothing until it is here. */
export function useLayers(of: { round: string; entry: string }): readonly Layer[] {
  const { data } = useQuery(trpc.entries.answers.queryOptions(of))
  return useMemo(
    () =>
      data?.answers.map(answer => ({
        ...answer,
        reply:
          data.replies.find(one => one.question === answer.question && one.layer === answer.layer) ?? null,
      })) ?? NONE,
    [data],
  )
}
