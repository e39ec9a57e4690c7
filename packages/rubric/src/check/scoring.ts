import type { Question, RubricData, Scoring } from '../contract.ts'
import type { Finding } from '../problem.ts'
import { isRelative } from '../relative.ts'
import { leaves } from '../tree.ts'
import { unknownName } from './names.ts'

/** Whether a score can be computed from each rule's parameters. */
export function* checkScoring(rubric: RubricData, functions: readonly string[]): Generator<Finding> {
  const called = new Set<string>()
  yield* checkYears(rubric)
  for (const { path, criterion } of leaves(rubric)) {
    const problem = unusable(criterion.scoring)
    if (problem !== null) yield { code: 'bad-scoring', path: `${path}.scoring`, says: problem }
    if (criterion.scoring.by === 'points') yield* checkPoints(path, criterion.reads, rubric)
    if (criterion.scoring.by !== 'function') continue
    called.add(criterion.scoring.name)
    if (!functions.includes(criterion.scoring.name))
      yield unknownName(`${path}.scoring.name`, `function “${criterion.scoring.name}”`, functions)
  }
  for (const name of functions)
    if (!called.has(name))
      yield {
        code: 'unused',
        severity: 'warning',
        path: `functions.${name}`,
        says: 'no criterion calls it. Leave it out.',
      }
}

/** Only rules that look at the other entries can look at other years. */
function* checkYears(rubric: RubricData): Generator<Finding> {
  if (rubric.years !== undefined && !leaves(rubric).some(leaf => isRelative(leaf.criterion.scoring)))
    yield {
      code: 'unused',
      severity: 'warning',
      path: 'years',
      says: 'no criterion is scored relative to other entries, so there is nothing to compare. Leave it out.',
    }
}

const unusable = (scoring: Scoring): string | null => {
  switch (scoring.by) {
    case 'linear':
      if (scoring.from === scoring.to) return `from and to are both ${scoring.from}. They have to differ.`
      return scoring.log && (scoring.from <= 0 || scoring.to <= 0)
        ? `the goalposts are ${scoring.from} and ${scoring.to}. With log both have to be above 0.`
        : null
    case 'minmax': {
      const [low, high] = scoring.range ?? [0, 1]
      return low >= 0 && low < high && high <= 1
        ? null
        : `the range is ${low} to ${high}. The low end comes first, both from 0 to 1, where 1 is all of the scale.`
    }
    case 'bands':
      return isAscending(scoring.bands.map(([atLeast]) => atLeast))
        ? null
        : 'the bands are not in ascending order. Each begins above the one before.'
    case 'panel':
      return new Set(scoring.scale.map(step => step.points)).size < 2
        ? 'the scale has fewer than two different points. Marks have to be able to differ.'
        : null
    default:
      return null
  }
}

/** True when each number is above the one before. */
export const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? Number.POSITIVE_INFINITY))

function* checkPoints(path: string, reads: readonly string[], rubric: RubricData): Generator<Finding> {
  for (const id of reads) {
    const question = Object.hasOwn(rubric.questions, id) ? rubric.questions[id] : undefined
    if (question !== undefined && 'options' in question && !givesPoints(question))
      yield {
        code: 'bad-scoring',
        path: `${path}.scoring`,
        says: `no option of “${id}” gives points, so nothing can be had. At least one has points above 0.`,
      }
  }
}

const givesPoints = (question: Question & { type: 'choice' | 'multiple' }): boolean =>
  Object.values(question.options).some(option => (option.points ?? 0) > 0)
