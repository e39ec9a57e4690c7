import { expect, test } from 'vitest'
import { harmless } from './harmless.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+47', "'+47"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['\tx', "'\tx"],
  ['\r=x', "'\r'=x"],
  ['Os;=1+1;x', "Os;'=1+1;x"],
  ['Os\n=1+1', "Os\n'=1+1"],
  ['Os\t@x', "Os\t'@x"],
])('%j cannot run as a formula', (text, safe) => {
  expect(harmless(text)).toBe(safe)
})

test.each(['Sør-Varanger', 'a; b', 'two\nlines', '1 + 1 = 2', ''])('%j stays as it is', text => {
  expect(harmless(text)).toBe(text)
})
