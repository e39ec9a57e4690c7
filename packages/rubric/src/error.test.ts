import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RUBRIC_ERRORS, RubricError } from './error.ts'
import { PROBLEMS } from './problem.ts'

test('an error names the edition, the place and the cause', () => {
  const cause = new TypeError('x is not a function')
  const error = new RubricError({
    code: 'function-threw',
    rubric: 'walkable-towns@2026',
    path: 'criteria.network',
    fn: 'metresPerHead',
    says: 'threw.',
    cause,
  })
  expect([error.message, error.code, error.rubric, error.path, error.fn, error.cause]).toEqual([
    'walkable-towns@2026 › criteria.network: threw.',
    'function-threw',
    'walkable-towns@2026',
    'criteria.network',
    'metresPerHead',
    cause,
  ])
})

test('an error about the whole rubric has no place', () => {
  const error = new RubricError({ code: 'bad-rubric', rubric: 'a@1', says: 'nothing can be computed.' })
  expect([error.message, 'path' in error, 'cause' in error]).toEqual([
    'a@1: nothing can be computed.',
    false,
    false,
  ])
})

const catalogue = readFileSync(new URL('../ERRORS.md', import.meta.url), 'utf8')
const rowsUnder = (heading: string): string[][] => {
  const section = catalogue.split(/^## /m).find(part => part.startsWith(heading)) ?? ''
  return [...section.matchAll(/^\| `(.+)` *\| (.+?) *\|$/gm)].map(([, code = '', says = '']) => [code, says])
}

test.each([
  ['Errors', RUBRIC_ERRORS],
  ['Problems', PROBLEMS],
] as const)('the catalogue lists the %s, all of them and no others', (heading, codes) => {
  expect(rowsUnder(heading)).toEqual(codes.map(({ code, says }) => [code, says]))
})

test('no code is listed twice', () => {
  const codes = [...RUBRIC_ERRORS, ...PROBLEMS.filter(problem => problem.code !== 'bad-weight')].map(
    ({ code }) => code,
  )
  expect(new Set(codes).size).toBe(codes.length)
})
