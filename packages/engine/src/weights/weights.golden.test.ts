import { describe, expect, test } from 'vitest'
import { correlation } from '../analysis/correlation.ts'
import { codesAtLevel, codesUnder, farthest, goldenTable } from '../analysis/golden-tables.fixture.ts'
import { asemData, asemItems, asemPath, asemRubric } from '../golden/asem.fixture.ts'
import { type GoldenTable, golden, goldenIsAbsent } from '../golden/golden.fixture.ts'
import { evaluate } from '../score/evaluate.ts'
import { scoreLeaves } from '../score/leaves.ts'
import { compile, ROOT_PATH } from '../score/plan.ts'
import { componentWeights } from './component-weights.ts'
import { nelderMead } from './nelder-mead.ts'
import { type Aim, imbalance, optimiseWeights } from './optimise-weights.ts'
import { effectiveWeights } from './weight-set.ts'

type Weights = { iCode: readonly string[]; Weight: readonly number[] }
type Optimised = { weights: Weights; value: number }

const asem = () => {
  const rubric = asemRubric({ scoring: () => ({ by: 'linear', from: 0, to: 100 }) })
  const plan = compile(rubric)
  const data = asemData(
    rubric,
    golden<{ data: Record<string, GoldenTable> }>('pipeline.json').data.Normalised,
  )
  return { plan, data, leaves: scoreLeaves(plan, data) }
}

const reference = () => golden<{ opt_weights: Record<string, Optimised> }>('multivariate.json').opt_weights

const weightOf = ({ iCode, Weight }: Weights, code: string): number => Weight[iCode.indexOf(code)] as number

/** A weight over the sum of its group's: all that counts. */
const shareOf = (weights: Weights, code: string): number => {
  const group = codesUnder(asemItems().find(item => item.code === code)?.parent as string)
  return weightOf(weights, code) / group.reduce((sum, sibling) => sum + weightOf(weights, sibling), 0)
}

describe.skipIf(goldenIsAbsent)('as in COINr', () => {
  test('effective weights', () => {
    const ours = effectiveWeights(asem().plan)
    const { eff_weights } = golden<{ eff_weights: { iCode: string[]; EffWeight: number[] } }>('pipeline.json')
    const pairs = eff_weights.iCode.flatMap((code, i) =>
      asemPath(code) === ROOT_PATH
        ? []
        : [[ours[asemPath(code)] ?? null, eff_weights.EffWeight[i] as number] as const],
    )
    expect(pairs).toHaveLength(59)
    expect(farthest(pairs)).toBeLessThan(1e-12)
  })

  test('the first component of every group, whose loadings are COINr’s weights', () => {
    const { plan, data } = asem()
    const results = evaluate(plan, data)
    const { pca } = golden<{ pca: Record<string, { weights: Weights }> }>('multivariate.json')
    for (const level of [1, 2, 3])
      for (const group of codesAtLevel(level + 1)) {
        const { loadings, weights } = componentWeights(plan, results, asemPath(group))
        const parts = codesUnder(group)
        const theirs = parts.map(code => weightOf(pca[`level${level}`]?.weights as Weights, code))
        const way = Math.sign(
          parts.reduce((sum, code, i) => sum + (loadings[asemPath(code)] ?? 0) * (theirs[i] as number), 0),
        )
        expect(
          farthest(parts.map((code, i) => [way * (loadings[asemPath(code)] ?? 0), theirs[i] ?? null])),
        ).toBeLessThan(1e-12)
        expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
      }
  })

  test.each<[string, number, Aim]>([
    ['balance_equal_lev3', 3, { by: 'balance' }],
    ['infomax_lev2', 2, { by: 'infomax' }],
  ])('%s', (name, level, aim) => {
    const { plan, data, leaves } = asem()
    const { weights, value } = reference()[name] as Optimised
    const codes = codesAtLevel(level)
    const ours = optimiseWeights(plan, data, leaves, { paths: codes.map(asemPath), aim })
    const set = { iCode: codes, Weight: codes.map(code => ours.weights[asemPath(code)] as number) }
    const apart = codes.map(code => Math.abs(shareOf(set, code) - shareOf(weights, code)))
    expect(Math.max(...apart)).toBeLessThan(1e-3)
    expect(ours.converged).toBe(true)
    if (aim.by === 'infomax') expect(ours.reached).toBeGreaterThanOrEqual(-value - 1e-12)
    else expect(ours.reached).toBeLessThan(1e-20)
  })

  // COINr's search lets weights go below 0 and ends there, out of calls; the same search, let loose, does so here.
  test('balance_equal_lev2 where weights may be negative', () => {
    const codes = codesAtLevel(2)
    const table = goldenTable(
      'Normalised',
      asemItems().flatMap(({ code, level }) => (level === 1 ? [code] : [])),
    )
    const column = (code: string) => table.columns.find(({ id }) => id === code)?.values as Float64Array
    const meanOf = (parts: readonly Float64Array[], weights: readonly number[]) =>
      Float64Array.from(parts[0] as Float64Array, (_, e) => {
        const sum = weights.reduce((all, weight) => all + weight, 0)
        return parts.reduce((all, part, i) => all + (weights[i] as number) * (part[e] as number), 0) / sum
      })
    const pillars = codes.map(code => {
      const parts = codesUnder(code).map(column)
      return meanOf(
        parts,
        parts.map(() => 1),
      )
    })
    const r = (weights: readonly number[]) => {
      const subs = codesUnder('Index').map(sub => {
        const own = codesUnder(sub).map(code => codes.indexOf(code))
        return meanOf(
          own.map(i => pillars[i] as Float64Array),
          own.map(i => weights[i] as number),
        )
      })
      const index = meanOf(subs, [1, 1])
      return pillars.map(pillar => correlation(pillar, index, 'pearson').r as number)
    }
    const targets = codes.map(() => 1 / 8)
    const found = nelderMead(w => Math.log(imbalance(r(w), targets)), targets, {
      tolerance: 1e-8,
      calls: 2000,
    })
    const { weights, value } = reference().balance_equal_lev2 as Optimised
    const sum = found.at.reduce((all, weight) => all + weight, 0)
    const pairs = codes.map((code, i) => [(found.at[i] as number) / sum, weightOf(weights, code)] as const)
    expect(farthest(pairs)).toBeLessThan(1e-3)
    expect([found.calls, found.converged]).toEqual([2001, false])
    expect(found.value).toBeCloseTo(value, 6)
  })

  test('balance_equal_lev2 where they may not: four pillars are left without any', () => {
    const { plan, data, leaves } = asem()
    const codes = codesAtLevel(2)
    const { weights, reached, converged } = optimiseWeights(plan, data, leaves, {
      paths: codes.map(asemPath),
      aim: { by: 'balance' },
    })
    const counted = codes.filter(code => (weights[asemPath(code)] as number) > 1e-6)
    // As many other searches from random weights found it: ln 0.00096622 = -6.94212.
    expect([Math.log(reached).toFixed(5), converged]).toEqual(['-6.94212', true])
    expect(counted).toEqual(['ConEcFin', 'Political', 'Environ', 'SusEcFin'])
    expect(Math.min(...Object.values(weights))).toBeGreaterThanOrEqual(0)
  })
})
