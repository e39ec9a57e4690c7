import { expect, test } from 'vitest'
import { rowOf, snapshotWith } from '../open-data/snapshot.fixture.ts'
import { changesBetween } from './diff.ts'

test('says for each unit what it was and what it is', () => {
  const before = snapshotWith([rowOf('NO-1'), rowOf('NO-2', { rank: 2 }), rowOf('NO-3', { rank: 3 })])
  const after = snapshotWith([
    rowOf('NO-4'),
    rowOf('NO-2', { rank: 1, category: null }),
    rowOf('NO-3', { rank: 3 }),
  ])
  expect(changesBetween(before, after)).toEqual([
    { unit: 'NO-1', name: 'NO-1', field: 'entry', from: 'listed', to: null },
    { unit: 'NO-2', name: 'NO-2', field: 'category', from: 'small', to: null },
    { unit: 'NO-2', name: 'NO-2', field: 'rank', from: 2, to: 1 },
    { unit: 'NO-4', name: 'NO-4', field: 'entry', from: null, to: 'listed' },
  ])
})

test('the order of the rows is no change', () => {
  const rows = [rowOf('NO-1'), rowOf('NO-2')]
  expect(changesBetween(snapshotWith(rows), snapshotWith(rows.toReversed()))).toEqual([])
})
