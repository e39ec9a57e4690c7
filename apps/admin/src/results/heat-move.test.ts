import { expect, test } from 'vitest'
import { moved } from './heat-move.ts'

const size = { rows: 30, columns: 4 }

test.each([
  ['ArrowUp', { row: 0, column: 0 }, { row: 0, column: 0 }],
  ['ArrowDown', { row: 29, column: 1 }, { row: 29, column: 1 }],
  ['ArrowRight', { row: 3, column: 2 }, { row: 3, column: 3 }],
  ['ArrowLeft', { row: 3, column: 2 }, { row: 3, column: 1 }],
  ['Home', { row: 3, column: 2 }, { row: 3, column: 0 }],
  ['End', { row: 3, column: 2 }, { row: 3, column: 3 }],
  ['PageDown', { row: 25, column: 2 }, { row: 29, column: 2 }],
  ['PageUp', { row: 15, column: 2 }, { row: 5, column: 2 }],
])('%s stays inside the grid', (key, from, to) => expect(moved(from, key, size)).toEqual(to))

test('other keys lead nowhere', () => expect(moved({ row: 0, column: 0 }, 'a', size)).toBeNull())
