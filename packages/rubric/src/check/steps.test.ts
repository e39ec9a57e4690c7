import { expect, test } from 'vitest'
import { check } from '../check.ts'
import type { Step } from '../contract.ts'
import { nordic1 } from '../framework.ts'
import { sampleWith } from '../sample.ts'

const indicator = (title: string) => ({ title, unit: 'u', source: 's', code: 'c' })
const leaf = (id: string) => ({
  title: id,
  why: 'W',
  weight: 1,
  missing: 'exclude',
  reads: [id],
  scoring: { by: 'minmax' },
  stage: 'survey',
})

/** With flights and roads, that are scored, and area, that no criterion reads. */
const told = (...steps: unknown[]): string[] =>
  check(
    sampleWith({
      'indicators.flights': indicator('Flights'),
      'indicators.roads': indicator('Roads'),
      'indicators.area': indicator('Area'),
      'criteria.flights': leaf('flights'),
      'criteria.roads': leaf('roads'),
      steps,
    }),
    nordic1,
    undefined,
    ['metresPerHead'],
  ).map(({ message }) => message.replace('walkable-towns@2026 › ', ''))

const BY_AREA = { do: 'denominate', each: { flights: { by: 'area' } } } as const satisfies Step
const TEST = { skewness: 2, kurtosis: 3.5 }

test('every step, and what only steps use, may be there', () => {
  const steps: Step[] = [
    { do: 'denominate', each: { flights: { by: 'population', per: 1000 }, roads: { by: 'area' } } },
    { do: 'screen', available: 0.66, nonZero: 0.05, keep: ['a'], drop: ['b'] },
    { do: 'impute', by: 'median', within: 'category' },
    { do: 'impute', by: 'mean', within: 'plan', of: ['flights'] },
    { do: 'impute', by: 'rowMean', siblings: true },
    { do: 'impute', by: 'regression', on: ['population', 'area'], of: ['flights', 'roads'] },
    { do: 'impute', by: 'linear' },
    { do: 'treat', test: TEST, winsorise: { most: 5 }, then: 'log' },
    { do: 'treat', test: TEST, winsorise: { most: null }, then: { boxCox: 0 }, both: true },
    { do: 'treat', then: 'logScaled', of: ['roads'] },
  ]
  expect(told(...steps)).toEqual([])
})

test('what is divided by and estimated from is in use', () => {
  expect(told(BY_AREA)).toEqual([])
  expect(told({ do: 'impute', by: 'regression', on: ['area'] })).toEqual([])
  expect(told({ do: 'impute', by: 'mean', of: ['area'] })).toEqual([
    'indicators.area: no criterion reads it. Read it, or leave it out.',
  ])
})

test.each<[string, unknown, string]>([
  [
    'divides something unknown',
    { do: 'denominate', each: { flihgts: { by: 'area' } } },
    'steps.1.each.flihgts: no indicator “flihgts”. Did you mean “flights”? Defined: population, flights, roads, area.',
  ],
  [
    'divides by something unknown',
    { do: 'denominate', each: { flights: { by: 'aera' } } },
    'steps.1.each.flights.by: no indicator “aera”. Did you mean “area”? Defined: population, flights, roads, area.',
  ],
  [
    'divides by itself',
    { do: 'denominate', each: { flights: { by: 'flights' } } },
    'steps.1.each.flights.by: divides “flights” by itself, which is 1. By another indicator.',
  ],
  [
    'divides nothing',
    { do: 'denominate', each: {} },
    'steps.1.each: names no indicator, so nothing is divided. At least one.',
  ],
  [
    'leaves nobody out',
    { do: 'screen', keep: ['a'] },
    'steps.1: leaves nobody out. It has “available”, “nonZero” or “drop”.',
  ],
  [
    'keeps and drops the same',
    { do: 'screen', keep: ['a', 'b'], drop: ['b'] },
    'steps.1.keep: “b” is also in drop. An entry is in one of them.',
  ],
  [
    'names an entry twice',
    { do: 'screen', drop: ['b', 'b'] },
    'steps.1.drop.1: “b” is listed before. Once is enough.',
  ],
  [
    'is for something unknown',
    { do: 'treat', then: 'log', of: ['roads', 'road'] },
    'steps.1.of.1: no indicator “road”. Did you mean “roads”? Defined: population, flights, roads, area.',
  ],
  [
    'is for a question',
    { do: 'impute', by: 'last', of: ['metres'] },
    'steps.1.of.0: no indicator “metres”. Defined: population, flights, roads, area.',
  ],
  [
    'is for the same twice',
    { do: 'treat', then: 'log', of: ['roads', 'roads'] },
    'steps.1.of.1: “roads” is listed before. Once is enough.',
  ],
  [
    'estimates from something unknown',
    { do: 'impute', by: 'regression', on: ['ares'] },
    'steps.1.on.0: no indicator “ares”. Did you mean “area”? Defined: population, flights, roads, area.',
  ],
  [
    'estimates from itself',
    { do: 'impute', by: 'regression', on: ['area', 'roads'], of: ['roads'] },
    'steps.1.on: “roads” is also in of. A number is estimated from other indicators.',
  ],
  [
    'is within an unknown group',
    { do: 'impute', by: 'mean', within: 'plam' },
    'steps.1.within: no category or choice question “plam”. Did you mean “plan”? Defined: category, plan.',
  ],
  [
    'is within a question of many answers',
    { do: 'impute', by: 'mean', within: 'measures' },
    'steps.1.within: “measures” is of type multiple. It is “category” or a question of type choice.',
  ],
  [
    'treats by doing nothing',
    { do: 'treat', test: TEST },
    'steps.1: does nothing to what it treats. It has “winsorise”, “then” or both of them.',
  ],
  [
    'has both of one',
    { do: 'treat', test: TEST, winsorise: { most: 5 }, both: true },
    'steps.1.both: is about “winsorise” followed by “then”. It needs both of them.',
  ],
  [
    'winsorises in vain',
    { do: 'treat', winsorise: { most: 5 }, then: 'log' },
    'steps.1.winsorise: comes to nothing: without a “test”, “then” begins from the numbers before it. Give a “test” or “both”.',
  ],
  [
    'winsorises without end',
    { do: 'treat', winsorise: { most: null } },
    'steps.1.winsorise.most: null has no end without a “test” that can be passed. Give one or the other.',
  ],
])('a step that %s', (_, step, message) => {
  expect(told(BY_AREA, step)).toEqual([message])
})

test('within categories, where there are none', () => {
  const changes = {
    categories: {},
    'criteria.network.onlyIn': undefined,
    'sources.1.about': ['id'],
    'awards.town.per': 'round',
    steps: [{ do: 'impute', by: 'mean', within: 'category' }],
  }
  expect(check(sampleWith(changes), nordic1, undefined, ['metresPerHead'])).toMatchObject([
    { code: 'unknown-reference', path: 'steps.0.within' },
  ])
})

test('steps without indicators', () => {
  const changes = {
    indicators: {},
    'criteria.network.reads': ['metres'],
    steps: [{ do: 'treat', then: 'log' }],
  }
  expect(check(sampleWith(changes), nordic1, undefined, ['metresPerHead'])).toMatchObject([
    { code: 'bad-step', path: 'steps' },
  ])
})
