/** Choices as the engine's assumptions. */
import type { Assumption } from '@tumstock/engine/assumptions'
import type { RubricData, Scoring } from '@tumstock/rubric/contract'
import type { Choices, Offer, Rule } from './choices.ts'

/** In a fixed order, so that the same choices are the same analysis. */
export const assumedOf = (
  choices: Choices,
  offer: Offer,
  rubric: Pick<RubricData, 'combine'>,
): readonly Assumption[] => [
  ...(choices.weights === null ? [] : [{ vary: 'weights' as const, by: choices.weights / 100 }]),
  ...(choices.combine.length === 0
    ? []
    : [{ vary: 'combine' as const, among: [rubric.combine, ...choices.combine], of: offer.groups }]),
  ...(choices.missing
    ? [{ vary: 'missing' as const, among: ['zero', 'exclude'] as const, of: offer.missing }]
    : []),
  ...(choices.leaveOut ? [{ vary: 'leaveOut' as const }] : []),
  ...offer.steps
    .filter(({ at }) => choices.steps.includes(at))
    .map(({ at, among }) => ({ vary: 'step' as const, at, among })),
  ...(choices.scoring.length === 0 || offer.rule === null
    ? []
    : [
        {
          vary: 'scoring' as const,
          among: [offer.rule, ...choices.scoring.map(plainRule)],
          of: offer.relative,
        },
      ]),
  ...(choices.marks ? [{ vary: 'marks' as const }] : []),
]

const plainRule = (by: Rule): Scoring => ({ by })
