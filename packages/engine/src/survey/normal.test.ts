import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chiSquareAbove, normalAbove, Z95 } from './normal.ts'

const near = (found: number, wanted: number): void => expect(Math.abs(found / wanted - 1)).toBeLessThan(1e-11)

test('the normal tail against tabled values (Abramowitz & Stegun, table 26.1)', () => {
  near(normalAbove(0), 0.5)
  near(normalAbove(1), 0.15865525393145705)
  near(normalAbove(2), 0.02275013194817921)
  near(normalAbove(3), 0.0013498980316300946)
  near(normalAbove(6), 9.865876450376981e-10)
  near(normalAbove(-1), 0.8413447460685429)
  near(normalAbove(Z95), 0.025)
})

test('the series and the continued fraction meet', () => {
  near(normalAbove(3.0000000001), normalAbove(2.9999999999) * (1 - 6.6e-10))
})

test('chi-square against closed forms', () => {
  near(chiSquareAbove(3.841458820694124, 1), 0.05)
  near(chiSquareAbove(5.991464547107979, 2), 0.05)
  near(chiSquareAbove(7.814727903251178, 3), 0.05)
  near(chiSquareAbove(9.487729036781154, 4), 0.05)
  near(chiSquareAbove(11.070497693516351, 5), 0.05)
  expect(chiSquareAbove(0, 4)).toBe(1)
})

test('tails fall and mirror', () => {
  const x = fc.double({ min: -8, max: 8, noNaN: true })
  fc.assert(
    fc.property(x, a => {
      expect(normalAbove(a) + normalAbove(-a)).toBeCloseTo(1, 12)
    }),
  )
  fc.assert(
    fc.property(x, x, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a]
      expect(normalAbove(high)).toBeLessThanOrEqual(normalAbove(low))
    }),
  )
})
