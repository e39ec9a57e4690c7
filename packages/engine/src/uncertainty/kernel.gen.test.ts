import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kernelSource } from '../../kernel/build.ts'

test('the compiled kernel is that of its sources: `pnpm --filter @tumstock/engine kernel` writes it anew', () => {
  const committed = readFileSync(new URL('kernel.gen.ts', import.meta.url), 'utf8')
  // Not by `toBe`, which would print both.
  expect(committed === kernelSource()).toBe(true)
}, 60_000)
