import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withinGroupPercentile } from './percentile.ts'

test('mid-ranks within each country', () => {
  const values = [0.2, 0.9, 0.9, 0.4, 0.1, Number.NaN]
  const groups = ['NO', 'NO', 'NO', 'NO', 'SE', 'SE']
  expect([...withinGroupPercentile(values, groups)]).toEqual([0.125, 0.75, 0.75, 0.375, 0.5, Number.NaN])
})

test('sums that differ in the last bit tie', () => {
  expect([...withinGroupPercentile([0.1 + 0.2, 0.3], ['NO', 'NO'])]).toEqual([0.5, 0.5])
})

test('each value needs a group', () => {
  expect(() => withinGroupPercentile([1, 2], ['NO'])).toThrow('2 values in 1 groups')
})

test('each group has the mean ½, and order is kept', () => {
  const entry = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('NO', 'SE', 'DK'))
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1 }), entries => {
      const groups = entries.map(([, group]) => group)
      const values = entries.map(([value]) => value)
      const found = withinGroupPercentile(values, groups)
      for (const group of new Set(groups)) {
        const own = [...found.keys()].filter(i => groups[i] === group)
        expect(own.reduce((sum, i) => sum + found[i]!, 0) / own.length).toBeCloseTo(0.5, 9)
        for (const i of own)
          for (const j of own) if (found[i]! < found[j]!) expect(values[i]).toBeLessThan(values[j]!)
      }
    }),
  )
})
