import { expect, test } from 'vitest'
import { rubric } from './rubric.fixture.ts'
import { filterTexts, textRows } from './text-rows.ts'

const rows = textRows(rubric, { 'questions.lit.text': 'Is it lit?', title: 'Walkable towns' })
const all = { search: '', kind: '', onlyChanged: false } as const
const paths = (filter: Partial<Parameters<typeof filterTexts>[1]>) =>
  filterTexts(rows, { ...all, ...filter }).map(({ path }) => path)

test('a text says what it belongs to', () => {
  const yes = { type: 'choice' as const, text: 'Lit?', options: { yes: { text: 'Yes', points: 1 } } }
  const told = textRows({ ...rubric, questions: { ...rubric.questions, lit: yes } }, {})
  const about = [
    'title',
    'questions.lit.text',
    'questions.lit.options.yes.text',
    'criteria.street.children.lit.title',
    'criteria.street.children.lit.why',
  ]
  expect(about.map(path => told.find(row => row.path === path)).map(row => [row?.of, row?.part])).toEqual([
    ['', 'name'],
    ['', 'name'],
    ['Lit?', 'option'],
    ['Street', 'name'],
    ['Light', 'why'],
  ])
})

test('a text is changed when it differs from the edition’s', () =>
  expect(paths({ onlyChanged: true })).toEqual(['questions.lit.text']))
test('texts are found by what they say now', () =>
  expect(paths({ search: 'is it LIT' })).toEqual(['questions.lit.text']))
test('texts are found by what they belong to', () =>
  expect(paths({ kind: 'awards' })).toEqual(['awards.best.title']))
test('a text that a link leads to comes first', () =>
  expect(paths({ kind: 'awards', at: 'title' })).toEqual(['title', 'awards.best.title']))
