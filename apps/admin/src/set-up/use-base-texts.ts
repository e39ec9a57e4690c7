import { useQuery } from '@tanstack/react-query'
import type { RubricData } from '@tumstock/rubric/contract'
import { trpc } from '../api.ts'
import { useEditing } from './use-draft.ts'

/** The edition in the language that it is written in: wordings are changed there, translations follow. */
export function useBaseTexts(): RubricData {
  const { round } = useEditing()
  const untranslated = useQuery(trpc.rounds.get.queryOptions({ id: round.id }))
  return untranslated.data?.base ?? round.base
}
