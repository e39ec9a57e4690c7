import { describe, expect, test } from 'vitest'
import { apart, golden, goldenIsAbsent } from '../golden/golden.fixture.ts'
import { farthest, ishigami, sobolG, termsFor, termsOfBlocks } from './function.fixture.ts'
import { indicesOf } from './indices.ts'

type Estimates = { Si: readonly number[]; STi: readonly number[] }

type Case = { N: number; d: number; y: readonly number[]; est: Estimates; variance: number }

type File = {
  ishigami: Case & { X: { data: readonly (readonly number[])[] } }
  ishigami_exact: Estimates
  sobolG: Case & { X: { data: readonly (readonly number[])[] } }
  sobolG_exact: Estimates & { a: readonly number[] }
}

describe.skipIf(goldenIsAbsent)('the estimators of COINr', () => {
  const file = goldenIsAbsent ? ({} as File) : golden<File>('sobol-estimator.json')

  /** Theirs stand block by block: A, B, AB₁ … AB_d. */
  const theirTerms = ({ N, d, y }: Case) => {
    const blocks = Array.from({ length: d + 2 }, (_, b) => y.slice(b * N, (b + 1) * N))
    return termsOfBlocks({ factors: d, crossed: false }, blocks)
  }

  for (const name of ['ishigami', 'sobolG'] as const) {
    test(`${name}: from their sample, index by index`, () => {
      const { est, variance } = file[name]
      const found = indicesOf(theirTerms(file[name]), undefined, 'zero')!
      expect(apart(found.variance, variance)).toBeLessThan(1e-12)
      expect(Math.max(...found.first.map((value, i) => apart(value, est.Si[i]!)))).toBeLessThan(1e-12)
      expect(Math.max(...found.total.map((value, i) => apart(value, est.STi[i]!)))).toBeLessThan(1e-12)
    })

    test(`${name}: about the mean, their first-order indices come closer to the exact ones`, () => {
      const missed = (centre: 'mean' | 'zero') => {
        const { first } = indicesOf(theirTerms(file[name]), undefined, centre)!
        return Math.hypot(...first.map((value, i) => value - file[`${name}_exact`].Si[i]!))
      }
      expect(missed('mean')).toBeLessThan(missed('zero'))
    })

    test(`${name}: from 2^14 points of our own, close to the exact indices`, () => {
      const f = name === 'ishigami' ? ishigami : sobolG(file.sobolG_exact.a)
      const exact = file[`${name}_exact`]
      const found = indicesOf(termsFor(f, file[name].d, { n: 2 ** 14, seed: 1 }))!
      expect(farthest(found.first, exact.Si)).toBeLessThan(2e-3)
      expect(farthest(found.total, exact.STi)).toBeLessThan(2e-3)
    })
  }

  test('the functions are theirs: the same outputs from their samples', () => {
    const { ishigami: theirs, sobolG: theirsToo, sobolG_exact } = file
    const g = sobolG(sobolG_exact.a)
    expect(
      Math.max(...theirs.X.data.map((x, r) => apart(ishigami(Float64Array.from(x)), theirs.y[r]!))),
    ).toBeLessThan(1e-12)
    expect(
      Math.max(...theirsToo.X.data.map((x, r) => apart(g(Float64Array.from(x)), theirsToo.y[r]!))),
    ).toBeLessThan(1e-12)
  })
})
