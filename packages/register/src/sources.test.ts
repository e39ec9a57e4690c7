import { expect, test } from 'vitest'
import { sourcesOf } from './sources.ts'

test('every source is told with office, licence and address', () => {
  expect(sourcesOf().map(source => `${source.country} ${source.id}`)).toEqual([
    'NO ssb-klass-131',
    'NO ssb-07459',
    'NO kartverket-2020',
    'NO ssb-correspondence',
    'NO gisco-lau-2020',
    'SE scb-kommuner',
    'SE gisco-lau-2020',
    'DK dst-nuts',
    'DK gisco-lau-2020',
    'FI stat-fi-2024',
    'FI vm-2019',
    'FI gisco-lau-2020',
    'IS gisco-lau-2020',
  ])
  for (const { office, licence, url } of sourcesOf()) {
    expect(office).not.toBe('')
    expect(licence).not.toBe('')
    expect(new URL(url).protocol).toBe('https:')
  }
})
