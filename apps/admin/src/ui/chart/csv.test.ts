import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('figures unrounded, gaps empty, texts quoted where they must be', () => {
  const columns = [{ title: 'Name' }, { title: 'Share, %' }]
  const rows = [
    ['Os, "the" one', 0.1 + 0.2],
    ['Ås', null],
    ['=SUM(A1)', -2],
    ['Os;=SUM(A1);x', 1],
  ]
  expect(csvOf({ columns, rows })).toBe(
    'Name,"Share, %"\r\n"Os, ""the"" one",0.30000000000000004\r\nÅs,\r\n\'=SUM(A1),-2\r\nOs;\'=SUM(A1);x,1\r\n',
  )
})
