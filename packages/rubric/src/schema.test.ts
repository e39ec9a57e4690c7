import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordSample, sample, sampleWith, sampleWithFunctions } from './sample.ts'
import { parseLocale, parsePlugin, parseRecord, parseRubric } from './schema.ts'

const messages = (parsed: object): string[] =>
  'problems' in parsed ? (parsed.problems as { message: string }[]).map(problem => problem.message) : []

const told = (changes: Readonly<Record<string, unknown>>): string[] =>
  messages(parseRubric(sampleWith(changes)))

test('a rubric and a recorded round come through unchanged', () => {
  expect([parseRubric(sample()), parseRecord(recordSample(), 'walkable-towns')]).toEqual([
    { rubric: sample() },
    { record: recordSample() },
  ])
})

test("the author's own object loses its functions, and nothing else", () => {
  expect(parseRubric(sampleWithFunctions)).toEqual({ rubric: sample() })
})

test('functions that are not functions, as in a file, are an unknown key', () => {
  expect(told({ functions: { metresPerHead: 'x => 1' } })[0]).toMatch(
    /^walkable-towns@2026: unknown key “functions”\. Allowed: /,
  )
})

test.each<[string, Record<string, unknown>, string]>([
  [
    'a misspelt key',
    { 'questions.lit.tpye': 1 },
    'questions.lit: unknown key “tpye”. Did you mean “type”? Allowed: text, help, area, evidence, unknown, notApplicable, showIf, type, unit, min, max.',
  ],
  [
    'a key that is absent',
    { 'criteria.planning.children.plan.missing': undefined },
    'criteria.planning.children.plan.missing: is missing. Invalid option: expected one of "zero"|"exclude"|"block".',
  ],
  [
    'a leaf in a group is read as a leaf',
    { 'criteria.planning.children.plan.combine': 'mean' },
    'criteria.planning.children.plan.children: is missing. expected record.',
  ],
  [
    'an unknown rule',
    { 'criteria.light.scoring.by': 'lienar' },
    `criteria.light.scoring.by: Invalid discriminator value. Expected 'points' | 'linear' | 'bands' | 'minmax' | 'zscore' | 'percentile' | 'rank' | 'borda' | 'reference' | 'target' | 'shareOfBest' | 'panel' | 'function'.`,
  ],
  [
    'a key with a point',
    { 'categories.small.population': undefined, awards: { 'a.b': sample().awards.town } },
    'awards.a.b: a key is letters, digits, _ and -, beginning with a letter.',
  ],
  [
    'an option with a reserved id',
    { 'questions.plan.options.?': { text: 'x' } },
    'questions.plan.options.?: an option is letters, digits, _ and -. For “?” and “n/a” set unknown or notApplicable instead.',
  ],
  [
    'a key that every object has',
    { awards: { toString: sample().awards.town } },
    'awards.toString: is a name that every object has, such as constructor. Choose another.',
  ],
  ['an id in capitals', { id: 'Walkable' }, 'id: is not kebab-case, such as walkable-towns.'],
  ['a blank text', { 'criteria.light.why': ' ' }, 'criteria.light.why: is blank. A text is wanted.'],
  [
    'not a number',
    { 'criteria.light.weight': Number.NaN },
    'criteria.light.weight: expected number, received NaN.',
  ],
])('%s', (_, changes, message) => {
  const name = typeof changes.id === 'string' ? changes.id : 'walkable-towns'
  const told_ = told(changes).find(line => line.includes(message.split(':')[0] ?? ''))
  expect(told_).toBe(`${name}@2026 › ${message}`)
})

const prepared = (): ReturnType<typeof sample> =>
  sampleWith({
    combine: { power: 2 },
    'criteria.planning.combine': { benefitOfDoubt: [0.2, 0.8] },
    'criteria.light.scoring': { by: 'zscore', open: { mean: 0.5, sd: 0.1 } },
    years: 'pooled',
    steps: [
      { do: 'denominate', each: { flights: { by: 'population', per: 1000 } } },
      { do: 'screen', available: 0.66, nonZero: 0, keep: ['a'], drop: ['b'] },
      { do: 'impute', by: 'mean', within: 'category' },
      { do: 'impute', by: 'rowMedian', siblings: true },
      { do: 'impute', by: 'regression', on: ['population'] },
      { do: 'impute', by: 'constant', of: ['flights'] },
      { do: 'treat', test: { skewness: 2, kurtosis: 3.5 }, winsorise: { most: null }, then: { boxCox: -1 } },
      { do: 'treat', then: 'logMirrored' },
    ],
  })

test('steps and all that a way to combine may take come through unchanged', () => {
  expect(parseRubric(prepared())).toEqual({ rubric: prepared() })
})

test.each<[string, Record<string, unknown>, string]>([
  [
    'an unknown step',
    { steps: [{ do: 'smooth' }] },
    `steps.0.do: Invalid discriminator value. Expected 'denominate' | 'screen' | 'impute' | 'treat'.`,
  ],
  [
    'an unknown way to impute',
    { steps: [{ do: 'impute', by: 'mode' }] },
    `steps.0.by: Invalid discriminator value. Expected 'mean' | 'median' | 'rowMean' | 'rowMedian' | 'regression' | 'last' | 'linear' | 'constant'.`,
  ],
  [
    'a key of another way to impute',
    { steps: [{ do: 'impute', by: 'last', within: 'category' }] },
    'steps.0: unknown key “within”. Allowed: do, by, of.',
  ],
  [
    'winsorising none',
    { steps: [{ do: 'treat', winsorise: { most: 0 } }] },
    'steps.0.winsorise.most: Too small: expected number to be >0.',
  ],
  [
    'a transform without its number',
    { steps: [{ do: 'treat', then: { boxCox: 'auto' } }] },
    'steps.0.then.boxCox: expected number, received string.',
  ],
  [
    'an endless power',
    { combine: { power: Number.POSITIVE_INFINITY } },
    'combine.power: expected number, received Infinity.',
  ],
  [
    'a misspelt way to combine',
    { combine: { pwoer: 2 } },
    'combine: is neither { power: 2 } nor { benefitOfDoubt: [0, 1] }, with numbers of your own.',
  ],
  [
    'no spread',
    { 'criteria.light.scoring': { by: 'zscore', open: { mean: 0, sd: 0 } } },
    'criteria.light.scoring.open.sd: Too small: expected number to be >0.',
  ],
  [
    'a reference to nobody',
    { 'criteria.light.scoring': { by: 'reference', entry: '' } },
    'criteria.light.scoring.entry: is blank. A text is wanted.',
  ],
])('%s', (_, changes, message) => {
  expect(told(changes)[0]).toBe(`walkable-towns@2026 › ${message}`)
})

test('everything that is wrong is told at once', () => {
  expect(told({ title: 3, owner: undefined, 'scale.max': 0 })).toHaveLength(3)
})

/** Keyed by paths, by dimensions and by indicators, which `check` looks up. */
const OPEN = ['floors', 'crosswalk', 'each']

/** Every object in a value whose keys the schema knows, by path. */
const objectsIn = (value: unknown, path: readonly string[] = []): string[][] => {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([key, child]) => objectsIn(child, [...path, key]))
  return Array.isArray(value) || OPEN.includes(path.at(-1) ?? '') ? inner : [[...path], ...inner]
}

const addTo = (root: unknown, path: readonly string[], key: string): void => {
  const holder = path.reduce((value, segment) => (value as Record<string, unknown>)[segment], root)
  Object.assign(holder as object, { [key]: 1 })
}

test('a key that the contract does not know is refused at any depth', () => {
  const whole = { rubric: prepared(), record: recordSample() }
  fc.assert(
    fc.property(fc.constantFrom(...objectsIn(whole)), fc.stringMatching(/^x[a-z]{3,8}$/), (path, key) => {
      const changed = structuredClone(whole)
      addTo(changed, path, key)
      const problems = [
        ...messages(parseRubric(changed.rubric)),
        ...messages(parseRecord(changed.record, 'walkable-towns')),
      ]
      expect(problems.length).toBe(path.length === 0 ? 0 : 1)
    }),
    { numRuns: 300 },
  )
})

test('whatever arrives, the answer is a rubric or problems', () => {
  fc.assert(
    fc.property(fc.anything(), value => {
      expect(messages(parseRubric(value)).length).toBeGreaterThan(0)
    }),
  )
})

test('the outer shape of a plugin, and of a locale', () => {
  expect([
    messages(parsePlugin({ id: 'Walk', editions: [] }, 'walk')),
    messages(parseLocale({ edition: { 2026: {} } }, 'nb.json')),
    parseLocale({ editions: { 2026: { title: 'T' } } }, 'nb.json'),
  ]).toEqual([
    [
      'walk › id: is not kebab-case, such as walkable-towns.',
      'walk › editions: Too small: expected array to have >=1 items.',
    ],
    ['nb.json: unknown key “edition”. Did you mean “editions”? Allowed: editions, rounds.'],
    { locale: { editions: { 2026: { title: 'T' } } } },
  ])
})
