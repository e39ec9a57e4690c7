import type { Row } from '@tumstock/engine/data'
import { evaluate, resultsOf } from '@tumstock/engine/evaluate'
import { scoreLeaves } from '@tumstock/engine/leaves'
import { compile, withWeights } from '@tumstock/engine/plan'

import { tabulate } from '@tumstock/engine/tabulate'
import type { Criterion, RubricData } from '@tumstock/rubric/contract'
import { line, ms, sideBySide } from './measure.ts'
import { type NaiveNode, type NaiveRow, naive } from './naive.ts'

const GROUPS = 6
const PER_GROUP = 10
const MISSING = 0.02

/** mulberry32: small, seeded, the same everywhere. */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const ids = Array.from({ length: GROUPS * PER_GROUP }, (_, at) => `i${at}`)
const base = { why: 'Measured.', missing: 'exclude' as const }

/** Sixty goalposts in six groups under a weighted mean. */
function rubric(): RubricData {
  const leaf = (id: string, at: number): Criterion => ({
    ...base,
    title: id,
    weight: 1 + (at % 3),
    reads: [id],
    scoring: { by: 'linear', from: 0, to: 100 },
    stage: 'survey',
  })
  const group = (g: number): Criterion => ({
    ...base,
    title: `g${g}`,
    weight: 1 + g,
    combine: 'mean',
    children: Object.fromEntries(
      ids.slice(g * PER_GROUP, (g + 1) * PER_GROUP).map((id, at) => [id, leaf(id, at)]),
    ),
  })
  return {
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
    criteria: Object.fromEntries(Array.from({ length: GROUPS }, (_, g) => [`g${g}`, group(g)])),
    stages: [{ kind: 'survey' }],
    awards: {},
    tieBreak: [],
    sources: [],
  }
}

const naiveTree = (): NaiveNode => ({
  weight: 1,
  children: Array.from({ length: GROUPS }, (_, g) => ({
    weight: 1 + g,
    children: ids
      .slice(g * PER_GROUP, (g + 1) * PER_GROUP)
      .map((id, at) => ({ weight: 1 + (at % 3), read: { id, max: 100 } })),
  })),
})

/** Evaluate beside a plain loop, and one move of a weight with everything else kept. */
export function benchEngine(): void {
  for (const units of [400, 90_000]) {
    const random = seeded(1)
    const answers: NaiveRow[] = Array.from({ length: units }, () =>
      Object.fromEntries(ids.map(id => [id, random() < MISSING ? null : random() * 100])),
    )
    const rows: Row[] = answers.map((row, at) => ({ id: `u${at}`, category: 'all', answers: row }))
    const plan = compile(rubric())
    const data = tabulate(rubric(), rows)
    const leaves = scoreLeaves(plan, data)
    const tree = naiveTree()
    let weight = 1
    const times = sideBySide(
      {
        evaluate: () => void evaluate(plan, data),
        loop: () => void naive(tree, answers),
        move: () => {
          weight = weight === 1 ? 2 : 1
          resultsOf(withWeights(plan, { 'criteria.g0': weight }), data, leaves)
        },
      },
      units > 1000 ? 5 : 25,
    )
    const ratio = (times.loop.median / times.evaluate.median).toFixed(2)
    line(
      `evaluate ${units} × ${ids.length}`,
      ms(times.evaluate.median),
      `${ratio} × a plain loop's speed (${ms(times.loop.median)})`,
    )
    line(
      `one weight moved, ${units} × ${ids.length}`,
      ms(times.move.median),
      `${(times.evaluate.median / times.move.median).toFixed(1)} × a full evaluate's speed`,
    )
  }
}
