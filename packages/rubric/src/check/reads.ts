import type { Leaf, Question, RubricData } from '../contract.ts'
import type { Finding } from '../problem.ts'
import { leaves } from '../tree.ts'
import { repeated, unknownName } from './names.ts'

/** Whether each criterion reads things that exist, as many and of the kind that its rule can use. */
export function* checkReads(rubric: RubricData): Generator<Finding> {
  const defined = [...Object.keys(rubric.questions), ...Object.keys(rubric.indicators)]
  for (const { path, criterion } of leaves(rubric)) {
    for (const [i, id] of criterion.reads.entries())
      if (!defined.includes(id))
        yield unknownName(`${path}.reads.${i}`, `question or indicator “${id}”`, defined)
    for (const { value, index } of repeated(criterion.reads))
      yield {
        code: 'duplicate',
        path: `${path}.reads.${index}`,
        says: `“${value}” is read twice. Once is enough.`,
      }
    const problem = unfit(criterion, rubric)
    if (problem !== null) yield { code: 'bad-reads', path: `${path}.reads`, says: problem }
  }
}

const unfit = ({ scoring, reads }: Leaf, rubric: RubricData): string | null => {
  switch (scoring.by) {
    case 'points':
      return reads.length === 0
        ? 'reads nothing. The rule “points” reads one or more of type choice or multiple.'
        : wrongKind(reads, rubric, ['choice', 'multiple'], scoring.by)
    case 'panel':
      return reads.length > 0 ? 'reads answers. The rule “panel” is about marks and reads nothing: [].' : null
    case 'function':
      return reads.length === 0 ? 'reads nothing. A function is given only what its criterion reads.' : null
    default:
      return reads.length === 1
        ? wrongKind(reads, rubric, ['number', 'share', 'indicator'], scoring.by)
        : `reads ${reads.length}. The rule “${scoring.by}” reads exactly one number, share or indicator.`
  }
}

type Kind = Question['type'] | 'indicator'

const wrongKind = (
  reads: readonly string[],
  rubric: RubricData,
  kinds: readonly Kind[],
  rule: string,
): string | null => {
  for (const id of reads) {
    const kind: Kind | undefined = Object.hasOwn(rubric.indicators, id)
      ? 'indicator'
      : rubric.questions[id]?.type
    if (kind !== undefined && !kinds.includes(kind))
      return `“${id}” is of type ${kind}. The rule “${rule}” reads ${kinds.join(', ')}.`
  }
  return null
}
