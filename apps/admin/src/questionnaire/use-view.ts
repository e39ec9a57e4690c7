import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'

type Wanted = { round: string; entry: string; lang: string | undefined }

/** An entry's questionnaire in the wanted language, else the entry's own, else the interface's. */
export function useView({ round, entry, lang }: Wanted) {
  const { i18n } = useTranslation()
  const own = useQuery(trpc.answers.questionnaire.queryOptions({ round, entry }))
  const other = lang ?? (own.data?.entry.language === null ? i18n.language : undefined)
  const translated = useQuery(
    trpc.answers.questionnaire.queryOptions(
      { round, entry, ...(other !== undefined && { lang: other }) },
      { enabled: other !== undefined },
    ),
  )
  return {
    view: (other === undefined ? undefined : translated.data) ?? own.data,
    language: other ?? own.data?.entry.language ?? i18n.language,
    error: own.error,
    retry: () => own.refetch(),
  }
}
