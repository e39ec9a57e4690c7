import type { RubricData } from '@tumstock/rubric/contract'
import { entriesNamedIn } from '@tumstock/rubric/named-entries'
import { useMemo } from 'react'
import { useUnitNames } from './use-unit-names.ts'

/** Names of the entries that a rubric names by their register ids, as they are called on a day. */
export const useEntryNames = (
  rubric: Pick<RubricData, 'steps' | 'criteria' | 'combine'>,
  date = new Date().toISOString().slice(0, 10),
): ((id: string) => string) =>
  useUnitNames(
    useMemo(() => entriesNamedIn(rubric), [rubric]),
    date,
  )
