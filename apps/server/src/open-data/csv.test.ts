import { readTable } from '@tumstock/tables/read-table'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { rowOf, snapshotWith } from './snapshot.fixture.ts'

const namesIn = async (names: string[]): Promise<(string | undefined)[]> => {
  const text = csvOf(snapshotWith(names.map((name, at) => rowOf(`NO-${at}`, { name }))))
  const { header, rows } = await readTable(new TextEncoder().encode(text))
  return rows.map(row => row.cells[header.indexOf('name')])
}

test('names come back whole, whatever stands in them', async () => {
  const names = ['Sørum', 'Os, "Hordaland"', 'two\nlines', ' spaced ', 'a;b']
  expect(await namesIn(names)).toEqual(names)
})

test('no name can run as a formula', async () => {
  expect(await namesIn(['=1+1', 'Os;=1+1;x'])).toEqual(["'=1+1", "Os;'=1+1;x"])
})

test('numbers are unrounded, and what there is none of is empty', () => {
  const row = rowOf('NO-0511', { percent: 100 / 3, score: null, rank: null, category: null })
  expect(csvOf(snapshotWith([row])).split('\r\n')[1]).toBe(
    'NO-0511,0511,NO-0511,NO,,,33.333333333333336,,1,scored,computed,entry,open-hall-2014,round,1,1,,compete',
  )
})
