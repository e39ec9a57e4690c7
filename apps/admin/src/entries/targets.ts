import type { RubricData } from '@tumstock/rubric/contract'
import { leaves } from '@tumstock/rubric/tree'

/** What a column of a file can be. */
export type Target = { value: string; title: string }
export type Targets = { questions: Target[]; indicators: Target[]; panels: Target[] }

export const targetsOf = (rubric: RubricData): Targets => ({
  questions: Object.entries(rubric.questions).map(([value, { text }]) => ({ value, title: text })),
  indicators: Object.entries(rubric.indicators).map(([value, { title }]) => ({ value, title })),
  panels: leaves(rubric)
    .filter(({ criterion }) => criterion.scoring.by === 'panel')
    .map(({ path, criterion }) => ({ value: path, title: criterion.title })),
})

type Bad = { row: number }

/** Bad cells of one row together, in the order of the file. */
export const byRow = <T extends Bad>(bad: readonly T[]): { row: number; cells: T[] }[] =>
  [...Map.groupBy(bad, ({ row }) => row)]
    .map(([row, cells]) => ({ row, cells }))
    .sort((a, b) => a.row - b.row)

/** Targets that more than one column claims. */
export const claimedTwice = (columns: readonly { mapsTo: string | null }[]): string[] => {
  const claims = columns.flatMap(({ mapsTo }) => (mapsTo === null ? [] : [mapsTo]))
  return [...new Set(claims.filter((target, i) => claims.indexOf(target) !== i))]
}
