import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Shortlist = inferOutput<typeof trpc.shortlist.candidates>
export type Choice = Shortlist['choices'][number]
export type Candidate = Choice['candidates'][number]

/** True once everybody may see who is nominated. */
export const isOut = ({ announcedAt }: Pick<Shortlist, 'announcedAt'>, now: Date): boolean =>
  announcedAt !== null && new Date(announcedAt) <= now

/** Those of one class, or all where the award is one for the round; those whom points suggest first. */
export const groupsOf = (
  { per, candidates }: Pick<Choice, 'per' | 'candidates'>,
  categories: readonly string[],
): { category: string | null; candidates: Candidate[] }[] => {
  const ordered = candidates.toSorted(
    (a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER),
  )
  if (per === 'round') return [{ category: null, candidates: ordered }]
  return [...categories, null]
    .map(category => ({ category, candidates: ordered.filter(one => one.category === category) }))
    .filter(group => group.candidates.length > 0)
}
