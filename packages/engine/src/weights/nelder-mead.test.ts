import { expect, test } from 'vitest'
import { nelderMead } from './nelder-mead.ts'

const rosenbrock = ([x = 0, y = 0]: readonly number[]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2

test('goes the way of the example in the manual of R’s optim, call by call', () => {
  // ?optim: par 1.000260 1.000506, value 8.825241e-08, 195 calls
  const { at, value, calls, converged } = nelderMead(rosenbrock, [-1.2, 1], {
    tolerance: 1.490116e-8,
    calls: 500,
  })
  expect([at.map(x => x.toFixed(6)), value.toExponential(6), calls, converged]).toEqual([
    ['1.000260', '1.000506'],
    '8.825241e-8',
    195,
    true,
  ])
})

test('says that it ran out of calls, with the best so far', () => {
  const { value, calls, converged } = nelderMead(rosenbrock, [-1.2, 1], { tolerance: 1e-8, calls: 20 })
  expect([value < rosenbrock([-1.2, 1]), calls <= 23, converged]).toEqual([true, true, false])
})

test('what is not finite is a wall', () => {
  const { at } = nelderMead(([x = 0]) => (x < 0.5 ? Number.NaN : x), [2], { tolerance: 1e-10, calls: 500 })
  expect(at[0]).toBeCloseTo(0.5, 6)
})
