import { expect, test } from 'vitest'
import { compareValues, isFound, sortOf, sortText } from './table-rows.ts'

test('a sort survives the address', () => {
  expect(sortOf(sortText({ column: 'score', descending: true }))).toEqual({
    column: 'score',
    descending: true,
  })
  expect(sortOf(sortText({ column: 'name', descending: false }))).toEqual({
    column: 'name',
    descending: false,
  })
})

test('names are ordered as the language orders them, figures by size', () => {
  const order = (locale: string, values: (string | number)[]) =>
    values.toSorted((a, b) => compareValues(a, b, new Intl.Collator(locale, { numeric: true })))
  expect(order('nb-NO', ['Ål', 'Ørland', 'Alta', 'Ærø'])).toEqual(['Alta', 'Ærø', 'Ørland', 'Ål'])
  expect(order('sv-SE', ['Örebro', 'Åre', 'Ängelholm', 'Alvesta'])).toEqual([
    'Alvesta',
    'Åre',
    'Ängelholm',
    'Örebro',
  ])
  expect(order('nb-NO', ['Gruppe 10', 'Gruppe 9'])).toEqual(['Gruppe 9', 'Gruppe 10'])
  expect(order('nb-NO', [10, 9, -1])).toEqual([-1, 9, 10])
})

test('every word has to be found, in any column', () => {
  const row = ['Nordre Follo', 'Akershus', 61_032, null]
  expect(isFound('follo akers', row, 'nb-NO')).toBe(true)
  expect(isFound('FOLLO', row, 'nb-NO')).toBe(true)
  expect(isFound('follo østfold', row, 'nb-NO')).toBe(false)
  expect(isFound('', row, 'nb-NO')).toBe(true)
})
