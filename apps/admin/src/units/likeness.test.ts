import { expect, test } from 'vitest'
import { similarIn, valuesAt } from './likeness.ts'

const row = (entry: string, population: number | null, percent: number | null, more = {}) => ({
  entry,
  units: [`NO-${entry}`],
  name: entry,
  kind: 'municipality',
  country: 'NO',
  population,
  percent,
  ...more,
})

const rows = [
  row('own', 1000, 60),
  row('far', 90_000, 50),
  row('near', 1100, 45),
  row('county', 1000, 70, { kind: 'county' }),
  row('abroad', 1000, 70, { country: 'SE' }),
  row('unknown', null, 70),
  row('silent', 950, null),
]

test('similar are those of the same country and kind, the nearest in population first, with the difference', () => {
  expect(similarIn(rows, 'own').map(({ entry, difference }) => [entry, difference])).toEqual([
    ['silent', null],
    ['near', 15],
    ['far', 10],
  ])
})

test('without a population nobody is similar', () => expect(similarIn(rows, 'unknown')).toEqual([]))

test('values of some rows by dimension, gaps left out', () =>
  expect(valuesAt([{ dimension: 'GOV', values: [0.5, null, 0.25], coverage: [] }], [0, 1, 2])).toEqual(
    new Map([['GOV', [0.5, 0.25]]]),
  ))
