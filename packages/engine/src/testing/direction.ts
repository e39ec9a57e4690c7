import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Leaf, Question, RubricData } from '@tumstock/rubric/contract'
import { lineOf } from '@tumstock/rubric/error'
import { leaves } from '@tumstock/rubric/tree'
import type { Row } from '../score/data.ts'
import { SCORED } from '../score/results.ts'
import { askedWith, bestAnswers, namedRows, spanOf } from './generate.ts'
import { type Subject, score } from './subject.ts'

/** Answers or marks that should score ever better, or at least not worse. */
type Ascent = { leaf: string; what: string; rows: Omit<Row, 'id' | 'category'>[] }

const STEPS = 24

const numbersUp = (rubric: RubricData, leaf: Leaf, id: string): AnswerValue[] => {
  const { low, high } = spanOf(rubric, id)
  const ascending = Array.from({ length: STEPS + 1 }, (_, i) => low + ((high - low) * i) / STEPS)
  return lowerIsBetter(leaf) ? ascending.toReversed() : ascending
}

/** Bands say by their ends which way they go. */
const lowerIsBetter = ({ scoring }: Leaf): boolean => {
  if (scoring.by === 'linear') return scoring.from > scoring.to
  if (scoring.by === 'bands') return (scoring.bands[0]?.[1] ?? 0) > (scoring.bands.at(-1)?.[1] ?? 0)
  return 'lowerIsBetter' in scoring && scoring.lowerIsBetter === true
}

const optionsUp = (question: Question | undefined): AnswerValue[] => {
  if (!question || !('options' in question)) return []
  const points = (option: string): number => question.options[option]?.points ?? 0
  const ascending = Object.keys(question.options).toSorted((a, b) => points(a) - points(b))
  if (question.type === 'choice') return ascending
  // From every penalty and no merit, through neither, to every merit.
  const penalties = ascending.filter(option => points(option) < 0)
  const merits = ascending.filter(option => points(option) > 0)
  return [
    ...penalties.map((_, i) => penalties.slice(i)),
    ...[0, ...merits.keys().map(i => i + 1)].map(count => merits.slice(0, count)),
  ]
}

const ascentsOf = (rubric: RubricData): Ascent[] =>
  leaves(rubric).flatMap(({ path, criterion }): Ascent[] => {
    const best = bestAnswers(rubric)
    if (criterion.scoring.by === 'function') return []
    if (criterion.scoring.by === 'panel') {
      const marks = criterion.scoring.scale.map(step => step.points).toSorted((a, b) => a - b)
      return [
        {
          leaf: path,
          what: 'a mark',
          rows: marks.map(mark => ({ answers: best, marks: { [path]: [mark] } })),
        },
      ]
    }
    return criterion.reads.map(id => {
      const up =
        criterion.scoring.by === 'points' ? optionsUp(rubric.questions[id]) : numbersUp(rubric, criterion, id)
      return {
        leaf: path,
        what: `“${id}”`,
        rows: up.map(answer => ({ answers: { ...best, ...askedWith(rubric, id), [id]: answer } })),
      }
    })
  })

/** Values may differ in the last bit where a rule computes them from the whole round. */
const SAME = 1e-12

/**
 * A better answer, number or mark never scores worse, by the direction that the rule or the options' points declare. Steps
 * and relative rules keep to it, too: what they do to a number depends on the round, which the entries here share.
 */
export const findDirection = async (subject: Subject): Promise<string[]> => {
  const { rubric, name } = subject
  const found: string[] = []
  for (const category of Object.keys(rubric.categories)) {
    const ascents = ascentsOf(rubric)
    const rows = ascents.flatMap(ascent => ascent.rows)
    const { results } = await score(subject, [
      ...rows.map((row, i) => ({ ...row, category, id: `ascent-${i}` })),
      ...namedRows(rubric),
    ])
    let from = 0
    for (const { leaf, what, rows: own } of ascents) {
      const node = results.nodes.get(leaf)
      const values = own
        .map((_, i) => (node?.outcomes[from + i] === SCORED ? node.values[from + i] : undefined))
        .filter(value => value !== undefined)
      if (values.some((value, i) => value < (values[i - 1] ?? -Infinity) - SAME))
        found.push(
          lineOf(
            name,
            leaf,
            `a better answer to ${what} scores worse. Scores follow the declared direction.`,
          ),
        )
      from += own.length
    }
  }
  return [...new Set(found)]
}
