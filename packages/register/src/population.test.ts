import { expect, test } from 'vitest'
import { populationAt, populationsOf } from './population.ts'

const SSB = 'Statistics Norway (SSB), table 07459, population on 1 January'

test('is the latest count at or before the day, and says of which day', () => {
  expect(populationAt('NO-0226', '2011-01-01')).toEqual({ value: 15_686, asOf: '2011-01-01', source: SSB })
  expect(populationAt('NO-0226', '2010-12-31')?.asOf).toBe('2010-01-01')
  expect(populationAt('NO-0226', '2016-06-30')?.asOf).toBe('2014-01-01')
  expect(populationAt('NO-1580', '2026-07-01')?.asOf).toBe('2026-01-01')
})

test('is never guessed', () => {
  expect(populationAt('NO-0226', '2009-12-31')).toBe(null)
  expect(populationAt('NO-0226', '2020-01-01')).toBe(null)
  expect(populationAt('NO-0706', '2014-01-01')).toBe(null)
  expect(populationsOf('NO-0706')).toEqual([])
  expect(populationAt('SE-0180', '2015-01-01')).toBe(null)
  expect(populationAt('IS-0000', '2020-01-01')).toBe(null)
  expect(populationAt('elsewhere', '2020-01-01')).toBe(null)
  expect(() => populationAt('NO-0301', 'today')).toThrow('"today" is not a date.')
})

test('of a county is the sum of its municipalities, and says so', () => {
  expect(populationAt('NO-05', '2014-06-01')).toEqual({
    value: 187_820,
    asOf: '2014-01-01',
    source: `sum of its municipalities: ${SSB}`,
  })
  expect(populationAt('NO-03', '2024-01-01')?.value).toBe(717_710)
})

test('of a county is missing where a municipality of it was not counted', () => {
  expect(populationsOf('NO-07').map(count => count.asOf)).toEqual(['2017-01-01', '2018-01-01', '2019-01-01'])
})

test('of a unit that keeps its code, every count', () => {
  expect(
    populationsOf('NO-0301')
      .map(count => count.asOf.slice(0, 4))
      .join(' '),
  ).toBe('2010 2011 2012 2013 2014 2017 2018 2019 2020 2021 2024 2025 2026')
})
