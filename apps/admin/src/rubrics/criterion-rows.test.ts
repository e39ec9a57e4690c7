import type { RubricData } from '@tumstock/rubric/contract'
import { expect, test } from 'vitest'
import { assumedWeights, criterionRows } from './criterion-rows.ts'
import { crosswalkMatrix } from './crosswalk-matrix.ts'

const leaf = (weight: number, reads: string[], crosswalk?: Record<string, number>) => ({
  title: reads.join(),
  why: 'w',
  weight,
  missing: 'zero' as const,
  reads,
  scoring: { by: 'points' as const },
  stage: 'survey' as const,
  ...(crosswalk && { crosswalk }),
})

const rubric = {
  scale: { max: 200, unit: 'p', decimals: 0 },
  combine: 'mean',
  questions: { plan: { text: 'Is there a plan?', type: 'text' } },
  indicators: { users: { title: 'Users', unit: '%', source: 's', code: 'c' } },
  categories: { small: { title: 'Small', kind: 'municipality' } },
  sources: [{ about: ['criteria.*.weight'], says: 's', where: 'w', status: 'assumed' }],
  criteria: {
    a: {
      title: 'A',
      why: 'w',
      weight: 3,
      missing: 'zero',
      combine: 'mean',
      crosswalk: { GOV: 0.5, SRV: 0.5 },
      children: { x: leaf(1, ['plan']), y: leaf(1, ['users'], { SRV: 1 }) },
    },
    b: { ...leaf(1, ['plan', 'gone']), onlyIn: ['small'] },
  },
} as unknown as RubricData

test('each criterion with its points, what it reads and how well its weight is founded', () => {
  const [a, b] = criterionRows(rubric)
  expect([a!.points, b!.points]).toEqual([150, 50])
  expect(a!.children.map(row => [row.points, row.reads])).toEqual([
    [75, ['Is there a plan?']],
    [75, ['Users']],
  ])
  expect([b!.reads, b!.onlyIn]).toEqual([['Is there a plan?', 'gone'], ['Small']])
  expect([a!.weightStatus, a!.children[0]!.weightStatus]).toEqual(['assumed', null])
  expect(assumedWeights(criterionRows(rubric))).toBe(2)
})

test('the matrix has a row for each mapped leaf, the shares of the whole below, and the unmapped by name', () => {
  const matrix = crosswalkMatrix(rubric, ['GOV', 'SRV', 'DEM'])
  expect(matrix.rows.map(row => [row.title, row.area, row.shares])).toEqual([
    ['plan', 'A', [0.5, 0.5, 0]],
    ['users', 'A', [0, 1, 0]],
  ])
  expect(matrix.totals).toEqual([0.1875, 0.5625, 0])
  expect(matrix.unmapped).toEqual(['plan,gone'])
})
