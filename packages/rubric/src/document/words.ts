/** What the parts of a definition mean, in words. */
import type { Category, Choice, Combine, Missing, Question, Scoring, Stage, Status } from '../contract.ts'
import type { Relative } from '../relative.ts'
import { code, decimal } from './markdown.ts'

export const combined = (combine: Combine): string => {
  if (typeof combine === 'string') return COMBINED[combine]
  if ('power' in combine) return `weighted mean of its parts to the power ${combine.power}`
  const [least, most] = combine.benefitOfDoubt
  return `mean of its parts with the weights that suit each entry best, each part from ${percent(least)} to ${percent(most)} of the value`
}

const COMBINED = {
  mean: 'weighted mean of its parts',
  geometric: 'weighted geometric mean of its parts',
  harmonic: 'weighted harmonic mean of its parts',
  min: 'least of its parts',
  median: 'median of its parts',
  weightedMedian: 'weighted median of its parts',
  copeland: 'Copeland: entries that it beats in most of its parts less those that beat it',
  outranking: 'outranking: the share of the weight in which it beats each other entry, summed',
  kemeny: 'Kemeny: the order of entries that disagrees least with that of its parts',
} as const satisfies Record<Extract<Combine, string>, string>

const percent = (share: number): string => `${decimal(share * 100)} %`

export const inWords = (scoring: Scoring): string => {
  switch (scoring.by) {
    case 'points':
      return 'points'
    case 'linear':
      return scoring.open && !scoring.log && scoring.from === 0 && scoring.to === 1
        ? 'the number as it is'
        : `linear${scoring.log ? ' on logarithms' : ''} from ${scoring.from} to ${scoring.to}${scoring.open ? ', beyond them too' : ''}`
    case 'bands':
      return `bands ${scoring.bands.map(([atLeast, score]) => `≥ ${atLeast}: ${score}`).join(', ')}`
    case 'panel':
      return `panel, ${scoring.scale.map(step => `${step.points} ${step.text}`).join(', ')}${scoring.trim === undefined ? '' : `; trimmed ${scoring.trim}`}`
    case 'function':
      return `function ${code(scoring.name)}`
    default:
      return `${relative(scoring)}${scoring.lowerIsBetter ? ', lower is better' : ''}`
  }
}

const relative = (scoring: Relative): string => {
  switch (scoring.by) {
    case 'minmax':
      return `minmax${scoring.range === undefined ? '' : ` onto ${scoring.range[0]} to ${scoring.range[1]}`}`
    case 'zscore':
      return scoring.open === undefined
        ? 'zscore'
        : `zscore with mean ${scoring.open.mean} and deviation ${scoring.open.sd}`
    case 'reference':
      return `distance to the entry ${code(scoring.entry)}${capped(scoring)}`
    case 'target':
      return `distance to the target ${scoring.target}${capped(scoring)}`
    case 'shareOfBest':
      return 'share of the best'
    default:
      return `${scoring.by}${scoring.ties === undefined ? '' : ', ties share the least place'}`
  }
}

const capped = ({ cap }: { cap?: true }): string => (cap ? ', not beyond it' : '')

export const policy = (missing: Missing): string =>
  typeof missing === 'object'
    ? `left out; no score below ${decimal(missing.needs * 100)} % of the weight`
    : { zero: 'counts as 0', exclude: 'left out, the rest re-weighted', block: 'no score' }[missing]

export const kindOf = (question: Question): string => {
  const unit = 'unit' in question && question.unit !== undefined ? ` in ${question.unit}` : ''
  const limits =
    'min' in question || 'max' in question ? `, ${limitsOf(question as { min?: number; max?: number })}` : ''
  const words = [
    question.unknown && '“do not know” allowed',
    question.notApplicable && '“not applicable” allowed',
  ]
  return [
    `${question.type}${unit}${limits}`,
    ...words.filter(word => word !== undefined),
    ...evidenceOf(question),
  ].join('; ')
}

const evidenceOf = ({ evidence }: Question): string[] =>
  evidence === undefined ? [] : [`evidence ${evidence}`]

const limitsOf = ({ min, max }: { min?: number; max?: number }): string =>
  [min === undefined ? '' : `at least ${min}`, max === undefined ? '' : `at most ${max}`]
    .filter(text => text !== '')
    .join(', ')

export const conditionOf = ({ showIf }: Question): string =>
  showIf === undefined
    ? ''
    : ` Asked if ${code(showIf.question)} is ${[showIf.is].flat().map(code).join(' or ')}.`

export const worth = ({ points }: Choice): string => (points === undefined ? '' : `: ${points}`)

export const populationOf = ({ population }: Category): string =>
  [
    population?.from === undefined ? '' : `from ${population.from}`,
    population?.below === undefined ? '' : `below ${population.below}`,
  ]
    .filter(text => text !== '')
    .join(', ') || 'any'

export const stageLine = ({ kind, title, keep, blind, seesOthers }: Stage): string => {
  const parts = [
    ...(keep === undefined
      ? []
      : [
          'top' in keep
            ? `the best ${keep.top} go on`
            : `those with at least ${decimal(keep.atLeast * 100)} % go on`,
        ]),
    ...(blind ? ['blind'] : []),
    ...(seesOthers === undefined
      ? []
      : [
          {
            never: 'others’ marks are not seen',
            afterOwn: 'others’ marks are seen after one’s own',
            always: 'others’ marks are seen',
          }[seesOthers],
        ]),
  ]
  return [`${title === undefined ? kind : `${title} (${kind})`}`, ...parts].join('; ')
}

/** Weights that nobody published are marked where they stand. */
export const foundation = (status: Status | null): string =>
  status === null || status === 'sourced' ? '' : ` (${status})`
