/** What one change at a time does, by what changes. */

import type { Assumption } from '@tumstock/engine/assumptions'
import { formatNumber, formatShare } from '@tumstock/engine/display'
import type { End, Tornado } from '@tumstock/engine/tornado'
import type { RubricData } from '@tumstock/rubric/contract'
import { criterionAt, walk } from '@tumstock/rubric/tree'
import { alternativeName, assumptionTitle, type Telling } from './assumption-words.ts'

export type ChangeEnd = {
  kind: 'less' | 'more' | 'other'
  /** What is done: "less weight (× 0.75)". */
  word: string
  /** Mean change of rank of all. */
  change: number
  /** Of the entry that is followed; null without a rank, undefined where nobody is. */
  rank: number | null | undefined
}

export type Change = { id: string; label: string; ends: readonly ChangeEnd[] }

/** Those of one criterion together, the one that moves most first. */
export const changesOf = (
  { bars, unit }: Tornado,
  assumptions: readonly Assumption[],
  telling: Telling & { rubric: RubricData },
): Change[] => {
  const titles = titlesOf(telling.rubric)
  const changes = new Map<string, Change>()
  for (const { assumption, path, ends } of bars) {
    const varied = assumptions[assumption]
    if (!varied) continue
    const id = path ?? String(assumption)
    const label = path === undefined ? assumptionTitle(varied, telling) : (titles.get(path) ?? path)
    const told = ends.map(end => endOf(end, varied, telling))
    changes.set(id, { id, label, ends: [...(changes.get(id)?.ends ?? []), ...told] })
  }
  const reach = ({ ends }: Change) =>
    Math.max(
      ...ends.map(({ change, rank }) =>
        unit === undefined ? change : rank == null ? Number.POSITIVE_INFINITY : Math.abs(rank - unit.rank),
      ),
    )
  return [...changes.values()].toSorted((a, b) => reach(b) - reach(a))
}

const endOf = ({ as, change, rank }: End, varied: Assumption, telling: Telling): ChangeEnd => ({
  ...kindOf(as, varied, telling),
  change,
  rank: rank === 0 ? null : rank,
})

const kindOf = (as: End['as'], varied: Assumption, telling: Telling): Pick<ChangeEnd, 'kind' | 'word'> => {
  const { t, locale } = telling
  if ('alternative' in as) return { kind: 'other', word: alternativeName(varied, as.alternative, telling) }
  if ('quantile' in as)
    return {
      kind: 'other',
      word: t('tornado.drawn', { share: formatShare(as.quantile, { decimals: 0, locale }) }),
    }
  if (as.times === 0) return { kind: 'other', word: t('tornado.without') }
  const kind = as.times < 1 ? 'less' : 'more'
  return { kind, word: t(`tornado.${kind}`, { times: formatNumber(as.times, { decimals: 2, locale }) }) }
}

/** A criterion's title; with its group's where another has the same. */
const titlesOf = (rubric: RubricData): ReadonlyMap<string, string> => {
  const visits = [...walk(rubric)]
  const count = Map.groupBy(visits, ({ criterion }) => criterion.title)
  return new Map(
    visits.map(({ path, parent, criterion }) => {
      const above = parent === null ? undefined : criterionAt(rubric, parent)?.title
      const alone = (count.get(criterion.title)?.length ?? 0) < 2
      return [path, alone || above === undefined ? criterion.title : `${above}: ${criterion.title}`]
    }),
  )
}
