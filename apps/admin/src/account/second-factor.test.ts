import { expect, test } from 'vitest'
import { keyOf } from './second-factor.ts'

test('the key is told in groups of four, none of them empty', () => {
  const uri = 'otpauth://totp/Tumstock:lead@dovre.example?secret=ABCDEFGH23&issuer=Tumstock'
  expect(keyOf(uri)).toBe('ABCD EFGH 23')
  expect(keyOf(uri.replace('23&', '&'))).toBe('ABCD EFGH')
})
