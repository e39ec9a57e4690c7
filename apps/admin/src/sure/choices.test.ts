import { parseAssumptions } from '@tumstock/engine/assumptions'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assumedOf } from './assumed-of.ts'
import { ruledRubric } from './choices.fixture.ts'
import { type Choices, NOTHING, offerOf, USUAL, within } from './choices.ts'
import { choicesFrom, choicesText } from './choices-text.ts'

const offer = offerOf(ruledRubric, true)

test('offers what the rubric leaves room for', () => {
  expect({ ...offer, steps: offer.steps.map(({ at, among }) => [at, among.length]) }).toEqual({
    ways: ['geometric', 'harmonic', 'weightedMedian', 'min'],
    groups: ['criteria', 'criteria.a'],
    missing: ['criteria.a', 'criteria.a.children.x'],
    leaves: 3,
    steps: [[1, 3]],
    rules: ['zscore', 'percentile', 'rank'],
    relative: ['criteria.a.children.x', 'criteria.a.children.y'],
    rule: { by: 'minmax' },
    marks: true,
  })
  expect(offerOf(ruledRubric, false).marks).toBe(false)
})

test('every choice becomes an assumption that the engine takes', () => {
  const all: Choices = {
    weights: 10,
    combine: ['geometric'],
    missing: true,
    leaveOut: true,
    steps: [0, 1, 7],
    scoring: ['rank'],
    marks: true,
  }
  const assumed = assumedOf(within(all, offer), offer, ruledRubric)
  expect(assumed).toEqual(parseAssumptions(assumed, 'ruled@1'))
  expect(assumed).toEqual([
    { vary: 'weights', by: 0.1 },
    { vary: 'combine', among: ['mean', 'geometric'], of: ['criteria', 'criteria.a'] },
    { vary: 'missing', among: ['zero', 'exclude'], of: ['criteria.a', 'criteria.a.children.x'] },
    { vary: 'leaveOut' },
    {
      vary: 'step',
      at: 1,
      among: [{ do: 'impute', by: 'mean' }, { do: 'impute', by: 'median' }, null],
    },
    { vary: 'scoring', among: [{ by: 'minmax' }, { by: 'rank' }], of: offer.relative },
    { vary: 'marks' },
  ])
})

test('the address holds any choice, and takes nothing else', () => {
  const some = <T>(...of: readonly T[]) => fc.subarray([...of])
  const choice = fc.record<Choices>({
    weights: fc.option(fc.integer({ min: 1, max: 99 })),
    combine: some('mean', 'geometric', 'harmonic', 'weightedMedian', 'min'),
    missing: fc.boolean(),
    leaveOut: fc.boolean(),
    steps: some(0, 1, 12),
    scoring: some('minmax', 'zscore', 'percentile', 'rank'),
    marks: fc.boolean(),
  })
  fc.assert(
    fc.property(choice, given => {
      expect(choicesFrom(choicesText(given))).toEqual(given)
    }),
  )
  expect(choicesText(USUAL)).toBeUndefined()
  expect(choicesText(NOTHING)).toBe('none')
  expect(choicesFrom('weights-250.combine-copeland-min-min.nonsense.steps-x-2')).toEqual({
    ...NOTHING,
    combine: ['min'],
    steps: [2],
  })
})
