import { expect, test } from 'vitest'
import { classOf, rampLegend } from './ramp.ts'

test('a limit belongs to the class above it, the end to the last', () => {
  expect([0, 19.9, 20, 99, 100, 120, -5].map(value => classOf(value, [0, 100]))).toEqual([
    0, 0, 1, 4, 4, 4, 0,
  ])
})

test('the legend names each class by its limits', () => {
  expect(rampLegend([0, 100], String).map(item => item.label)).toEqual([
    '0–20',
    '20–40',
    '40–60',
    '60–80',
    '80–100',
  ])
})

test('where values lie beyond the scale, the classes at either end say so', () => {
  const beyond = { under: (value: number) => `< ${value}`, above: (value: number) => `≥ ${value}` }
  expect(rampLegend([0, 100], String, beyond).map(item => item.label)).toEqual([
    '< 20',
    '20–40',
    '40–60',
    '60–80',
    '≥ 80',
  ])
})
