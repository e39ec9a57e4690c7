import { expect, test } from 'vitest'
import { newPassword } from './roles.ts'

test('a password is made of signs that cannot be mistaken, whatever the chance', () => {
  const last = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((_, i) => 224 + i)
  const next = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((_, i) => i)
  let call = 0
  expect(newPassword(bytes => (call++ === 0 ? last(bytes) : next(bytes)))).toBe('abcdefghijkmnpqr')
})
