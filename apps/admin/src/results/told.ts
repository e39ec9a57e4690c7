import type { inferOutput } from '@trpc/tanstack-react-query'
import type { RestsOn } from '@tumstock/engine/rests-on'
import type { Explanation } from '@tumstock/engine/results'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { criterionAt } from '@tumstock/rubric/tree'
import type { trpc } from '../api.ts'

/** What the entry says, and what a check or a visit found instead. */
export type Layer = {
  question: string
  layer: 'claim' | 'desk' | 'visit'
  /** Null: nothing shows what is claimed. */
  value: AnswerValue | null
  reason: string | null
  /** 1 hardly, 2 fairly, 3 sure; null where it was not said. */
  confidence: number | null
  at: string
  /** What the entry says to it, and what became of that. */
  reply: Reply | null
}

export type Reply = inferOutput<typeof trpc.entries.answers>['replies'][number]

/** What an explanation is told with. */
export type Told = {
  /** In the language that is shown. */
  rubric: RubricData
  layers: readonly Layer[]
  /** On which layer the value of a part rests, by its path; null where there is nothing to tell. */
  restsOn: (path: string) => RestsOn | null
}

/** The criterion's title in the language that is shown; the total has the rubric's. */
export const titleOf = (rubric: RubricData, { path }: Pick<Explanation, 'path'>): string =>
  criterionAt(rubric, path)?.title ?? rubric.title

/** The part at a path; undefined where there is none. */
export const partAt = (
  root: Explanation,
  path: string,
  parent: Explanation | null = null,
): { node: Explanation; parent: Explanation | null } | undefined => {
  if (root.path === path) return { node: root, parent }
  for (const child of root.children) {
    const found = partAt(child, path, root)
    if (found) return found
  }
  return undefined
}
