import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'

/** An award's title without the year and what stands after a colon: what it is called from edition to edition. */
export const bareTitle = (title: string): string =>
  (title.split(':')[0] ?? '').replace(/\s*\b(19|20)\d\d\b/, '').trim()

/** An award's title in the reader's language, else in its own; its id until the titles are there. */
export function useAwardTitles(): (award: string) => string {
  const { i18n } = useTranslation()
  const rubrics = useQuery(trpc.rubrics.list.queryOptions())
  return award => {
    const titles = rubrics.data?.find(rubric => rubric.id === award)?.title ?? {}
    return titles[i18n.language] ?? Object.values(titles).at(-1) ?? award
  }
}
