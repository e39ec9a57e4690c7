import { useQuery } from '@tanstack/react-query'
import type { RubricData } from '@tumstock/rubric/contract'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { useUnitNames } from '../units/use-unit-names.ts'
import { countyOf } from './narrow.ts'
import type { ResultRow } from './results.ts'

/** The rubric of a round in the language that is shown, where it is translated. */
export const useRubric = (round: string): RubricData | undefined => {
  const { i18n } = useTranslation()
  return useQuery(trpc.rounds.get.queryOptions({ id: round, lang: i18n.language })).data?.rubric
}

/** Names of the counties that the rows lie in, on the round's reference date. */
export const useCountyName = (rows: readonly ResultRow[], date: string): ((id: string) => string) =>
  useUnitNames(
    useMemo(() => rows.flatMap(row => countyOf(row) ?? []), [rows]),
    date,
  )
