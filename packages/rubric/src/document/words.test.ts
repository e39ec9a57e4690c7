import { expect, test } from 'vitest'
import { COMBINE_WORDS } from '../combine.ts'
import type { Combine, Scoring, Step } from '../contract.ts'
import { stepLine } from './steps.ts'
import { combined, inWords } from './words.ts'

test.each<[Step, string]>([
  [
    { do: 'denominate', each: { flights: { by: 'population', per: 1000 }, roads: { by: 'area' } } },
    'Divided: `flights` by `population`, per 1000, `roads` by `area`.',
  ],
  [
    { do: 'screen', available: 2 / 3, nonZero: 0.05, keep: ['oslo'], drop: ['bergen', 'narvik'] },
    'An entry needs numbers for at least 66.67 % of the indicators and at least 5 % of its numbers other than 0. Kept whatever they lack: `oslo`. Left out: `bergen`, `narvik`.',
  ],
  [{ do: 'impute', by: 'mean' }, 'Missing numbers: the mean of the other entries.'],
  [
    { do: 'impute', by: 'median', within: 'category', of: ['roads'] },
    'Missing numbers of `roads`: the median of the other entries of the same category.',
  ],
  [
    { do: 'impute', by: 'median', within: 'coast' },
    'Missing numbers: the median of the other entries with the same answer to `coast`.',
  ],
  [
    { do: 'impute', by: 'rowMedian', siblings: true },
    'Missing numbers: the median of the entry’s own other indicators of the same group, on one range and direction.',
  ],
  [
    { do: 'impute', by: 'regression', on: ['population', 'area'] },
    'Missing numbers: by least squares on `population`, `area`.',
  ],
  [{ do: 'impute', by: 'linear' }, 'Missing numbers: on the line between the entry’s other years.'],
  [
    { do: 'treat', test: { skewness: 2, kurtosis: 3.5 }, winsorise: { most: 5 }, then: 'log' },
    'Outliers: where |skewness| is at least 2 and excess kurtosis at least 3.5, at most 5 of the most extreme drawn in to the next, else on the numbers as they were ln(x − min + (max − min) / 100).',
  ],
  [
    { do: 'treat', winsorise: { most: 2 }, then: { boxCox: 0.5 }, both: true, of: ['roads'] },
    'Outliers of `roads`: at most 2 of the most extreme drawn in to the next, and on those Box–Cox with λ 0.5 of x − min + 1.',
  ],
])('%j', (step, line) => {
  expect(stepLine(step)).toBe(line)
})

test.each<[Scoring, string]>([
  [{ by: 'linear', from: 0, to: 1, open: true }, 'the number as it is'],
  [{ by: 'linear', from: 10, to: 0, open: true }, 'linear from 10 to 0, beyond them too'],
  [{ by: 'minmax', range: [0.01, 1], lowerIsBetter: true }, 'minmax onto 0.01 to 1, lower is better'],
  [{ by: 'zscore', open: { mean: 0.5, sd: 0.1 } }, 'zscore with mean 0.5 and deviation 0.1'],
  [{ by: 'borda', ties: 'least' }, 'borda, ties share the least place'],
  [{ by: 'reference', entry: 'oslo' }, 'distance to the entry `oslo`'],
  [{ by: 'target', target: 40, cap: true }, 'distance to the target 40, not beyond it'],
  [{ by: 'shareOfBest', lowerIsBetter: true }, 'share of the best, lower is better'],
])('%j', (scoring, words) => {
  expect(inWords(scoring)).toBe(words)
})

test('every way to combine has words of its own', () => {
  const ways: Combine[] = [...COMBINE_WORDS, { power: 2 }, { power: 3 }, { benefitOfDoubt: [0.1, 0.5] }]
  expect(new Set(ways.map(combined)).size).toBe(ways.length)
})
