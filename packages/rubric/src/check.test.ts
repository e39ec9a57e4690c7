import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { nordic1 } from './framework.ts'
import { sample, sampleWith, sampleWithFunctions } from './sample.ts'
import { textsOf } from './text.ts'

const FUNCTIONS = ['metresPerHead']

const found = (changes: Readonly<Record<string, unknown>>): string[] =>
  check(sampleWith(changes), nordic1, undefined, FUNCTIONS).map(problem => `${problem.code} ${problem.path}`)

const messages = (changes: Readonly<Record<string, unknown>>): string[] =>
  check(sampleWith(changes), nordic1, undefined, FUNCTIONS).map(problem => problem.message)

test('a rubric that fits has no problems, as its author wrote it and as data', () => {
  expect([check(sampleWithFunctions, nordic1), check(sample(), nordic1, undefined, FUNCTIONS)]).toEqual([
    [],
    [],
  ])
})

const group = { title: 'G', why: 'W', weight: 1, missing: 'zero', combine: 'mean', children: {} }
const choice = { text: 'Q', type: 'choice', options: { a: { text: 'A', points: 1 }, b: { text: 'B' } } }

describe('each thing that does not fit is found once, where it is', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    [
      'a misspelt read',
      { 'criteria.light.reads': ['lti'] },
      ['unused questions.lit', 'unknown-reference criteria.light.reads.0'],
    ],
    [
      'a read listed twice',
      { 'criteria.network.reads': ['metres', 'population', 'metres'] },
      ['duplicate criteria.network.reads.2'],
    ],
    [
      'points of a number',
      { 'criteria.planning.children.plan.reads': ['plan', 'metres'] },
      ['bad-reads criteria.planning.children.plan.reads'],
    ],
    [
      'points of nothing',
      { 'criteria.planning.children.measures.reads': [] },
      ['unused questions.measures', 'bad-reads criteria.planning.children.measures.reads'],
    ],
    [
      'points that no option gives',
      { 'questions.plan.options': { yes: { text: 'Y' }, partly: { text: 'P' } } },
      ['bad-scoring criteria.planning.children.plan.scoring'],
    ],
    ['linear on two', { 'criteria.light.reads': ['lit', 'metres'] }, ['bad-reads criteria.light.reads']],
    [
      'linear on a choice',
      { 'criteria.light.reads': ['plan'] },
      ['unused questions.lit', 'bad-reads criteria.light.reads'],
    ],
    [
      'rank on a text',
      { 'criteria.light.reads': ['story'], 'criteria.light.scoring': { by: 'rank' } },
      ['unused questions.lit', 'bad-reads criteria.light.reads'],
    ],
    ['a panel that reads', { 'criteria.story.reads': ['story'] }, ['bad-reads criteria.story.reads']],
    [
      'a function that reads nothing',
      { 'criteria.network.reads': [] },
      ['unused questions.metres', 'unused indicators.population', 'bad-reads criteria.network.reads'],
    ],
    ['equal goalposts', { 'criteria.light.scoring.to': 0 }, ['bad-scoring criteria.light.scoring']],
    ['a log of 0', { 'criteria.light.scoring.log': true }, ['bad-scoring criteria.light.scoring']],
    [
      'bands out of order',
      {
        'criteria.light.scoring': {
          by: 'bands',
          bands: [
            [10, 0.5],
            [10, 1],
          ],
        },
      },
      ['bad-scoring criteria.light.scoring'],
    ],
    [
      'a scale of one',
      {
        'criteria.story.scoring.scale': [
          { text: 'A', points: 1 },
          { text: 'B', points: 1 },
        ],
      },
      ['bad-scoring criteria.story.scoring'],
    ],
    [
      'a function that is not there',
      { 'criteria.network.scoring.name': 'metresPerHaed' },
      ['unknown-reference criteria.network.scoring.name', 'unused functions.metresPerHead'],
    ],
    ['a negative weight', { 'criteria.light.weight': -1 }, ['bad-weight criteria.light.weight']],
    [
      'weights of nothing',
      { 'criteria.planning.children.plan.weight': 0, 'criteria.planning.children.measures.weight': 0 },
      ['bad-weight criteria.planning.children'],
    ],
    ['an empty group', { 'criteria.empty': group }, ['bad-weight criteria.empty.children']],
    [
      'no criteria for an award by points',
      { criteria: {}, tieBreak: [], 'awards.town.floors': {}, questions: {}, indicators: {}, sources: [] },
      ['bad-weight criteria', 'unused functions.metresPerHead'],
    ],
    ['needs of 0', { 'criteria.network.missing': { needs: 0 } }, ['bad-missing criteria.network.missing']],
    ['needs above 1', { missing: { needs: 1.1 } }, ['bad-missing missing']],
    [
      'an unknown category',
      { 'criteria.network.onlyIn': ['small', 'smal'] },
      ['unknown-reference criteria.network.onlyIn.1'],
    ],
    [
      'a stage that is not run',
      { 'criteria.light.stage': 'siteVisit' },
      ['unknown-reference criteria.light.stage'],
    ],
    [
      'an unknown dimension',
      { 'criteria.light.crosswalk': { SVR: 1 } },
      ['bad-crosswalk criteria.light.crosswalk.SVR'],
    ],
    [
      'shares that miss 1',
      { 'criteria.light.crosswalk': { SRV: 0.5, DAT: 0.4 } },
      ['bad-crosswalk criteria.light.crosswalk'],
    ],
    ['an unknown framework', { framework: 'nordic@9' }, ['unknown-framework framework']],
    [
      'a gap between classes',
      { 'categories.large.population.from': 20001 },
      ['category-gap categories.large.population'],
    ],
    [
      'a gap below',
      { 'categories.small.population': { from: 100, below: 20000 } },
      ['category-gap categories.small.population'],
    ],
    [
      'a gap above',
      { 'categories.large.population.below': 90000 },
      ['category-gap categories.large.population'],
    ],
    [
      'an overlap',
      { 'categories.small.population.below': 20001 },
      ['category-overlap categories.large.population'],
    ],
    [
      'a class within another',
      { 'categories.middle': { title: 'M', kind: 'municipality', population: { from: 5, below: 9 } } },
      ['category-overlap categories.middle.population'],
    ],
    [
      'a class of none',
      { 'categories.large.population.below': 20000 },
      ['bad-range categories.large.population', 'category-gap categories.small.population'],
    ],
    [
      'one option',
      { 'questions.plan.options': { yes: { text: 'Y', points: 1 } }, 'questions.measures.showIf.is': 'yes' },
      ['bad-value questions.plan.options'],
    ],
    ['limits the wrong way', { 'questions.metres.max': 0 }, ['bad-range questions.metres']],
    [
      'a condition on nothing',
      { 'questions.measures.showIf.question': 'plna' },
      ['unknown-reference questions.measures.showIf.question'],
    ],
    [
      'a condition on a number',
      { 'questions.measures.showIf.question': 'metres' },
      ['bad-value questions.measures.showIf.question'],
    ],
    [
      'a condition on no option',
      { 'questions.measures.showIf.is': ['yes', 'maybe'] },
      ['unknown-reference questions.measures.showIf.is'],
    ],
    [
      'a condition on “n/a” where it is not allowed',
      { 'questions.measures.showIf.is': 'n/a' },
      ['unknown-reference questions.measures.showIf.is'],
    ],
    [
      'a question that waits for itself',
      { 'questions.measures.showIf': { question: 'measures', is: 'paths' } },
      ['never-shown questions.measures.showIf'],
    ],
    [
      'questions that wait for each other',
      { 'questions.plan.showIf': { question: 'measures', is: 'paths' } },
      ['never-shown questions.plan.showIf', 'never-shown questions.measures.showIf'],
    ],
    ['a question nobody reads', { 'questions.extra': choice }, ['unused questions.extra']],
    [
      'a key used twice',
      { 'indicators.lit': { title: 'T', unit: 'u', source: 's', code: 'c' } },
      ['duplicate indicators.lit'],
    ],
    ['a stage run twice', { 'stages.1.kind': 'survey' }, ['duplicate stages.1']],
    [
      'publication first',
      { stages: [{ kind: 'publication' }, { kind: 'survey' }, { kind: 'jury' }] },
      ['bad-order stages.0'],
    ],
    ['jury before survey', { stages: [{ kind: 'jury' }, { kind: 'survey' }] }, ['bad-order stages']],
    [
      'grades out of order',
      {
        'scale.grades': [
          [50, 'b'],
          [0, 'a'],
        ],
      },
      ['bad-order scale.grades'],
    ],
    [
      'a grade above 100',
      {
        'scale.grades': [
          [0, 'a'],
          [400, 'b'],
        ],
      },
      ['bad-order scale.grades'],
    ],
    ['a tie-break on nothing', { 'tieBreak.1': 'criteria.lihgt' }, ['unknown-reference tieBreak.1']],
    ['a tie-break twice', { 'tieBreak.1': 'criteria.planning.children.plan' }, ['duplicate tieBreak.1']],
    [
      'a floor on nothing',
      { 'awards.town.floors': { 'criteria.planning.plan': 0.5 } },
      ['unknown-reference awards.town.floors'],
    ],
    ['fewer nominees than winners', { 'awards.town.winners': 4 }, ['bad-range awards.town.nominees']],
    [
      'an award per category without any',
      { categories: {}, 'criteria.network.onlyIn': undefined, 'sources.1.about': ['id'] },
      ['unknown-reference awards.town.per'],
    ],
    ['a base language that is not offered', { baseLanguage: 'sv' }, ['unknown-reference baseLanguage']],
    ['a language twice', { languages: ['en', 'nb', 'nb'] }, ['duplicate languages.2']],
    ['a rubric based on itself', { basedOn: 'walkable-towns@2026' }, ['bad-value basedOn']],
    [
      'a source about nothing',
      { 'sources.0.about': ['criteria.*.wieght'] },
      ['unknown-reference sources.0.about.0'],
    ],
  ])('%s', (_, changes, problems) => {
    expect(found(changes)).toEqual(problems)
  })
})

test('a message says where, what is wrong, what was probably meant and what is allowed', () => {
  expect(messages({ 'criteria.network.onlyIn': ['smal'] })).toEqual([
    'walkable-towns@2026 › criteria.network.onlyIn.0: no category “smal”. Did you mean “small”? Defined: small, large, county.',
  ])
})

test('in a survey, questions are there to be reported', () => {
  expect(found({ purpose: 'survey', 'questions.extra': choice })).toEqual([])
})

test('an award that a jury decides needs no criteria', () => {
  const bare = { criteria: {}, tieBreak: [], questions: {}, indicators: {}, sources: [] }
  const rubric = sampleWith({ ...bare, 'awards.town': { title: 'T', per: 'round', decide: 'jury' } })
  expect(check(rubric, nordic1)).toEqual([])
})

test('only what would mislead a reader stops an edition; the rest warns', () => {
  const severities = check(
    sampleWith({ 'questions.extra': choice, 'tieBreak.0': 'criteria.x' }),
    nordic1,
    {},
    FUNCTIONS,
  )
  expect(severities.map(problem => `${problem.severity} ${problem.code}`)).toEqual([
    'warning unused',
    'error unknown-reference',
    'warning locale-gap',
  ])
})

test('each text without a translation and each translation without a text is named', () => {
  const rubric = sample()
  const { title: _, ...rest } = Object.fromEntries(textsOf(rubric))
  const locales = {
    nb: { editions: { 2026: { ...rest, 'criteria.gone.why': 'x' } } },
    fi: { editions: { 2026: {} } },
  }
  expect(check(rubric, nordic1, locales, FUNCTIONS).map(problem => problem.message)).toEqual([
    'walkable-towns@2026 › locales/nb.json › editions.2026.title: is not translated.',
    'walkable-towns@2026 › locales/nb.json › editions.2026.criteria.gone.why: is a translation of nothing.',
    'walkable-towns@2026 › locales/fi.json: “fi” is not among the languages: en, nb.',
  ])
})
