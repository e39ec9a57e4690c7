import { expect, test } from 'vitest'
import {
  type ComparedRound,
  type ComparedRow,
  figureOf,
  medianBy,
  narrowRounds,
  peersOf,
  percentilesBy,
  standingOf,
  WHOLE,
} from './comparison.ts'

const row = (unit: string, population: number | null, percent: number | null, gov: number | null = null) =>
  ({
    unit,
    name: unit,
    country: unit.slice(0, 2),
    kind: 'municipality',
    population,
    category: null,
    percent,
    percentile: null,
    dimensions: { GOV: gov },
    position: null,
  }) satisfies ComparedRow

const round = (rows: ComparedRow[]) => ({ id: 'r', rows }) as unknown as ComparedRound

const norway = round([row('NO-1', 1500, 40, 0.2), row('NO-2', 3000, 60, null), row('NO-3', 60_000, 80, 0.6)])
const sweden = round([row('SE-1', 3100, 50), row('SE-2', null, 70)])

test('a figure is the whole result or a dimension, both out of 100', () => {
  expect(norway.rows.map(one => [figureOf(one, WHOLE), figureOf(one, 'GOV')])).toEqual([
    [40, 20],
    [60, null],
    [80, 60],
  ])
  expect(medianBy(norway, WHOLE)).toBe(60)
  expect(medianBy(norway, 'GOV')).toBe(40)
  expect(medianBy(norway, 'TRU')).toBeNull()
})

test('a band leaves out those whose population is not known', () => {
  const units = narrowRounds([norway, sweden], { band: '2000-4999' }).map(one =>
    one.rows.map(({ unit }) => unit),
  )
  expect(units).toEqual([['NO-2'], ['SE-1']])
})

test('peers are of every country, with the unit itself', () => {
  expect(peersOf([norway, sweden], 'NO-2')).toEqual(new Set(['NO-2', 'NO-1', 'NO-3', 'SE-1']))
  expect(peersOf([norway, sweden], 'SE-2')).toBeNull()
})

test('percentiles are within the country and leave out what has no figure', () => {
  expect(percentilesBy(norway, 'GOV')).toEqual(
    new Map([
      ['NO-1', 0.25],
      ['NO-3', 0.75],
    ]),
  )
})

test('the standing of a figure counts ties half', () => {
  expect(standingOf(norway, WHOLE, 60)).toBe(0.5)
  expect(standingOf(norway, WHOLE, 100)).toBe(1)
  expect(standingOf(round([]), WHOLE, 50)).toBeNull()
})
