import { expect, test } from 'vitest'
import type { Row } from './data.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { compile } from './plan.ts'
import { groupOf, indicatorsOf, leafOf, rubricOf } from './score.fixture.ts'
import { tabulate } from './tabulate.ts'

const row = (id: string, answers: Row['answers'], category: string | null = null): Row => ({
  id,
  category,
  answers,
})

test('eight indicators with goalposts, logs, caps and a geometric mean of three means', () => {
  const rubric = rubricOf({
    purpose: 'index',
    combine: 'geometric',
    scale: { max: 100, unit: 'points', decimals: 1 },
    indicators: indicatorsOf('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    criteria: {
      health: groupOf({
        a: leafOf(['a'], { by: 'linear', from: 20, to: 85 }),
        b: leafOf(['b'], { by: 'linear', from: 50, to: 0 }, { weight: 2 }),
      }),
      skill: groupOf(
        {
          c: leafOf(['c'], { by: 'linear', from: 0, to: 18 }),
          d: leafOf(['d'], { by: 'linear', from: 0, to: 15 }),
          e: leafOf(['e'], { by: 'linear', from: 100, to: 1000, log: true }),
        },
        { weight: 2 },
      ),
      means: groupOf({
        f: leafOf(['f'], { by: 'linear', from: 100, to: 75000, log: true }, { weight: 3 }),
        g: leafOf(['g'], { by: 'linear', from: 1, to: 10_000, log: true }),
        h: leafOf(['h'], { by: 'linear', from: 0, to: 100 }, { weight: 4 }),
      }),
    },
  })
  const plan = compile(rubric)
  // a (72-20)/65 = 0.8 · b (12.5-50)/-50 = 0.75 · health (0.8 + 2 * 0.75)/3 = 2.3/3
  // c 20 above 18 caps at 1 · d 6/15 = 0.4 · e 10^2.5 lies halfway between 10^2 and 10^3 · skill 1.9/3
  // f sqrt(100 * 75000) lies halfway on the logarithm · g 10^3 of 10^0..10^4 = 3/4 · h 25/100
  // means (3 * 0.5 + 0.75 + 4 * 0.25)/8 = 3.25/8
  const answers = { a: 72, b: 12.5, c: 20, d: 6, e: 10 ** 2.5, f: Math.sqrt(7_500_000), g: 1000, h: 25 }
  const data = tabulate(rubric, [row('x', answers), row('y', { ...answers, h: 0, f: 100, g: 1 })])
  const results = evaluate(plan, data)
  // fourth root of 2.3/3 * (1.9/3)^2 * 3.25/8, in decimal arithmetic of 30 digits
  const byHand = 0.5945195794877025
  expect(Math.abs((results.total.values[0] as number) - byHand)).toBeLessThan(1e-12)
  // the least of everything in one group makes a geometric mean 0
  expect(results.total.values[1]).toBe(0)
  expect([...results.rank]).toEqual([1, 2])
})

test('three groups weighted by their most points pool the points: 377 of 500', () => {
  const choice = (text: string, points: Record<string, number>) => ({
    type: 'choice' as const,
    text,
    options: Object.fromEntries(Object.entries(points).map(([id, p]) => [id, { text: id, points: p }])),
  })
  const rubric = rubricOf({
    scale: { max: 500, unit: 'points', decimals: 0 },
    questions: {
      access: choice('Access?', { none: 0, some: 100, most: 160, all: 200 }),
      users: choice('Users?', { none: 0, some: 77, all: 140 }),
      content: choice('Content?', { none: 0, some: 120, most: 140, all: 160 }),
    },
    criteria: {
      access: leafOf(['access'], { by: 'points' }, { weight: 200 }),
      users: leafOf(['users'], { by: 'points' }, { weight: 140 }),
      content: leafOf(['content'], { by: 'points' }, { weight: 160 }),
    },
  })
  const plan = compile(rubric)
  const data = tabulate(rubric, [row('x', { access: 'most', users: 'some', content: 'most' })])
  const results = evaluate(plan, data)
  expect(Math.abs((results.total.values[0] as number) - 377 / 500)).toBeLessThan(1e-12)
  const explanation = explain(plan, data, results, 0)
  const rounded = explanation.children.map(child => [
    child.path,
    child.points?.toFixed(9),
    child.outOf?.toFixed(9),
  ])
  expect(rounded).toEqual([
    ['criteria.access', '160.000000000', '200.000000000'],
    ['criteria.users', '77.000000000', '140.000000000'],
    ['criteria.content', '140.000000000', '160.000000000'],
  ])
})
