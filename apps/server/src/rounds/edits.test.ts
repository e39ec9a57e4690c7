import type { RubricData } from '@tumstock/rubric/contract'
import { describe, expect, it } from 'vitest'
import { changesOf, strayEdit } from './changes.ts'
import { NO_EDITS, resolve } from './edits.ts'
import { neededKind } from './stage-kinds.ts'

const leaf = (reads: string[], weight = 1) =>
  ({
    title: reads.join(),
    why: 'w',
    weight,
    missing: 'zero',
    reads,
    scoring: { by: 'points' },
    stage: 'survey',
  }) as const
const question = (text: string) =>
  ({ text, type: 'choice', options: { yes: { text: 'Ja', points: 1 } } }) as const

const base: RubricData = {
  apiVersion: 1,
  id: 'walkable-towns',
  edition: '2026',
  title: 'Gangbare byer',
  owner: 'Foreningen',
  country: 'NO',
  baseLanguage: 'nb',
  languages: ['nb'],
  purpose: 'award',
  scale: { max: 100, unit: 'poeng', decimals: 0 },
  framework: 'nordic@1',
  questions: { plan: question('Plan?'), paths: question('Stier?'), light: question('Lys?') },
  indicators: {},
  categories: {
    small: { title: 'Små', kind: 'municipality', population: { below: 5000 } },
    large: { title: 'Store', kind: 'municipality', population: { from: 5000 } },
  },
  combine: 'mean',
  missing: 'zero',
  criteria: {
    plan: leaf(['plan'], 2),
    network: {
      title: 'Nett',
      why: 'w',
      weight: 3,
      missing: 'zero',
      combine: 'mean',
      children: { paths: leaf(['paths', 'light']), light: leaf(['light']) },
    },
  },
  stages: [{ kind: 'survey' }],
  awards: { best: { title: 'Best', per: 'category', decide: 'points', nominees: 3 } },
  tieBreak: [],
  sources: [
    { about: ['criteria.*.weight'], says: 'Vekter', where: 'statutt', status: 'sourced' },
    {
      about: ['criteria.network.children.light', 'questions.light.text'],
      says: 'Lys',
      where: 'notat',
      status: 'assumed',
    },
  ],
}

describe('resolve', () => {
  it('gives the edition back when nothing is edited', () => {
    expect(resolve(base, NO_EDITS)).toEqual(base)
  })

  it('sets weights at any depth, limits, texts and nominees, and touches nothing else', () => {
    const resolved = resolve(base, {
      ...NO_EDITS,
      weights: { 'criteria.network.children.light': 4 },
      categories: { small: { from: null, below: 10_000 }, large: { from: null, below: null } },
      texts: { title: 'Gangbare byer 2027', 'questions.plan.options.yes.text': 'Jepp' },
      nominees: { best: 5 },
    })
    const expected = structuredClone(base) as unknown as Record<string, Record<string, never>>
    Object.assign(expected, { title: 'Gangbare byer 2027' })
    Object.assign(expected.questions!.plan!, { options: { yes: { text: 'Jepp', points: 1 } } })
    Object.assign((expected.criteria!.network! as { children: { light: object } }).children.light, {
      weight: 4,
    })
    Object.assign(expected.categories!.small!, { population: { below: 10_000 } })
    expected.categories!.large = { title: 'Store', kind: 'municipality' } as never
    Object.assign(expected.awards!.best!, { nominees: 5 })
    expect(resolved).toEqual(expected)
  })

  it('takes a question out of every criterion that reads it, and what is then empty out of the tree and the sources', () => {
    const resolved = resolve(base, { ...NO_EDITS, questions: { light: false, plan: true } })
    expect(Object.keys(resolved.questions)).toEqual(['plan', 'paths'])
    expect(resolved.criteria.network).toEqual({
      ...base.criteria.network,
      children: { paths: { ...leaf(['paths', 'light']), reads: ['paths'] } },
    })
    expect(resolved.sources.map(source => source.says)).toEqual(['Vekter'])
    const none = resolve(base, { ...NO_EDITS, questions: { light: false, paths: false } })
    expect(Object.keys(none.criteria)).toEqual(['plan'])
  })

  it('leaves stages out and adds others in the usual order, and what is said of a stage follows it', () => {
    const says = (about: string[]) => ({ about, says: about.join(), where: 'x', status: 'sourced' }) as const
    const rubric: RubricData = {
      ...base,
      stages: [
        { kind: 'survey' },
        { kind: 'shortlist', keep: { top: 3 } },
        { kind: 'jury', title: 'Juryen', blind: true },
        { kind: 'publication' },
      ],
      sources: [says(['stages.1.keep']), says(['stages.1', 'stages.2.title']), says(['stages', 'title'])],
    }
    const resolved = resolve(rubric, {
      ...NO_EDITS,
      kinds: { shortlist: false, verification: true, siteVisit: true, survey: true },
    })
    expect(resolved.stages).toEqual([
      { kind: 'survey' },
      { kind: 'verification' },
      { kind: 'siteVisit' },
      { kind: 'jury', title: 'Juryen', blind: true },
      { kind: 'publication' },
    ])
    expect(resolved.sources.map(source => source.about)).toEqual([['stages.3.title'], ['stages', 'title']])
  })

  it('keeps a stage in which something is scored', () => {
    expect(neededKind(base, { survey: false })).toEqual({ kind: 'survey', path: 'criteria.plan' })
    expect(neededKind(base, { jury: false, survey: true })).toBeUndefined()
  })
})

describe('changes', () => {
  it('lists what differs from the edition, and not what was set to what it is', () => {
    const edits = {
      ...NO_EDITS,
      kinds: { survey: true, jury: true },
      weights: { 'criteria.plan': 5, 'criteria.network': 3 },
      categories: { small: { from: null, below: 8000 } },
      texts: { title: 'Ny' },
      questions: { light: false, plan: true },
      nominees: { best: 3 },
    }
    expect(changesOf(base, edits)).toEqual([
      { path: 'criteria.plan.weight', from: 2, to: 5 },
      { path: 'categories.small.population.below', from: 5000, to: 8000 },
      { path: 'title', from: 'Gangbare byer', to: 'Ny' },
      { path: 'questions.light', from: true, to: false },
      { path: 'stages.jury', from: false, to: true },
    ])
  })

  it.each([
    [{ weights: { 'criteria.nowhere': 1 } }, 'criteria.nowhere'],
    [{ kinds: { party: true } }, 'stages.party'],
    [{ categories: { huge: { from: 1, below: null } } }, 'categories.huge'],
    [{ texts: { 'questions.plan.note': 'x' } }, 'questions.plan.note'],
    [{ questions: { toString: false } }, 'questions.toString'],
    [{ nominees: { worst: 1 } }, 'awards.worst'],
    [{ weights: { 'criteria.plan': 1 } }, undefined],
  ])('finds the edit of something that is not there: %j', (edits, stray) => {
    expect(strayEdit(base, { ...NO_EDITS, ...edits })).toBe(stray)
  })
})
