import type { RubricData } from '@tumstock/rubric/contract'
import { RubricError } from '@tumstock/rubric/error'
import { expect, test } from 'vitest'
import { compile, withWeights } from './plan.ts'
import { asIs, groupOf, indicatorsOf, leafOf, rubricOf } from './score.fixture.ts'

const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof RubricError) return `${error.code} ${error.path ?? ''}`
    throw error
  }
  return 'nothing'
}

const municipality = { title: 'C', kind: 'municipality' as const }
const yesNo = {
  type: 'choice' as const,
  text: 'Q?',
  options: { yes: { text: 'Yes', points: 1 }, no: { text: 'No' } },
}
const base = {
  indicators: indicatorsOf('a', 'b'),
  questions: {
    q: yesNo,
    bare: { ...yesNo, options: { x: { text: 'X' } } },
    t: { type: 'text' as const, text: 'T?' },
  },
  categories: { small: municipality, large: municipality },
}
const only = (leaf: ReturnType<typeof leafOf>): RubricData => rubricOf({ ...base, criteria: { x: leaf } })

test('nodes stand in post-order, children before their group, the root last', () => {
  const criteria = { g: groupOf({ b: leafOf(['b'], asIs), a: leafOf(['a'], asIs) }), z: leafOf(['a'], asIs) }
  const plan = compile(rubricOf({ ...base, criteria }))
  expect(plan.nodes.map(node => node.path)).toEqual([
    'criteria.g.children.b',
    'criteria.g.children.a',
    'criteria.g',
    'criteria.z',
    'criteria',
  ])
  expect(plan.nodes.map(node => node.parent)).toEqual([2, 2, 4, 4, -1])
})

test('where a group applies binds what is beneath it', () => {
  const child = leafOf(['a'], asIs, { onlyIn: ['small', 'large'] })
  const plan = compile(rubricOf({ ...base, criteria: { g: groupOf({ child }, { onlyIn: ['small'] }) } }))
  const leaf = plan.nodes[0]
  expect(leaf?.kind === 'leaf' && leaf.appliesIn).toEqual(Uint8Array.of(1, 0))
})

test.each<[string, () => RubricData]>([
  ['zero-weight criteria', () => only(leafOf(['a'], asIs, { weight: 0 }))],
  ['bad-weight criteria.x.weight', () => only(leafOf(['a'], asIs, { weight: -1 }))],
  ['bad-weight criteria.x.weight', () => only(leafOf(['a'], asIs, { weight: Number.NaN }))],
  ['bad-weight criteria.x.weight', () => only(leafOf(['a'], asIs, { weight: 1e-320 }))],
  ['bad-weight criteria.x.weight', () => only(leafOf(['a'], asIs, { weight: 1e308 }))],
  ['unknown-read criteria.x.reads', () => only(leafOf(['constructor'], asIs))],
  ['bad-rubric criteria.x.reads', () => only(leafOf(['a', 'b'], asIs))],
  ['bad-rubric criteria.x.reads', () => only(leafOf(['q'], asIs))],
  ['bad-rubric criteria.x.reads', () => only(leafOf(['t'], { by: 'points' }))],
  ['bad-rubric criteria.x.reads', () => only(leafOf([], { by: 'points' }))],
  ['zero-weight criteria.x', () => only(leafOf(['bare'], { by: 'points' }))],
  ['bad-rubric criteria.x.scoring', () => only(leafOf(['a'], { by: 'linear', from: 1, to: 1 }))],
  ['bad-rubric criteria.x.scoring', () => only(leafOf(['a'], { by: 'linear', from: 0, to: 1, log: true }))],
  [
    'bad-rubric criteria.x.scoring.bands',
    () =>
      only(
        leafOf(['a'], {
          by: 'bands',
          bands: [
            [2, 0.5],
            [1, 1],
          ],
        }),
      ),
  ],
  ['bad-rubric criteria.x.scoring.bands', () => only(leafOf(['a'], { by: 'bands', bands: [[2, 1.5]] }))],
  [
    'bad-rubric criteria.x.scoring.scale',
    () => only(leafOf([], { by: 'panel', scale: [{ text: 'a', points: 1 }] })),
  ],
  ['bad-rubric criteria.x.scoring.range', () => only(leafOf(['a'], { by: 'minmax', range: [1, 0] }))],
  ['bad-rubric criteria.x.missing', () => only(leafOf(['a'], asIs, { missing: { needs: 5 } }))],
  [
    'bad-rubric criteria.combine',
    () => ({ ...only(leafOf(['a'], asIs)), combine: { benefitOfDoubt: [0, 0.5] } }),
  ],
  ['unknown-category criteria.x.onlyIn', () => only(leafOf(['a'], asIs, { onlyIn: ['huge'] }))],
  ['bad-rubric criteria.x.children', () => rubricOf({ criteria: { x: groupOf({}) } })],
  ['unknown-path tieBreak.0', () => ({ ...only(leafOf(['a'], asIs)), tieBreak: ['criteria.y'] })],
  [
    'unknown-path awards.best.floors',
    () => ({
      ...only(leafOf(['a'], asIs)),
      awards: { best: { title: 'Best', per: 'round', decide: 'points', floors: { 'criteria.y': 0.5 } } },
    }),
  ],
])('a bad rubric is refused with %s', (expected, rubric) => {
  expect(codeOf(() => compile(rubric()))).toBe(expected)
})

test('other weights make another plan and leave the first as it was', () => {
  const plan = compile(rubricOf({ ...base, criteria: { a: leafOf(['a'], asIs), b: leafOf(['b'], asIs) } }))
  const moved = withWeights(plan, { 'criteria.a': 3 })
  expect([...moved.weights]).toEqual([3, 1, 1])
  expect([...plan.weights]).toEqual([1, 1, 1])
  expect(codeOf(() => withWeights(plan, { 'criteria.c': 1 }))).toBe('unknown-path criteria.c')
  expect(codeOf(() => withWeights(plan, { 'criteria.a': -1 }))).toBe('bad-weight criteria.a.weight')
  expect(codeOf(() => withWeights(plan, { 'criteria.a': 0, 'criteria.b': 0 }))).toBe('zero-weight criteria')
})
