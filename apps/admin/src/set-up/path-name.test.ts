import { expect, test } from 'vitest'
import { nameOfPath } from './path-name.ts'
import { rubric } from './rubric.fixture.ts'

test.each([
  ['criteria.street.children.lit.weight', { setting: 'weight', name: 'Light' }],
  ['criteria.street.children.lit.reads', { setting: 'criterion', name: 'Light' }],
  ['categories.small.population.below', { setting: 'below', name: 'Small' }],
  ['categories.small.population', { setting: 'category', name: 'Small' }],
  ['questions.lit', { setting: 'question', name: 'Lit?' }],
  ['questions.lit.text', { setting: 'text', name: 'Lit?' }],
  ['stages.survey', { setting: 'stage', name: 'survey' }],
  ['awards.best.nominees', { setting: 'nominees', name: 'Best' }],
  ['title', { setting: 'text', name: 'Walkable towns' }],
  ['framework', { setting: 'other', name: 'framework' }],
])('%s is %j', (path, name) => expect(nameOfPath(rubric, path, false)).toEqual(name))

test('the round has a title of its own', () =>
  expect(nameOfPath(rubric, 'title', true)).toEqual({ setting: 'title', name: '' }))
