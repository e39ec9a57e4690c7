import { expect, test } from 'vitest'
import { albers, fitted, graticule } from './projection.ts'

/** Area of the cell between two parallels and two meridians, from its corners. */
const cell = (south: number, west: number) => {
  const project = albers(15)
  const corners = [
    [south, west],
    [south, west + 0.1],
    [south + 0.1, west + 0.1],
    [south + 0.1, west],
  ].map(([lat, lon]) => project({ lat: lat!, lon: lon! }))
  const twice = corners.reduce((sum, { x, y }, at) => {
    const next = corners[(at + 1) % 4]!
    return sum + x * next.y - next.x * y
  }, 0)
  return Math.abs(twice) / 2
}

const onTheSphere = (south: number) =>
  ((Math.sin(((south + 0.1) * Math.PI) / 180) - Math.sin((south * Math.PI) / 180)) * 0.1 * Math.PI) / 180

test('areas are those of the sphere, in the south and in the north', () => {
  for (const [south, west] of [
    [55, 8],
    [60, 24],
    [70.5, 30],
  ] as const)
    expect(cell(south, west) / onTheSphere(south)).toBeCloseTo(1, 5)
})

test('north is up and east is right', () => {
  const project = albers(15)
  const [oslo, stockholm, tromso] = [
    { lat: 59.9, lon: 10.7 },
    { lat: 59.3, lon: 18.1 },
    { lat: 69.6, lon: 18.9 },
  ].map(project)
  expect(stockholm!.x).toBeGreaterThan(oslo!.x)
  expect(tromso!.y).toBeLessThan(stockholm!.y)
})

test('fills the box in one direction and is centred in the other', () => {
  const place = fitted(
    [
      { x: 0, y: 0 },
      { x: 1, y: 2 },
    ],
    { x: 10, y: 20, width: 100, height: 100 },
  )
  expect(place({ x: 0, y: 0 })).toEqual({ x: 35, y: 20 })
  expect(place({ x: 1, y: 2 })).toEqual({ x: 85, y: 120 })
})

test('the graticule goes round the places in whole steps', () => {
  const lines = graticule(
    [
      { lat: 58, lon: 5 },
      { lat: 71, lon: 31 },
    ],
    5,
  )
  expect(lines.filter(line => line.kind === 'lat').map(line => line.degrees)).toEqual([55, 60, 65, 70, 75])
  expect(lines.filter(line => line.kind === 'lon').map(line => line.degrees)).toEqual([
    5, 10, 15, 20, 25, 30, 35,
  ])
})
