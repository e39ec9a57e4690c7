import type { Step } from '@tumstock/rubric/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Data } from '../score/data.ts'
import { evaluate } from '../score/evaluate.ts'
import { explain } from '../score/explain.ts'
import { OUTCOMES } from '../score/results.ts'
import { prepare, replay } from './prepare.ts'
import { numbersOf, type Parts, roundOf } from './steps.fixture.ts'

test('an imputed number is scored and is no data', () => {
  const { plan, data } = roundOf({ x: [0, 1, null], y: [0, 1, 1] }, { steps: [{ do: 'impute', by: 'mean' }] })
  const { nodes, total } = evaluate(plan, data)
  expect([...(nodes.get('criteria.x')?.values ?? [])]).toEqual([0, 1, 0.5])
  expect([...(nodes.get('criteria.x')?.coverage ?? [])]).toEqual([1, 1, 0])
  expect([...total.values]).toEqual([0, 1, 0.75])
  expect([...total.coverage]).toEqual([1, 1, 0.5])
})

test('an entry that is left out has no score and no rank, whatever is made of missing parts, and is compared with nobody', () => {
  const { plan, data } = roundOf(
    { x: [0, 1, 99], y: [0, 1, null], z: [0, 1, null] },
    {
      steps: [{ do: 'screen', available: 0.5 }],
      scoring: { x: { by: 'minmax' } },
    },
  )
  const zero = { ...plan, nodes: plan.nodes.map(node => ({ ...node, missing: 'zero' as const })) }
  const results = evaluate(zero, data)
  expect([...results.total.values]).toEqual([0, 1, Number.NaN])
  expect([...results.rank]).toEqual([2, 1, 0])
  expect(OUTCOMES[results.total.outcomes[2] as number]).toBe('notApplicable')
  const screened = { why: 'available', available: 1 - 2 / 3, nonZero: 1 }
  expect(explain(zero, data, results, 2).reason).toEqual({ kind: 'notApplicable', why: 'leftOut', screened })
})

test('who is named stays or goes, whatever the numbers', () => {
  const numbers = { x: [1, null, 1, 0], y: [1, null, 1, 1] }
  const leftOut = (step: Step) => {
    const { plan, data } = roundOf(numbers, { steps: [step] })
    return [...(prepare(plan, data).data.leftOut ?? [])]
  }
  expect(leftOut({ do: 'screen', available: 1 })).toEqual([0, 1, 0, 0])
  expect(leftOut({ do: 'screen', available: 1, keep: ['b'], drop: ['c'] })).toEqual([0, 0, 1, 0])
  expect(leftOut({ do: 'screen', nonZero: 0.6 })).toEqual([0, 0, 0, 1])
})

test('a name that no entry has fails every entry', () => {
  const { plan, data } = roundOf({ x: [1, 2] }, { steps: [{ do: 'screen', drop: ['z'] }] })
  const { errors, rank } = evaluate(plan, data)
  expect(errors.map(({ path, entry, error }) => [path, entry, error.message])).toEqual([
    ['criteria.x', 0, 'test@1 › steps.0: no entry "z" to keep or drop. Name entries that are scored.'],
    ['criteria.x', 1, 'test@1 › steps.0: no entry "z" to keep or drop. Name entries that are scored.'],
  ])
  expect([...rank]).toEqual([0, 0])
})

test('an indicator that applies in some categories is not missed in the others', () => {
  const parts: Parts = { categories: ['small', 'large'], steps: [{ do: 'screen', available: 1 }] }
  const { plan, data } = roundOf({ x: [1, null] }, parts)
  const nodes = plan.nodes.map(node =>
    node.kind === 'leaf' ? { ...node, appliesIn: Uint8Array.of(1, 0) } : node,
  )
  expect([...(prepare({ ...plan, nodes }, data).data.leftOut ?? [])]).toEqual([0, 0])
})

test('a step that names no indicator is thrown', () => {
  const { plan, data } = roundOf({ x: [1, 2] }, { steps: [{ do: 'treat', then: 'log', of: ['q'] }] })
  expect(() => prepare(plan, data)).toThrow('test@1 › steps.0: "q" is not an indicator of this rubric.')
})

// ── What holds for any numbers ──────────────────────────────────────────────────────────────────────────────────────

const number = fc.option(fc.integer({ min: -50, max: 1000 }), { nil: null, freq: 5 })
const COLUMNS = ['x', 'y', 'z']

const anyNumbers = fc
  .integer({ min: 4, max: 20 })
  .chain(n => fc.tuple(...COLUMNS.map(() => fc.array(number, { minLength: n, maxLength: n }))))
  .map(columns => Object.fromEntries(columns.map((column, i) => [COLUMNS[i] as string, column])))

const outliers = { skewness: 1, kurtosis: 1 }
const anyStep = fc.constantFrom<Step>(
  { do: 'denominate', each: { x: { by: 'z' } } },
  { do: 'screen', available: 0.5 },
  { do: 'screen', nonZero: 0.9 },
  { do: 'impute', by: 'mean' },
  { do: 'impute', by: 'median', within: 'kind' },
  { do: 'impute', by: 'rowMean' },
  { do: 'impute', by: 'rowMedian', siblings: true },
  { do: 'impute', by: 'regression', on: ['y'], of: ['x'] },
  { do: 'treat', test: outliers, winsorise: { most: 2 }, then: 'log' },
  { do: 'treat', test: outliers, winsorise: { most: null }, then: 'logMirrored', both: true },
  { do: 'treat', then: { boxCox: 0.5 } },
)
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 4 })
const kinds = ['a', 'b', 'a', 'b', 'a', 'a', 'b']

/** Every indicator's numbers by entry, and who is left out. */
const byEntry = (data: Data) =>
  Object.fromEntries(
    data.ids.map((id, e) => [
      id,
      [data.leftOut?.[e] ?? 0, ...COLUMNS.map(column => numbersOf(data, column)[e])],
    ]),
  )

const turned = (data: Data): Data => {
  const columns = Object.entries(data.columns).map(([id, column]) => {
    const values = Array.isArray(column.values) ? column.values.toReversed() : column.values.slice().reverse()
    return [id, { ...column, values, gaps: column.gaps.slice().reverse() }]
  })
  return {
    ...data,
    ids: data.ids.toReversed(),
    category: data.category.slice().reverse(),
    columns: Object.fromEntries(columns),
  }
}

test('the order of the entries changes nothing, and neither are the data changed', () => {
  fc.assert(
    fc.property(anyNumbers, anySteps, (numbers, steps) => {
      const { plan, data } = roundOf(numbers, { steps, kinds })
      const before = byEntry(data)
      const prepared = prepare(plan, data)
      expect(byEntry(prepare(plan, turned(data)).data)).toEqual(byEntry(prepared.data))
      expect(byEntry(data)).toEqual(before)
    }),
  )
})

test('replaying from any step is preparing anew', () => {
  fc.assert(
    fc.property(anyNumbers, anySteps, anyStep, fc.nat(), (numbers, steps, other, nat) => {
      const { plan, data } = roundOf(numbers, { steps, kinds })
      const at = nat % steps.length
      for (const changed of [steps.with(at, other), steps.toSpliced(at, 1)]) {
        const again = replay(prepare(plan, data), changed, at)
        const anew = prepare({ ...plan, steps: changed }, data)
        expect(byEntry(again.data)).toEqual(byEntry(anew.data))
        expect(again.faults.map(({ error }) => error.message)).toEqual(
          anew.faults.map(({ error }) => error.message),
        )
      }
    }),
  )
})

test('treating keeps the order of the entries, and fills no gap', () => {
  const treatments = fc.constantFrom<Step>(
    { do: 'treat', test: outliers, winsorise: { most: 3 }, then: 'logFromOne' },
    { do: 'treat', test: outliers, winsorise: { most: 1 }, then: 'logMirrored', both: true },
    { do: 'treat', then: 'logScaled' },
    { do: 'treat', then: { boxCox: -1 } },
  )
  fc.assert(
    fc.property(anyNumbers, treatments, (numbers, step) => {
      const { plan, data } = roundOf(numbers, { steps: [step] })
      const { data: treated } = prepare(plan, data)
      for (const id of COLUMNS) {
        const [before, after] = [numbersOf(data, id), numbersOf(treated, id)]
        expect(after.map(value => value === null)).toEqual(before.map(value => value === null))
        const order = before.flatMap((value, e) => (value === null ? [] : [e]))
        order.sort((a, b) => (before[a] as number) - (before[b] as number))
        const sorted = order.map(e => after[e] as number)
        expect(sorted.every((value, i) => i === 0 || value >= (sorted[i - 1] as number))).toBe(true)
      }
    }),
  )
})

test('an imputed mean lies between the numbers that it is made from', () => {
  fc.assert(
    fc.property(anyNumbers, fc.constantFrom('mean' as const, 'median' as const), (numbers, by) => {
      const { plan, data } = roundOf(numbers, { steps: [{ do: 'impute', by }] })
      const { data: filled } = prepare(plan, data)
      for (const id of COLUMNS) {
        const known = numbersOf(data, id).filter(value => value !== null)
        if (known.length === 0) continue
        const all = numbersOf(filled, id) as number[]
        expect([Math.min(...all), Math.max(...all)]).toEqual([Math.min(...known), Math.max(...known)])
      }
    }),
  )
})
