import { expect, test } from 'vitest'
import { byRow, claimedTwice } from './targets.ts'

test('bad cells stand by their row, in the order of the file', () =>
  expect(
    byRow([
      { row: 7, column: 'a' },
      { row: 3, column: 'b' },
      { row: 7, column: 'c' },
    ]),
  ).toEqual([
    { row: 3, cells: [{ row: 3, column: 'b' }] },
    {
      row: 7,
      cells: [
        { row: 7, column: 'a' },
        { row: 7, column: 'c' },
      ],
    },
  ]))

test('a target belongs to one column', () =>
  expect(
    claimedTwice([
      { mapsTo: 'plan' },
      { mapsTo: null },
      { mapsTo: 'lit' },
      { mapsTo: 'plan' },
      { mapsTo: null },
    ]),
  ).toEqual(['plan']))
