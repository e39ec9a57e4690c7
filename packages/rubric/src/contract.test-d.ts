/** What the types refuse while a rubric is written. Compiled with the rest; each expected error says why. */
import type { Category, Combine, Criterion, Indicator, Question, RubricData, Stage } from './contract.ts'
import { defineRubric } from './contract.ts'
import { sampleWithFunctions } from './sample.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const expectTrue = <T extends true>(): T | undefined => undefined

const frame = {
  apiVersion: 1,
  id: 'a',
  edition: '1',
  title: 'A',
  owner: 'B',
  country: 'NO',
  baseLanguage: 'nb',
  languages: ['nb'],
  purpose: 'award',
  scale: { max: 100, unit: 'poeng', decimals: 0 },
  framework: 'nordic@1',
  combine: 'mean',
  missing: 'zero',
  stages: [{ kind: 'survey' }],
  awards: {},
  tieBreak: [],
  sources: [],
} as const

const questions = {
  plan: { text: 'Plan?', type: 'choice', options: { yes: { text: 'Ja', points: 1 }, no: { text: 'Nei' } } },
  tools: { text: 'Tools?', type: 'multiple', options: { map: { text: 'Map' }, app: { text: 'App' } } },
  metres: { text: 'Metres?', type: 'number' },
} as const satisfies Record<string, Question>

const indicators = {
  population: { title: 'P', unit: 'persons', source: 'ssb', code: '07459' },
} as const satisfies Record<string, Indicator>

const categories = { small: { title: 'Small', kind: 'municipality' } } as const satisfies Record<
  string,
  Category
>

const leaf = { title: 'L', why: 'W', weight: 1, missing: 'zero', stage: 'survey' } as const
const blocks = { ...frame, questions, indicators, categories }

// A rubric as written is a rubric as data with functions added.
sampleWithFunctions satisfies RubricData

defineRubric({
  ...blocks,
  criteria: {
    a: { ...leaf, reads: ['plan'], scoring: { by: 'points' }, onlyIn: ['small'] },
    b: { ...leaf, reads: ['population', 'metres', 'tools'], scoring: { by: 'function', name: 'perHead' } },
  },
  functions: {
    perHead: answers => {
      expectTrue<Equal<typeof answers.plan, 'yes' | 'no' | null>>()
      expectTrue<Equal<typeof answers.tools, readonly ('map' | 'app')[] | null>>()
      expectTrue<Equal<typeof answers.metres, number | null>>()
      expectTrue<Equal<typeof answers.population, number | null>>()
      // @ts-expect-error nothing of that name is asked or read
      return answers.metre
    },
  },
})

defineRubric({
  ...blocks,
  criteria: {
    a: {
      ...leaf,
      // @ts-expect-error "plann" is neither a question nor an indicator
      reads: ['plann'],
      scoring: { by: 'points' },
    },
  },
})

defineRubric({
  ...blocks,
  criteria: {
    a: {
      ...leaf,
      reads: ['plan'],
      scoring: { by: 'points' },
      // @ts-expect-error "smal" is not a category
      onlyIn: ['smal'],
    },
  },
})

defineRubric({
  ...blocks,
  criteria: {
    // @ts-expect-error there is no function "perHaed"
    a: { ...leaf, reads: ['metres'], scoring: { by: 'function', name: 'perHaed' } },
  },
  functions: { perHead: () => 1 },
})

defineRubric({
  ...blocks,
  criteria: {},
  functions: {
    // @ts-expect-error a function gives a number or null, and gives it at once
    later: async () => 1,
  },
})

defineRubric({
  ...blocks,
  criteria: {},
  steps: [
    { do: 'denominate', each: { population: { by: 'population', per: 1000 } } },
    // @ts-expect-error "populaton" is not an indicator
    { do: 'denominate', each: { population: { by: 'populaton' } } },
    // @ts-expect-error nor is "metres", which is asked
    { do: 'treat', then: 'log', of: ['metres'] },
    { do: 'impute', by: 'median', within: 'category' },
    { do: 'impute', by: 'median', within: 'plan' },
    // @ts-expect-error "plann" is not a question
    { do: 'impute', by: 'median', within: 'plann' },
    // @ts-expect-error to estimate, it has to be said from what
    { do: 'impute', by: 'regression' },
    // @ts-expect-error the last number of other years is not that of other entries
    { do: 'impute', by: 'last', within: 'category' },
  ],
})

// @ts-expect-error what to do when something is missing has to be said
const withoutMissing: Criterion = {
  title: 'A',
  why: 'W',
  weight: 1,
  stage: 'survey',
  reads: [],
  scoring: { by: 'points' },
}

// @ts-expect-error why it belongs in the award has to be said
const withoutWhy: Criterion = {
  title: 'A',
  weight: 1,
  missing: 'zero',
  stage: 'survey',
  reads: [],
  scoring: { by: 'points' },
}

// @ts-expect-error "median" is a way to combine, not a rule
const withoutRule: Criterion = { ...leaf, reads: [], scoring: { by: 'median' } }

// @ts-expect-error linear needs both goalposts
const withoutPost: Criterion = { ...leaf, reads: [], scoring: { by: 'linear', from: 0 } }

// @ts-expect-error outliers are treated by a step, before any rule
const withTreat: Criterion = { ...leaf, reads: [], scoring: { by: 'minmax', treat: 'log' } }

// @ts-expect-error a power is a number
const withPower: Combine = { power: 'two' }

// @ts-expect-error a least share is an object: { needs: 0.5 }
const withBareShare: Criterion = { ...leaf, missing: 0.5, reads: [], scoring: { by: 'points' } }

// @ts-expect-error a criterion either reads or has children
const without: Criterion = { ...leaf, combine: 'mean' }

// @ts-expect-error "slider" is not a type of question
const withType: Question = { text: 'Q', type: 'slider' }

// @ts-expect-error a choice has options
const withoutOptions: Question = { text: 'Q', type: 'choice' }

// @ts-expect-error a flag is true or absent, so that a rubric has one way to say it
const withFalse: Question = { text: 'Q', type: 'text', unknown: false }

// @ts-expect-error stages are of the kinds that the engine knows
const withStage: Stage = { kind: 'party' }

// @ts-expect-error "kommune" is not a kind of unit
const withKind: Category = { title: 'C', kind: 'kommune' }

export const refused = [
  withoutMissing,
  withoutWhy,
  withoutRule,
  withoutPost,
  withTreat,
  withPower,
  withBareShare,
  without,
  withType,
  withoutOptions,
  withFalse,
  withStage,
  withKind,
]
