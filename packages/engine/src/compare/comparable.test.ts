import { expect, test } from 'vitest'
import { type ComparedRound, comparable } from './comparable.ts'
import type { DimensionCoverage } from './coverage.ts'

const coverage: DimensionCoverage[] = [
  { dimension: 'GOV', state: 'full', weight: 0.5, data: 1 },
  { dimension: 'SEC', state: 'part', weight: 0.3, data: 0.4 },
  { dimension: 'DAT', state: 'none', weight: 0.2, data: 0 },
  { dimension: 'TRU', state: 'none', weight: 0, data: 0 },
]
const round = (rest: Partial<ComparedRound> = {}): ComparedRound => ({
  framework: 'nordic@1',
  holds: 'scores',
  coverage,
  ...rest,
})

test.each<[string, Partial<ComparedRound>, Partial<ComparedRound>, ReturnType<typeof comparable>]>([
  ['GOV', {}, {}, { ok: true }],
  ['SEC', {}, {}, { ok: true }],
  ['GOV', { framework: 'other@1' }, {}, { ok: false, reason: 'different-frameworks', side: 'both' }],
  ['GOV', { holds: 'totals' }, {}, { ok: false, reason: 'totals-only', side: 'a' }],
  ['GOV', {}, { holds: 'shares' }, { ok: false, reason: 'shares-only', side: 'b' }],
  ['GOV', { holds: 'nothing' }, { holds: 'nothing' }, { ok: false, reason: 'no-results', side: 'both' }],
  ['GOV', { holds: 'totals' }, { holds: 'shares' }, { ok: false, reason: 'totals-only', side: 'a' }],
  ['DAT', {}, {}, { ok: false, reason: 'no-data', side: 'both' }],
  ['TRU', {}, {}, { ok: false, reason: 'not-asked', side: 'both' }],
  ['XXX', {}, {}, { ok: false, reason: 'not-asked', side: 'both' }],
])('%s: %j and %j', (dimension, a, b, expected) => {
  expect(comparable(round(a), round(b), dimension)).toEqual(expected)
})
