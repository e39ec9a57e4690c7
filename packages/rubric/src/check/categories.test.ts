import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Category } from '../contract.ts'
import { sampleWith } from '../sample.ts'
import { checkCategories } from './categories.ts'

const bound = fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined })
const category = fc.record({ from: bound, below: bound }).map(
  ({ from, below }): Category => ({
    title: 'C',
    kind: 'municipality',
    population: { ...(from === undefined ? {} : { from }), ...(below === undefined ? {} : { below }) },
  }),
)

const holds = (population: number, { population: limits }: Category): boolean =>
  population >= (limits?.from ?? 0) && population < (limits?.below ?? Number.POSITIVE_INFINITY)

test('there is a gap, an overlap or an empty class exactly where counting heads finds one', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), category, { minKeys: 1 }), categories => {
      const codes = new Set([...checkCategories(sampleWith({ categories }))].map(finding => finding.code))
      const classes = Object.values(categories)
      const heads = Array.from(
        { length: 14 },
        (_, population) => classes.filter(one => holds(population, one)).length,
      )
      const used = classes.some(one => heads.some((_, population) => holds(population, one)))
      expect([codes.has('category-gap'), codes.has('category-overlap'), codes.has('bad-range')]).toEqual([
        used && heads.includes(0),
        heads.some(count => count > 1),
        classes.some(one => !heads.some((_, population) => holds(population, one))),
      ])
    }),
    { numRuns: 500 },
  )
})
