import { expect, test } from 'vitest'
import { modelOf } from '../uncertainty/model.ts'
import { runWith } from '../uncertainty/simulate.ts'
import { designOf } from './design.ts'
import { indicesOf, termsOf } from './indices.ts'
import { threeTowns } from './subject.fixture.ts'
import { slicesOf, unitTerms } from './unit-terms.ts'

const layout = { factors: 2, crossed: false }

test('units come in slices that memory can hold', () => {
  // 9 columns of 10 groups: 90 sums for each unit.
  const shape = { layout, n: 10, groups: 10 }
  expect(slicesOf(5, shape, 180)).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 4 },
    { from: 4, to: 5 },
  ])
  expect(slicesOf(5, shape)).toEqual([{ from: 0, to: 5 }])
  expect(slicesOf(2, shape, 1)).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 2 },
  ])
  expect(slicesOf(0, shape)).toEqual([])
})

test('a slice, gathered a few rows at a time, has the indices of the outputs all at once', () => {
  const assumptions = [
    { vary: 'combine', among: ['mean', 'geometric', 'harmonic'] },
    { vary: 'leaveOut' },
  ] as const
  const model = modelOf(threeTowns, assumptions)
  const n = 8
  const { runs, point } = designOf(layout, { n, seed: 3 })
  const x = new Float64Array(2)
  const ranked = Array.from({ length: runs }, (_, run) => {
    point(run, x)
    const alternatives = model.alternatives.map((count, factor) => Math.floor(x[factor]! * count))
    return runWith(model, { alternatives })
  })
  const terms = unitTerms(model, { layout, n, groups: 4 }, { from: 1, to: 3 }, 'rank')
  for (let from = 0; from < n; from += 3) {
    const to = Math.min(n, from + 3)
    for (let run = from * 4; run < to * 4; run++) terms.keep(run, ranked[run]!)
    terms.addRows(from, to)
  }
  const outputs = Float64Array.from(ranked, ({ ranks }) => ranks[2]!)
  const { first, total } = indicesOf(termsOf(layout, outputs))!
  const [, last] = terms.shares([])
  expect(last?.id).toBe('last')
  if (last?.outcome !== 'shared') throw new Error(last?.outcome)
  last.effects.forEach((effect, i) => {
    expect(effect.first).toBeCloseTo(first[i]!, 12)
    expect(effect.total).toBeCloseTo(total[i]!, 12)
  })
})
