import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordSample, sample } from './sample.ts'
import { textsOf, translate, withTexts } from './text.ts'

const upper = (texts: Map<string, string>) =>
  Object.fromEntries([...texts].map(([path, text]) => [path, text.toUpperCase()]))

test('texts are found by the path at which they stand', () => {
  const texts = textsOf(sample())
  const at = (path: string) => texts.get(path)
  expect([
    at('title'),
    at('scale.unit'),
    at('scale.grades.1.1'),
    at('questions.plan.options.partly.text'),
    at('questions.metres.unit'),
    at('indicators.population.title'),
    at('categories.small.title'),
    at('criteria.planning.children.plan.why'),
    at('criteria.story.scoring.scale.1.text'),
    at('stages.2.title'),
    at('awards.town.title'),
    at('sources.0.says'),
    at('id'),
    at('stages.0.title'),
  ]).toEqual([
    'Walkable towns',
    'points',
    'two stars',
    'Partly',
    'm',
    'Inhabitants',
    'Small',
    'A plan binds.',
    'Strong',
    'The jury meets',
    'Town of the year',
    'The areas are those of the programme.',
    undefined,
    undefined,
  ])
})

test('facts of a round that are read as texts are those of its own words, not names or printed numbers', () => {
  expect([...textsOf(recordSample()).keys()].filter(path => !path.endsWith('.says'))).toEqual([
    'title',
    'organiser',
    'entries.0.reasons',
    'claims.7.note',
    'claims.9.reading',
  ])
})

test.each([
  ['rubric', sample()],
  ['recorded round', recordSample()],
])('a %s takes every translated text, and changes in nothing else', (_, definition) => {
  const texts = upper(textsOf(definition))
  const locale = { editions: { 2026: texts }, rounds: { 2026: texts } }
  const translated = translate(definition, locale)
  expect([
    Object.fromEntries(textsOf(translated)),
    withTexts(translated, Object.fromEntries(textsOf(definition))),
  ]).toEqual([texts, definition])
})

test('what a locale lacks stays in the base language, and what it has too much changes nothing', () => {
  const paths = [...textsOf(sample()).keys()]
  fc.assert(
    fc.property(fc.subarray(paths), fc.dictionary(fc.string(), fc.string()), (known, stray) => {
      const texts = { ...stray, ...Object.fromEntries(known.map(path => [path, `T ${path}`])) }
      const translated = translate(sample(), { editions: { 2026: texts } })
      const expected = [...textsOf(sample())].map(([path, text]) => [
        path,
        Object.hasOwn(texts, path) ? texts[path] : text,
      ])
      expect([...textsOf(translated)]).toEqual(expected)
    }),
  )
})

test('a locale without the edition leaves it as it is', () => {
  expect(translate(sample(), { editions: { 2025: { title: 'x' } } })).toEqual(sample())
})
