import { type QueryKey, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { View } from './answered.ts'

/** A questionnaire in a language, and where the cache keeps it. */
export type Shown = { view: View; language: string; key: QueryKey }

type Wanted = { round: string; entry: string; lang: string | undefined }

/** An entry's questionnaire in the wanted language, else the entry's own, else the interface's. */
export function useView({ round, entry, lang }: Wanted): {
  shown: Shown | undefined
  error: unknown
  retry: () => void
} {
  const { i18n } = useTranslation()
  const own = useQuery(trpc.answers.questionnaire.queryOptions({ round, entry }))
  const other = lang ?? (own.data?.entry.language === null ? i18n.language : undefined)
  const translated = useQuery(
    trpc.answers.questionnaire.queryOptions(
      { round, entry, ...(other !== undefined && { lang: other }) },
      { enabled: other !== undefined },
    ),
  )
  const query = other !== undefined && translated.data ? { round, entry, lang: other } : { round, entry }
  const view = other === undefined ? own.data : (translated.data ?? own.data)
  const language = other ?? own.data?.entry.language ?? i18n.language
  return {
    shown: view && { view, language, key: trpc.answers.questionnaire.queryKey(query) },
    error: own.error,
    retry: () => own.refetch(),
  }
}
