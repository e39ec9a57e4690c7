/** Small rubrics for the tests of this folder: only what a test is about has to be written down. */
import type { Group, Leaf, RubricData, Scoring } from '@tumstock/rubric/contract'

export const rubricOf = (parts: Partial<RubricData>): RubricData => ({
  apiVersion: 1,
  id: 'test',
  edition: '1',
  title: 'Test',
  owner: 'Test',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'award',
  scale: { max: 1, unit: 'points', decimals: 1 },
  framework: 'nordic@1',
  questions: {},
  indicators: {},
  categories: {},
  combine: 'mean',
  missing: 'block',
  criteria: {},
  stages: [],
  awards: {},
  tieBreak: [],
  sources: [],
  ...parts,
})

export const leafOf = (reads: readonly string[], scoring: Scoring, parts: Partial<Leaf> = {}): Leaf => ({
  ...{
    title: 'A leaf',
    why: 'A test reads it.',
    weight: 1,
    missing: 'block',
    reads,
    scoring,
    stage: 'survey',
  },
  ...parts,
})

export const groupOf = (children: Group['children'], parts: Partial<Group> = {}): Group => ({
  ...{ title: 'A group', why: 'A test needs it.', weight: 1, missing: 'block', combine: 'mean', children },
  ...parts,
})

/** Indicators by id, all per cent. */
export const indicatorsOf = (...ids: string[]): RubricData['indicators'] =>
  Object.fromEntries(ids.map(id => [id, { title: id, unit: '%', source: 'test', code: id }]))

/** A number from 0 to 1 as its own value. */
export const asIs: Scoring = { by: 'linear', from: 0, to: 1 }

/** The message of what an act throws; fails where it throws nothing. */
export const messageOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('nothing was thrown')
}
