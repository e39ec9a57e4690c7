import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PANEL_ERRORS } from './panel-error.ts'

test('ERRORS.md lists every code with what it means', () => {
  const rows = readFileSync(new URL('./ERRORS.md', import.meta.url), 'utf8')
    .split('\n')
    .flatMap(line => /^\| `([a-z-]+)` +\| (.+?) +\|$/.exec(line)?.slice(1).join(': ') ?? [])
  expect(rows).toEqual(PANEL_ERRORS.map(({ code, says }) => `${code}: ${says}`))
})
