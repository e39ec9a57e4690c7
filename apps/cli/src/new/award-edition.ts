import type { Names } from './names.ts'

/** An award that asks and scores by points. */
export const awardEdition = ({
  id,
  title,
  year,
}: Names) => `import { defineRubric } from '@tumstock/rubric/contract'

export const first = defineRubric({
  apiVersion: 1,
  id: '${id}',
  edition: '${year}',
  title: '${title}',
  owner: 'Who gives the award',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'award',
  scale: { max: 100, unit: 'points', decimals: 1 },
  framework: 'nordic@1',
  questions: {
    plan: {
      text: 'Does the municipality have a plan for digitalisation?',
      type: 'choice',
      options: {
        adopted: { text: 'Yes, adopted by the council', points: 2 },
        drafted: { text: 'Being drafted', points: 1 },
        none: { text: 'No', points: 0 },
      },
    },
    online: {
      text: 'What share of applications arrived online last year?',
      type: 'share',
      unknown: true,
    },
  },
  indicators: {},
  categories: {
    municipalities: { title: 'Municipalities', kind: 'municipality' },
  },
  combine: 'mean',
  missing: 'zero',
  criteria: {
    leadership: {
      title: 'Leadership',
      why: 'A plan that the council stands behind decides what is done first and who pays for it.',
      weight: 1,
      missing: 'zero',
      crosswalk: { GOV: 1 },
      reads: ['plan'],
      scoring: { by: 'points' },
      stage: 'survey',
    },
    services: {
      title: 'Services',
      why: 'Residents gain only from services that they choose to use.',
      weight: 1,
      missing: 'zero',
      crosswalk: { SRV: 1 },
      reads: ['online'],
      scoring: { by: 'linear', from: 0, to: 100 },
      stage: 'survey',
    },
  },
  stages: [{ kind: 'survey' }, { kind: 'publication' }],
  awards: {
    winner: { title: 'Winner', per: 'category', decide: 'points', nominees: 3, winners: 1 },
  },
  tieBreak: ['criteria.services'],
  sources: [
    {
      about: ['criteria.*.weight', 'missing'],
      says: 'Equal weights, and nothing for what is not answered, until the award decides otherwise.',
      where: 'The author of this plugin',
      status: 'assumed',
    },
  ],
})
`
