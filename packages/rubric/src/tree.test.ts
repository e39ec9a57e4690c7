import { expect, test } from 'vitest'
import { sample, sampleWith } from './sample.ts'
import { criterionAt, crosswalkOf, leaves, matches, pointsOf, statusOf, walk } from './tree.ts'

const PATHS = [
  'criteria.planning',
  'criteria.planning.children.plan',
  'criteria.planning.children.measures',
  'criteria.network',
  'criteria.light',
  'criteria.story',
]

test('criteria are walked in the order of definition, a parent before its children', () => {
  expect([...walk(sample())].map(({ path, parent, depth }) => [path, parent, depth])).toEqual([
    ['criteria.planning', null, 0],
    ['criteria.planning.children.plan', 'criteria.planning', 1],
    ['criteria.planning.children.measures', 'criteria.planning', 1],
    ['criteria.network', null, 0],
    ['criteria.light', null, 0],
    ['criteria.story', null, 0],
  ])
})

test('points are the share of the whole times the scale: 3, 1, 1 and 0 of 5 on a scale of 500', () => {
  expect([...pointsOf(sample())]).toEqual([
    ['criteria.planning', 300],
    ['criteria.planning.children.plan', 150],
    ['criteria.planning.children.measures', 150],
    ['criteria.network', 100],
    ['criteria.light', 100],
    ['criteria.story', 0],
  ])
})

test.each(['min', 'median'] as const)('a %s shares alike, whatever the weights but 0', combine => {
  const points = pointsOf(sampleWith({ combine }))
  expect(['planning', 'network', 'light', 'story'].map(key => points.get(`criteria.${key}`))).toEqual([
    500 / 3,
    500 / 3,
    500 / 3,
    0,
  ])
})

test('where nothing weighs anything, no share is made up', () => {
  const weightless = sampleWith({
    'criteria.planning.children.plan.weight': 0,
    'criteria.planning.children.measures.weight': 0,
  })
  expect(pointsOf(weightless).get('criteria.planning.children.plan')).toBe(0)
})

test('every path leads back to its criterion, and no other path to any', () => {
  const rubric = sample()
  expect([...walk(rubric)].every(visit => criterionAt(rubric, visit.path) === visit.criterion)).toBe(true)
  const astray = [
    '',
    'criteria',
    'criteria.',
    'criteria.planning.plan',
    'criteria.planning.children',
    'criteria.light.children.x',
  ]
  const foreign = [
    'questions.plan',
    'criteria.toString',
    'criteria.planning.children.constructor',
    'criteria.light.reads.0',
  ]
  expect([...astray, ...foreign].map(path => criterionAt(rubric, path))).toEqual(Array(10).fill(undefined))
})

test('leaves are the criteria that score something themselves', () => {
  expect(leaves(sample()).map(leaf => leaf.path)).toEqual(PATHS.slice(1))
})

test("a leaf's crosswalk is its own, else that of the nearest group; unmapped leaves have none", () => {
  expect([...crosswalkOf(sample())]).toEqual([
    ['criteria.planning.children.plan', { GOV: 0.75, RES: 0.25 }],
    ['criteria.planning.children.measures', { SRV: 1 }],
    ['criteria.network', { DAT: 1 }],
    ['criteria.light', { SRV: 1 }],
  ])
})

test('a pattern stands for paths of its own length, * for any one segment', () => {
  const patterns = ['criteria.*.weight', 'criteria.plan.weight', 'criteria.*', '*.*.*', 'criteria.*.weights']
  expect(patterns.map(pattern => matches(pattern, 'criteria.plan.weight'))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ])
})

test('the weakest source about a path decides; a source about a criterion says nothing of its weight', () => {
  const about = (...statuses: ('sourced' | 'inferred' | 'assumed')[]) =>
    statuses.map(status => ({ about: ['criteria.light.weight'], says: 's', where: 'w', status }))
  const statuses = [
    about('sourced', 'assumed', 'inferred'),
    about('sourced', 'inferred'),
    about('sourced'),
    [],
  ].map(sources =>
    statusOf(
      sampleWith({
        sources: [...sources, { about: ['criteria.light'], says: 's', where: 'w', status: 'assumed' }],
      }),
      'criteria.light.weight',
    ),
  )
  expect(statuses).toEqual(['assumed', 'inferred', 'sourced', null])
})
