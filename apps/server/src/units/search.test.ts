import { expect, it } from 'vitest'
import { searchUnits } from './search.ts'

const ids = (...args: Parameters<typeof searchUnits>) => searchUnits(...args).map(hit => hit.id)
const date = '2014-01-01'

it('puts a whole name before names that begin so', () => {
  expect(ids({ text: 'Våler', date, country: 'NO' })).toEqual(['NO-0137', 'NO-0426'])
})

it('finds the units of that day only: Oppland in 2014, not in 2021', () => {
  expect(ids({ text: 'Oppland', date, kind: 'county' })).toEqual(['NO-05'])
  expect(ids({ text: 'Oppland', date: '2021-01-01', country: 'NO', kind: 'county' })).toEqual([])
})

it('finds by code, and close spellings where nothing else is found', () => {
  expect(ids({ text: '0301', date })[0]).toBe('NO-0301')
  expect(ids({ text: 'Lilehammer', date, country: 'NO' })).toEqual(['NO-0501'])
})

it('gives nothing for nothing', () => {
  expect(ids({ text: ' ', date })).toEqual([])
})
