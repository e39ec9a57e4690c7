import type { RubricData } from '@tumstock/rubric/contract'
import { nordic1 } from '@tumstock/rubric/framework'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../score/data.ts'
import { evaluate } from '../score/evaluate.ts'
import { compile } from '../score/plan.ts'
import type { Results } from '../score/results.ts'
import { tabulate } from '../score/tabulate.ts'
import { leafOf, rubricOf } from '../testing/rubric.fixture.ts'
import { dimensionCoverage } from './coverage.ts'
import { type DimensionValues, dimensions } from './dimensions.ts'

const { plan } = rubricOf().questions as { plan: RubricData['questions'][string] }

/** Weights 2 : 1 : 1; geo is half sector, half data; the last is mapped by the group that holds it. */
const rubric = rubricOf({
  questions: { plan, geo: plan, bus: plan },
  criteria: {
    plan: leafOf('plan', { weight: 2, crosswalk: { GOV: 1 } }),
    geo: leafOf('geo', { crosswalk: { SEC: 0.5, DAT: 0.5 } }),
    rest: {
      title: 'Rest',
      why: 'It is asked.',
      weight: 1,
      missing: 'zero',
      combine: 'mean',
      crosswalk: { DAT: 1 },
      children: { bus: leafOf('bus', { onlyIn: ['county'] }) },
    },
  },
})
const resultsOf = (rows: Row[], of = rubric): Results => evaluate(compile(of), tabulate(of, rows))
const row = (id: string, answers: Row['answers'], category = 'county'): Row => ({ id, category, answers })
const at = (found: DimensionValues[], dimension: string, entry: number): [number, number] => {
  const { values, coverage } = found.find(one => one.dimension === dimension)!
  return [values[entry]!, coverage[entry]!]
}

describe('dimensions', () => {
  const found = dimensions(
    rubric,
    nordic1,
    resultsOf([
      row('all', { plan: 'yes', geo: 'partly', bus: 'yes' }),
      row('some', { plan: 'no', bus: 'yes' }),
      row('small', { plan: 'partly', geo: 'yes' }, 'small'),
      row('none', {}),
    ]),
  )

  test('weighted by effective weight and crosswalk share', () => {
    expect(at(found, 'GOV', 0)).toEqual([1, 1])
    expect(at(found, 'SEC', 0)).toEqual([0.5, 1])
    // (⅛ · 0.5 + ¼ · 1) / ⅜
    expect(at(found, 'DAT', 0)).toEqual([expect.closeTo(5 / 6, 12), 1])
  })

  test('what was not answered is left out, not zero', () => {
    expect(at(found, 'DAT', 1)).toEqual([1, expect.closeTo(2 / 3, 12)])
    expect(at(found, 'SEC', 1)).toEqual([Number.NaN, 0])
    expect(at(found, 'GOV', 3)).toEqual([Number.NaN, 0])
  })

  test('what does not apply takes nothing from the coverage', () => {
    expect(at(found, 'DAT', 2)).toEqual([1, 1])
  })

  test('nothing mapped, no value', () => {
    expect(at(found, 'TRU', 0)).toEqual([Number.NaN, 0])
    expect(found.map(one => one.dimension)).toEqual(nordic1.dimensions.map(one => one.id))
  })

  test('results of another rubric are refused', () => {
    expect(() => dimensions(rubric, nordic1, resultsOf([row('a', {})], rubricOf()))).toThrow(
      'they come from another rubric',
    )
  })

  test('stays within the scores of its leaves, whatever is answered', () => {
    const answer = fc.option(fc.constantFrom('yes', 'partly', 'no'))
    const answers = fc.record({ plan: answer, geo: answer, bus: answer })
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1 }), entries => {
        const rows = entries.map((given, i) => row(String(i), given))
        for (const { values, coverage } of dimensions(rubric, nordic1, resultsOf(rows)))
          for (const [i, value] of values.entries()) {
            expect(coverage[i]! > 0).toBe(!Number.isNaN(value))
            expect(Number.isNaN(value) || (value >= 0 && value <= 1)).toBe(true)
            expect(coverage[i]).toBeLessThanOrEqual(1)
          }
      }),
    )
  })
})

describe('dimensionCoverage', () => {
  const states = (results: Results | null) =>
    Object.fromEntries(
      dimensionCoverage(rubric, nordic1, results).map(({ dimension, state, weight, data }) => [
        dimension,
        [state, weight, data],
      ]),
    )

  test('without results: what is asked', () => {
    const { GOV, SEC, DAT, TRU } = states(null)
    expect(GOV).toEqual(['full', 0.5, null])
    expect(SEC).toEqual(['full', 0.125, null])
    expect(DAT).toEqual(['full', 0.375, null])
    expect(TRU).toEqual(['none', 0, null])
  })

  test('with results: what is answered', () => {
    const { GOV, SEC, DAT } = states(
      resultsOf([row('a', { plan: 'yes', bus: 'no' }), row('b', { plan: 'no', bus: 'yes' })]),
    )
    expect(GOV).toEqual(['full', 0.5, 1])
    expect(SEC).toEqual(['none', 0.125, 0])
    expect(DAT).toEqual(['part', 0.375, expect.closeTo(2 / 3, 12)])
  })

  test('entries that a dimension does not apply to take nothing from it', () => {
    const countiesOnly = rubricOf({
      questions: { plan, bus: plan },
      criteria: { plan: leafOf('plan'), bus: leafOf('bus', { crosswalk: { DAT: 1 }, onlyIn: ['county'] }) },
    })
    const rows = [row('county', { bus: 'yes' }), row('small', { plan: 'yes' }, 'small')]
    const found = dimensionCoverage(countiesOnly, nordic1, resultsOf(rows, countiesOnly))
    expect(found.find(one => one.dimension === 'DAT')).toMatchObject({ state: 'full', data: 1 })
  })

  test('a round without entries has no data', () => {
    expect(states(resultsOf([])).GOV).toEqual(['none', 0.5, 0])
  })
})
