/** A small rubric that uses every part of the contract once; the tests change one thing in it at a time. */
import { defineRubric, type RubricData } from './contract.ts'

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
