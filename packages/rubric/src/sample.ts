/** A small rubric that uses every part of the contract once; the tests change one thing in it at a time. */
import { defineRubric, type RubricData } from './contract.ts'
import type { RecordedRound } from './record.ts'

export const sampleWithFunctions = defineRubric({
  apiVersion: 1,
  id: 'walkable-towns',
  edition: '2026',
  basedOn: 'walkable-towns@2024',
  title: 'Walkable towns',
  owner: 'The society of walkers',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en', 'nb'],
  purpose: 'award',
  scale: {
    max: 500,
    unit: 'points',
    decimals: 1,
    grades: [
      [0, 'one star'],
      [50, 'two stars'],
    ],
  },
  framework: 'nordic@1',
  questions: {
    plan: {
      text: 'Is there a plan for walking?',
      help: 'Adopted by the council.',
      area: 'Planning',
      evidence: 'optional',
      type: 'choice',
      unknown: true,
      options: {
        yes: { text: 'Yes', points: 2 },
        partly: { text: 'Partly', points: 1 },
        no: { text: 'No', points: 0 },
      },
    },
    measures: {
      text: 'Which measures does it hold?',
      area: 'Planning',
      type: 'multiple',
      notApplicable: true,
      showIf: { question: 'plan', is: ['yes', 'partly'] },
      options: {
        paths: { text: 'Paths', points: 1 },
        lights: { text: 'Lights', points: 1 },
        other: { text: 'Other' },
      },
    },
    metres: { text: 'Metres of path?', type: 'number', unit: 'm', min: 0 },
    lit: { text: 'How much of it is lit?', type: 'share' },
    story: { text: 'What are you most proud of?', type: 'text' },
  },
  indicators: {
    population: { title: 'Inhabitants', unit: 'persons', source: 'ssb', code: '07459', min: 1 },
  },
  categories: {
    small: { title: 'Small', kind: 'municipality', population: { below: 20000 } },
    large: { title: 'Large', kind: 'municipality', population: { from: 20000 } },
    county: { title: 'County', kind: 'county' },
  },
  combine: 'mean',
  missing: 'zero',
  criteria: {
    planning: {
      title: 'Planning',
      why: 'What is planned gets built.',
      weight: 3,
      missing: 'exclude',
      combine: 'mean',
      crosswalk: { GOV: 0.75, RES: 0.25 },
      children: {
        plan: {
          title: 'Plan',
          why: 'A plan binds.',
          weight: 1,
          missing: 'zero',
          reads: ['plan'],
          scoring: { by: 'points' },
          stage: 'survey',
        },
        measures: {
          title: 'Measures',
          why: 'Measures are what people meet.',
          weight: 1,
          missing: 'zero',
          crosswalk: { SRV: 1 },
          reads: ['measures'],
          scoring: { by: 'points' },
          stage: 'survey',
        },
      },
    },
    network: {
      title: 'Network',
      why: 'Paths must lead somewhere.',
      weight: 1,
      missing: { needs: 0.5 },
      onlyIn: ['small', 'large'],
      crosswalk: { DAT: 1 },
      reads: ['metres', 'population'],
      scoring: { by: 'function', name: 'metresPerHead' },
      stage: 'survey',
    },
    light: {
      title: 'Light',
      why: 'Winter is dark.',
      weight: 1,
      missing: 'block',
      crosswalk: { SRV: 1 },
      reads: ['lit'],
      scoring: { by: 'linear', from: 0, to: 100 },
      stage: 'survey',
    },
    story: {
      title: 'The story',
      why: 'Others should be able to learn from it.',
      weight: 0,
      missing: 'zero',
      reads: [],
      scoring: {
        by: 'panel',
        scale: [
          { text: 'Weak', points: 0 },
          { text: 'Strong', points: 4 },
        ],
        trim: 0.1,
      },
      stage: 'jury',
    },
  },
  stages: [
    { kind: 'survey' },
    { kind: 'shortlist', keep: { top: 5 } },
    { kind: 'jury', title: 'The jury meets', blind: true, seesOthers: 'afterOwn' },
    { kind: 'publication' },
  ],
  awards: {
    town: {
      title: 'Town of the year',
      per: 'category',
      decide: 'points',
      nominees: 3,
      winners: 1,
      floors: { 'criteria.light': 0.2 },
    },
  },
  tieBreak: ['criteria.planning.children.plan', 'criteria.light'],
  sources: [
    {
      about: ['criteria'],
      says: 'The areas are those of the programme.',
      where: 'Programme 2026',
      status: 'sourced',
    },
    {
      about: ['criteria.*.weight', 'categories.*.population'],
      says: 'Weights were not published.',
      where: 'this project',
      status: 'assumed',
    },
  ],
  functions: {
    metresPerHead: ({ metres, population }) =>
      metres === null || population === null ? null : Math.min(1, metres / population / 10),
  },
})

const { functions: _, ...data } = sampleWithFunctions

/** The sample as data, free to be changed. */
export const sample = (): RubricData => structuredClone(data)

/** The sample with other values at these paths; `undefined` takes the key away. What comes out need not be valid. */
export const sampleWith = (changes: Readonly<Record<string, unknown>>): RubricData => {
  const rubric = sample()
  for (const [path, value] of Object.entries(changes)) {
    const segments = path.split('.')
    const key = segments.pop() ?? ''
    let holder = rubric as unknown as Record<string, unknown>
    for (const segment of segments) holder = holder[segment] as Record<string, unknown>
    if (value === undefined) delete holder[key]
    else holder[key] = value
  }
  return rubric
}

/** Published facts of the sample's round: every kind of claim once. */
export const recordSample = (): RecordedRound => ({
  edition: '2026',
  title: 'The first round',
  year: 2026,
  organiser: 'The society of walkers',
  referenceDate: '2026-01-01',
  held: { from: '2026-03-01', to: '2026-10-01' },
  sources: {
    page: { title: 'A page', where: 'https://example.org/page', published: '2026-10-02' },
    report: { title: 'A report', where: 'The library' },
  },
  responses: [{ kind: 'municipality', invited: 430, answered: 212, source: 'report', status: 'sourced' }],
  entries: [
    {
      units: ['NO-0301'],
      name: 'Oslo',
      category: 'large',
      place: 'winner',
      score: 377,
      rank: 1,
      categoryRank: 1,
      population: 700000,
      reasons: 'Paths everywhere.',
      source: 'page',
      status: 'sourced',
    },
    {
      units: ['NO-0511', 'NO-0512'],
      name: 'Dovre and Lesja',
      category: 'small',
      place: 'nominee',
      source: 'page',
      status: 'inferred',
    },
  ],
  shares: [
    {
      question: 'plan',
      option: 'yes',
      share: 0.77,
      n: null,
      band: 'below 2 000',
      year: 2026,
      source: 'report',
      status: 'sourced',
    },
  ],
  claims: [
    {
      check: 'percent',
      part: 212,
      whole: 430,
      says: 'Almost half answered.',
      printed: '49',
      source: 'report',
      status: 'sourced',
    },
    {
      check: 'points',
      percent: 75.4,
      says: 'The winner’s points.',
      printed: '377',
      source: 'page',
      status: 'sourced',
    },
    {
      check: 'change',
      from: 24,
      to: 64,
      says: 'More expect quality.',
      printed: '40',
      source: 'report',
      status: 'sourced',
    },
    {
      check: 'row',
      counts: [21, 2, 2],
      says: 'A row.',
      printed: '84/8/8',
      source: 'report',
      status: 'inferred',
    },
    { check: 'sum', says: 'Another row.', printed: '77/17/6', source: 'report', status: 'sourced' },
    {
      check: 'rank',
      unit: 'NO-0301',
      within: 'round',
      says: 'Oslo came first.',
      printed: '1',
      source: 'page',
      status: 'sourced',
    },
    {
      check: 'category',
      unit: 'NO-0301',
      population: 700000,
      says: 'Oslo is large.',
      printed: 'large',
      source: 'page',
      status: 'sourced',
    },
    {
      check: 'winner',
      category: 'large',
      says: 'Oslo won.',
      printed: 'NO-0301',
      source: 'page',
      status: 'sourced',
      note: 'As announced.',
    },
    {
      check: 'count',
      place: 'nominee',
      category: 'small',
      says: 'One was nominated.',
      printed: '1',
      source: 'page',
      status: 'sourced',
    },
    {
      check: 'slip',
      reading: '23 and 68',
      says: 'Simpler routines.',
      printed: '23 % and 68',
      source: 'report',
      status: 'sourced',
    },
    { check: 'none', says: 'The mood was good.', printed: 'good', source: 'page', status: 'sourced' },
  ],
})
