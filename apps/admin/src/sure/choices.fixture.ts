import type { Criterion, RubricData } from '@tumstock/rubric/contract'
import { rubric } from '../set-up/rubric.fixture.ts'

const leaf = { why: 'It matters.', weight: 1, missing: 'exclude' as const, stage: 'survey' as const }
const relative = { by: 'minmax' as const }

const criteria: Readonly<Record<string, Criterion>> = {
  a: {
    title: 'A',
    why: 'It matters.',
    weight: 2,
    missing: 'zero',
    combine: 'mean',
    children: {
      x: { ...leaf, title: 'X', reads: ['x'], scoring: relative },
      y: {
        ...leaf,
        title: 'Y',
        reads: ['y'],
        missing: 'block',
        scoring: { ...relative, lowerIsBetter: true },
      },
    },
  },
  jury: {
    ...leaf,
    title: 'Jury',
    reads: [],
    missing: 'block',
    stage: 'jury',
    scoring: {
      by: 'panel',
      scale: [
        { text: 'Weak', points: 1 },
        { text: 'Strong', points: 5 },
      ],
    },
  },
}

/** Relative rules, steps and a jury: room for every assumption. */
export const ruledRubric: RubricData = {
  ...rubric,
  missing: { needs: 0.5 },
  questions: {},
  indicators: {
    x: { title: 'X', unit: 'km', source: 'Register', code: '1' },
    y: { title: 'Y', unit: 'km', source: 'Register', code: '2' },
    people: { title: 'People', unit: 'persons', source: 'Register', code: '3' },
  },
  steps: [
    { do: 'denominate', each: { x: { by: 'people' } } },
    { do: 'impute', by: 'mean' },
  ],
  criteria,
}
