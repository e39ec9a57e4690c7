import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import type { EntriesSearch } from './entries-search.ts'

export type Entry = inferOutput<typeof trpc.entries.list>[number]

/** Stands for entries without a category among the choices. */
export const NO_CATEGORY = '-'

type Narrowing = Pick<EntriesSearch, 'category' | 'county' | 'state' | 'degree'>

/** The entries that the filter lets through; its words are looked for by the table. */
export const narrowed = (
  entries: readonly Entry[],
  { category, county, state, degree }: Narrowing,
): Entry[] =>
  entries.filter(
    entry =>
      (category === undefined || (entry.category ?? NO_CATEGORY) === category) &&
      (county === undefined || entry.county === county) &&
      (state === undefined || entry.state === state) &&
      (degree === undefined || entry.participation === degree),
  )

/** How far an entry is, in one word: what an organiser looks for first. */
export type Stand = Entry['state'] | 'submitted' | 'answering' | 'expired'

export const standOf = (
  entry: Pick<Entry, 'state' | 'submittedAt' | 'answered' | 'completeUntil'>,
  now: Date,
): Stand => {
  const { state, submittedAt, answered, completeUntil } = entry
  if (state === 'nominated' && completeUntil !== null && new Date(completeUntil) <= now) return 'expired'
  if (state !== 'accepted') return state
  if (submittedAt !== null) return 'submitted'
  return answered > 0 ? 'answering' : 'accepted'
}
