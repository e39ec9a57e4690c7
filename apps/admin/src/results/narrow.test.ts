import { describe, expect, test } from 'vitest'
import { narrowed } from './narrow.ts'

const rows = [
  { name: 'Østfold', category: 'county', country: 'NO', county: null, population: 284_962 },
  { name: 'Våler', category: 'small', country: 'NO', county: '01', population: 4999 },
  { name: 'Våler', category: 'small', country: 'NO', county: '04', population: 5000 },
  { name: 'Andebu', category: null, country: 'NO', county: '07', population: null },
]
const NAMES: Record<string, string> = { 'NO-01': 'Østfold', 'NO-04': 'Hedmark', 'NO-07': 'Vestfold' }
const fitting = (by: Parameters<typeof narrowed>[1]) => narrowed(rows, by, id => NAMES[id] ?? id, 'nb-NO')

describe('results are narrowed', () => {
  test('to nothing less when nothing is asked', () => expect(fitting({})).toEqual([0, 1, 2, 3]))
  test('by words in the name and the county', () => {
    expect(fitting({ text: 'østfold' })).toEqual([0, 1])
    expect(fitting({ text: ' våler hed ' })).toEqual([2])
  })
  test('by category, and to those without one', () => {
    expect(fitting({ category: 'small' })).toEqual([1, 2])
    expect(fitting({ category: '-' })).toEqual([3])
  })
  test('by county', () => expect(fitting({ county: 'NO-04' })).toEqual([2]))
  test('by band of inhabitants, whose lower bound belongs to it; no figure is in none', () => {
    expect(fitting({ band: '<5000' })).toEqual([1])
    expect(fitting({ band: '5000-9999' })).toEqual([2])
    expect(fitting({ band: '>=100000' })).toEqual([0])
  })
})
