import type { Combine, RubricData, Scoring, Step } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { conform } from './conform.ts'
import { wellMade, writePlugin } from './plugin.fixture.ts'
import { leafOf } from './rubric.fixture.ts'

/** What the kit finds in an award with flights, roads and area to prepare, changed in these parts. */
const findingsOf = async (rest: Partial<RubricData>): Promise<string[]> => {
  const indicator = (title: string) => ({ title, unit: 'u', source: 'Statistics', code: title })
  const edition: RubricData = {
    ...wellMade,
    indicators: {
      ...wellMade.indicators,
      flights: indicator('Flights'),
      roads: indicator('Roads'),
      area: indicator('Area'),
    },
    criteria: { ...wellMade.criteria, ...scoredBy({ by: 'minmax' }, { by: 'percentile' }) },
    steps: [{ do: 'denominate', each: { flights: { by: 'area', per: 1000 } } }],
    ...rest,
  }
  await using plugin = await writePlugin({ editions: [edition] })
  return (await conform(plugin.folder)).map(({ check, message }) => `${check}: ${message}`)
}

const scoredBy = (flights: Scoring, roads: Scoring): RubricData['criteria'] => ({
  flights: leafOf('flights', { missing: 'exclude', scoring: flights }),
  roads: leafOf('roads', { missing: 'exclude', scoring: roads, onlyIn: ['county', 'small'] }),
})

const BY_AREA: Step = { do: 'denominate', each: { flights: { by: 'area', per: 1000 } } }

describe('a rubric whose numbers are prepared conforms', () => {
  test.each<[string, Step[]]>([
    ['divided', [BY_AREA]],
    ['screened', [BY_AREA, { do: 'screen', available: 0.6, nonZero: 0.1, keep: ['a'], drop: ['b'] }]],
    ['imputed from others', [BY_AREA, { do: 'impute', by: 'median', within: 'category' }]],
    ['imputed from its own', [BY_AREA, { do: 'impute', by: 'rowMean' }]],
    ['estimated', [BY_AREA, { do: 'impute', by: 'regression', on: ['area'], of: ['flights', 'roads'] }]],
    [
      'treated',
      [BY_AREA, { do: 'treat', test: { skewness: 1, kurtosis: 1 }, winsorise: { most: 3 }, then: 'log' }],
    ],
    ['transformed', [BY_AREA, { do: 'treat', then: 'logMirrored' }]],
  ])('%s', async (_, steps) => {
    expect(await findingsOf({ steps })).toEqual([])
  })
})

describe('a rubric with rules that look at the round conforms', () => {
  test.each<[Scoring, Scoring]>([
    [
      { by: 'minmax', range: [0.1, 1] },
      { by: 'zscore', open: { mean: 0.5, sd: 0.1 } },
    ],
    [
      { by: 'rank', ties: 'least', lowerIsBetter: true },
      { by: 'borda', lowerIsBetter: true },
    ],
    [
      { by: 'reference', entry: 'NO-0301' },
      { by: 'reference', entry: 'NO-03', lowerIsBetter: true, cap: true },
    ],
    [
      { by: 'target', target: 900, cap: true },
      { by: 'target', target: -5, lowerIsBetter: true },
    ],
    [
      { by: 'shareOfBest', lowerIsBetter: true },
      { by: 'linear', from: 0, to: 1, open: true },
    ],
  ])('%j and %j', async (flights, roads) => {
    expect(await findingsOf({ criteria: { ...wellMade.criteria, ...scoredBy(flights, roads) } })).toEqual([])
  })
})

describe('a rubric conforms that combines by', () => {
  test.each<Combine>([
    'weightedMedian',
    'copeland',
    'outranking',
    'kemeny',
    { power: 2 },
    { benefitOfDoubt: [0, 1] },
  ])('%j', async combine => {
    expect(await findingsOf({ combine })).toEqual([])
  })
})
