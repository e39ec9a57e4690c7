import type { Leaf, RubricData } from '@tumstock/rubric/contract'

/** A leaf that scores one question's points; for rubrics of tests. */
export const leafOf = (question: string, rest: Partial<Leaf> = {}): Leaf => ({
  title: question,
  why: 'It is asked.',
  weight: 1,
  missing: 'zero',
  reads: [question],
  scoring: { by: 'points' },
  stage: 'survey',
  ...rest,
})

/** An award by points in three classes on a scale of 500, with one question; tests change what they are about. */
export const rubricOf = (rest: Partial<RubricData> = {}): RubricData => ({
  apiVersion: 1,
  id: 'test-award',
  edition: '2014',
  title: 'Test award',
  owner: 'Nobody',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'award',
  scale: { max: 500, unit: 'points', decimals: 0 },
  framework: 'nordic@1',
  questions: {
    plan: {
      text: 'Is there a plan?',
      type: 'choice',
      options: { yes: { text: 'Yes', points: 2 }, partly: { text: 'Partly', points: 1 }, no: { text: 'No' } },
    },
  },
  indicators: {},
  categories: {
    small: { title: 'Small', kind: 'municipality', population: { below: 5000 } },
    medium: { title: 'Medium', kind: 'municipality', population: { from: 5000, below: 20_000 } },
    large: { title: 'Large', kind: 'municipality', population: { from: 20_000 } },
    county: { title: 'County', kind: 'county' },
  },
  combine: 'mean',
  missing: 'zero',
  criteria: { plan: leafOf('plan', { crosswalk: { GOV: 1 } }) },
  stages: [{ kind: 'survey' }, { kind: 'publication' }],
  awards: { best: { title: 'Best', per: 'category', decide: 'points', nominees: 3, winners: 1 } },
  tieBreak: [],
  sources: [],
  ...rest,
})
