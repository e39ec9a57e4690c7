import type { RubricData } from '@tumstock/rubric/contract'
import { criterionAt } from '@tumstock/rubric/tree'
import type { Results } from './results.ts'

type ResultsFault = Results['errors'][number]

/** One cause, with every criterion and entry that it hits. */
export type FaultGroup = { fault: ResultsFault; paths: readonly string[]; entries: readonly string[] }

/** Errors by their cause: what a step could not do to an indicator hits every criterion that reads it, and many entries. */
export const faultGroups = (
  errors: readonly ResultsFault[],
  rubric: Pick<RubricData, 'criteria'>,
): FaultGroup[] =>
  [...Map.groupBy(errors, error => causeOf(error, rubric)).values()].flatMap(group => {
    const [fault] = group
    if (!fault) return []
    const all = (of: (one: ResultsFault) => string) => [...new Set(group.map(of))]
    return { fault, paths: all(one => one.path), entries: all(one => one.entry) }
  })

/** Who is named wrongly by a step is one mistake, whatever is read; all else is about one indicator or criterion. */
const causeOf = ({ code, at, path }: ResultsFault, rubric: Pick<RubricData, 'criteria'>): string => {
  if (!at.startsWith('steps.')) return `${code} ${at}`
  if (code === 'unknown-entry') return `${code} ${at}`
  const criterion = criterionAt(rubric, path)
  return [code, at, ...(criterion && 'reads' in criterion ? criterion.reads : [path])].join(' ')
}
