import { expect, test } from 'vitest'
import { documentOf } from './document.ts'
import { sample, sampleWith } from './sample.ts'
import { textsOf, withTexts } from './text.ts'

const page = (...editions: ReturnType<typeof sample>[]) => documentOf({ id: 'walkable-towns', editions })

test('the newest edition comes first and gives the page its title', () => {
  const headings = page(sample(), sampleWith({ edition: '2027', title: 'Walkable cities' })).match(
    /^##? .*$/gm,
  )
  expect(headings).toEqual(['# Walkable cities', '## walkable-towns@2027', '## walkable-towns@2026'])
})

test('the tree is told with weights, points, rule, policy and reason, assumed weights as such', () => {
  const rows = page(sample())
    .split('\n')
    .filter(line => /^\| (Planning|· Plan|Network) \|/.test(line))
  expect(rows.slice(0, 3)).toEqual([
    '| Planning | 3 (assumed) | 300 | weighted mean of its parts | left out, the rest re-weighted | What is planned gets built. |',
    '| · Plan | 1 | 150 | points of `plan` (survey) | counts as 0 | A plan binds. |',
    '| Network | 1 (assumed) | 100 | function `metresPerHead` of `metres`, `population` (survey); only Small, Large | left out; no score below 50 % of the weight | Paths must lead somewhere. |',
  ])
})

test('every text of the rubric that has a place on the page is on it', () => {
  const paths = [...textsOf(sample()).keys()].filter(path => !/\.(help|area)$/.test(path))
  const marked = withTexts(sample(), Object.fromEntries(paths.map(path => [path, `«${path}»`])))
  const text = page(marked)
  expect(paths.filter(path => !text.includes(`«${path}»`))).toEqual([])
})

test('a bar or a line break in a text does not break a table', () => {
  const rows = page(sampleWith({ 'criteria.light.why': 'dark | cold\nand wet' })).split('\n')
  expect(rows.find(row => row.startsWith('| Light'))).toBe(
    '| Light | 1 (assumed) | 100 | linear from 0 to 100 of `lit` (survey) | no score | dark \\| cold and wet |',
  )
})

test('an edition without criteria, questions or awards has no empty sections', () => {
  const bare = sampleWith({
    criteria: {},
    questions: {},
    indicators: {},
    awards: {},
    categories: {},
    tieBreak: [],
    sources: [],
    'scale.grades': undefined,
  })
  expect(page(bare).match(/^### .*$/gm)).toEqual(['### Stages'])
})

test('what is done to the numbers stands before how they are scored, and how years are compared', () => {
  const steps = [
    { do: 'impute', by: 'median' },
    { do: 'treat', then: 'logFromOne' },
  ]
  const lines = page(sampleWith({ steps, years: 'each' })).split('\n')
  const from = lines.indexOf('### Before scoring')
  expect(lines.slice(from, from + 6)).toEqual([
    '### Before scoring',
    '',
    '1. Missing numbers: the median of the other entries.',
    '2. Outliers: ln(x − min + 1).',
    '',
    'Years are compared each by itself.',
  ])
})
