import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import type { Layer } from './told.ts'

const NONE: readonly Layer[] = []

/** What stands behind each answer of an entry, layer by layer; nothing until it is here. */
export const useLayers = (of: { round: string; entry: string }): readonly Layer[] =>
  useQuery(trpc.entries.answers.queryOptions(of)).data?.answers ?? NONE
