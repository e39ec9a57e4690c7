/** Rubrics and numbers for the figures of the engine: made up, seeded, the same in every run. */
import { ANSWERED, type Data, type Row, UNANSWERED } from '@tumstock/engine/data'
import type { Subject } from '@tumstock/engine/subject'
import { tabulate } from '@tumstock/engine/tabulate'
import type { Criterion, Group, RubricData, Scoring, Step } from '@tumstock/rubric/contract'

export const GROUPS = 6
export const PER_GROUP = 10
export const LEAVES = GROUPS * PER_GROUP
const MISSING = 0.02

/** mulberry32: small, seeded, the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const base = { why: 'Measured.', missing: 'exclude' as const }

const leaf = (id: string, at: number, scoring: Scoring): Criterion => ({
  ...base,
  title: id,
  weight: 1 + (at % 3),
  reads: [id],
  scoring,
  stage: 'survey',
})

const group = (title: string, weight: number, children: Group['children']): Group => ({
  ...base,
  title,
  weight,
  combine: 'mean',
  children,
})

const rubricOf = (ids: readonly string[], criteria: RubricData['criteria']): RubricData => ({
  apiVersion: 1,
  id: 'bench',
  edition: '1',
  title: 'Bench',
  owner: 'Bench',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'index',
  scale: { max: 100, unit: 'points', decimals: 1 },
  framework: 'nordic@1',
  questions: {},
  indicators: Object.fromEntries(ids.map(id => [id, { title: id, unit: '%', source: 'bench', code: id }])),
  categories: { all: { title: 'All', kind: 'municipality' } },
  combine: 'mean',
  missing: 'exclude',
  criteria,
  stages: [{ kind: 'survey' }],
  awards: {},
  tieBreak: [],
  sources: [],
})

const idsOf = (count: number) => Array.from({ length: count }, (_, at) => `i${at}`)

/** Sixty indicators in six groups under weighted means: weights 1 to 3 within a group, 1 to 6 above. */
export function sixty(scoring: Scoring = { by: 'minmax' }): RubricData {
  const ids = idsOf(LEAVES)
  const groupAt = (g: number) => {
    const own = ids.slice(g * PER_GROUP, (g + 1) * PER_GROUP)
    return group(`g${g}`, 1 + g, Object.fromEntries(own.map((id, at) => [id, leaf(id, at, scoring)])))
  }
  return rubricOf(ids, Object.fromEntries(Array.from({ length: GROUPS }, (_, g) => [`g${g}`, groupAt(g)])))
}

export type Numbers = Record<string, number | null>

/** Numbers from 0 to 100, 2 % of them missing. */
export function answersOf(units: number): Numbers[] {
  const random = seeded(1)
  const ids = idsOf(LEAVES)
  return Array.from({ length: units }, () =>
    Object.fromEntries(ids.map(id => [id, random() < MISSING ? null : random() * 100])),
  )
}

export const rowsOf = (answers: readonly Numbers[]): Row[] =>
  answers.map((row, at) => ({ id: `u${at}`, category: 'all', answers: row }))

/** The same numbers as columns, without a row ever having been there. */
export function sixtyBy(units: number): Subject {
  const ids = idsOf(LEAVES)
  const columns = ids.map(() => ({
    kind: 'number' as const,
    values: new Float64Array(units).fill(Number.NaN),
    gaps: new Uint8Array(units).fill(UNANSWERED),
  }))
  const random = seeded(1)
  for (let u = 0; u < units; u++)
    for (const { values, gaps } of columns) {
      if (random() < MISSING) continue
      values[u] = random() * 100
      gaps[u] = ANSWERED
    }
  const data: Data = {
    ids: Array.from({ length: units }, (_, u) => `u${u}`),
    category: new Int16Array(units),
    columns: Object.fromEntries(ids.map((id, i) => [id, columns[i] as (typeof columns)[number]])),
    marks: {},
  }
  return { rubric: sixty(), data }
}

export const WINSORISE: Step = {
  do: 'treat',
  test: { skewness: 2, kurtosis: 3.5 },
  winsorise: { most: 5 },
  then: 'log',
}

/** As large as the reference data set: 51 units, 49 indicators with long tails in 8 pillars in 2 sub-indices. */
export function fortyNine(): Subject {
  const ids = idsOf(49)
  const pillar = (at: number): Criterion => {
    const own = ids.filter((_, i) => i % 8 === at)
    return group(`p${at}`, 1, Object.fromEntries(own.map(id => [id, leaf(id, 0, { by: 'minmax' })])))
  }
  const half = (first: number): Criterion =>
    group(`h${first}`, 1, Object.fromEntries([0, 1, 2, 3].map(i => [`p${first + i}`, pillar(first + i)])))
  const rubric = { ...rubricOf(ids, { h0: half(0), h4: half(4) }), steps: [WINSORISE] }
  const random = seeded(2)
  const answers = Array.from({ length: 51 }, () =>
    Object.fromEntries(ids.map(id => [id, Math.exp(1.5 * (random() + random() + random()))])),
  )
  const data: Data = tabulate(rubric, rowsOf(answers))
  return { rubric, data }
}
