import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'

/** An award's title in the reader's language, else in its own; its id until the titles are there. */
export function useAwardTitles(): (award: string) => string {
  const { i18n } = useTranslation()
  const rubrics = useQuery(trpc.rubrics.list.queryOptions())
  return award => {
    const titles = rubrics.data?.find(rubric => rubric.id === award)?.title ?? {}
    return titles[i18n.language] ?? Object.values(titles).at(-1) ?? award
  }
}
