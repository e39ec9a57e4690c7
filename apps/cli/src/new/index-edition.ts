import type { Names } from './names.ts'

/** An index that reads published statistics, makes them comparable step by step and weighs them. */
export const indexEdition = ({
  id,
  title,
  year,
}: Names) => `import { defineRubric } from '@tumstock/rubric/contract'

export const first = defineRubric({
  apiVersion: 1,
  id: '${id}',
  edition: '${year}',
  title: '${title}',
  owner: 'Who publishes the index',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'index',
  scale: { max: 100, unit: 'points', decimals: 1 },
  framework: 'nordic@1',
  questions: {},
  indicators: {
    population: { title: 'Population', unit: 'persons', source: 'The statistical office', code: 'its table', min: 1 },
    fibre: { title: 'Homes with fibre', unit: '%', source: 'The regulator', code: 'its table', min: 0, max: 100 },
    speed: { title: 'Median speed', unit: 'Mbit/s', source: 'The regulator', code: 'its table', min: 0 },
    applications: { title: 'Applications made online', unit: 'applications', source: 'The agency', code: 'its table', min: 0 },
    waiting: { title: 'Waiting time', unit: 'days', source: 'The agency', code: 'its table', min: 0 },
  },
  steps: [
    { do: 'denominate', each: { applications: { by: 'population', per: 1000 } } },
    { do: 'screen', available: 0.5 },
    { do: 'impute', by: 'median', of: ['speed'] },
    { do: 'treat', test: { skewness: 2, kurtosis: 3.5 }, winsorise: { most: 5 }, then: 'log' },
  ],
  categories: {
    municipalities: { title: 'Municipalities', kind: 'municipality' },
  },
  combine: 'mean',
  missing: 'exclude',
  criteria: {
    networks: {
      title: 'Networks',
      why: 'Nobody uses a service that the line does not carry.',
      weight: 1,
      missing: 'exclude',
      combine: 'mean',
      children: {
        fibre: {
          title: 'Fibre',
          why: 'Fibre lasts longer than any promise of speed.',
          weight: 1,
          missing: 'exclude',
          reads: ['fibre'],
          scoring: { by: 'linear', from: 0, to: 100 },
          stage: 'survey',
        },
        speed: {
          title: 'Speed',
          why: 'What residents measure, not what is advertised.',
          weight: 1,
          missing: 'exclude',
          reads: ['speed'],
          scoring: { by: 'minmax' },
          stage: 'survey',
        },
      },
    },
    services: {
      title: 'Services',
      why: 'Residents gain only from services that they choose to use.',
      weight: 1,
      missing: 'exclude',
      crosswalk: { SRV: 1 },
      combine: 'geometric',
      children: {
        use: {
          title: 'Use',
          why: 'Applications per thousand residents, so that size does not decide.',
          weight: 2,
          missing: 'exclude',
          reads: ['applications'],
          scoring: { by: 'minmax', range: [0.01, 1] },
          stage: 'survey',
        },
        waiting: {
          title: 'Waiting',
          why: 'A form that is sent at once and read in a month is not digital.',
          weight: 1,
          missing: 'exclude',
          reads: ['waiting'],
          scoring: { by: 'minmax', lowerIsBetter: true, range: [0.01, 1] },
          stage: 'survey',
        },
      },
    },
  },
  stages: [{ kind: 'survey' }, { kind: 'publication' }],
  awards: {},
  tieBreak: [],
  sources: [
    {
      about: ['criteria.*.weight', 'criteria.*.children.*.weight', 'missing', 'steps'],
      says: 'Weights, steps and what a gap does, until the index decides otherwise.',
      where: 'The author of this plugin',
      status: 'assumed',
    },
  ],
})
`
