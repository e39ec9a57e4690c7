import { expect, test } from 'vitest'
import { shorten, wrapText } from './wrap-text.ts'

test('wraps between words and never drops one', () => {
  expect(wrapText('Kommuner og fylker i Norge', 12)).toEqual(['Kommuner og', 'fylker i', 'Norge'])
  expect(wrapText('Fylkeskommune x', 5)).toEqual(['Fylkeskommune', 'x'])
  expect(wrapText('  ', 5)).toEqual([])
})

test('shortens with an ellipsis', () => {
  expect(shorten('Kongsvinger', 11)).toBe('Kongsvinger')
  expect(shorten('Kongsvinger kommune', 12)).toBe('Kongsvinger…')
})
