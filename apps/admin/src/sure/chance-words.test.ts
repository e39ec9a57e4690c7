import { expect, test } from 'vitest'
import { chanceWords } from './chance-words.ts'

test('only what is never so, or always, reads as none or all', () => {
  const shares = [0, 0.0001, 0.005, 0.5, 0.9949, 0.995, 0.9999, 1]
  expect(shares.map(share => chanceWords(share, 'en-GB'))).toEqual([
    '0%',
    '< 1%',
    '1%',
    '50%',
    '99%',
    '> 99%',
    '> 99%',
    '100%',
  ])
})
