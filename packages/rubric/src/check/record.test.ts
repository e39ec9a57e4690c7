import { expect, test } from 'vitest'
import { checkRecord } from '../check.ts'
import type { RecordedRound } from '../record.ts'
import { recordSample, sample } from '../sample.ts'

const found = (change: (record: RecordedRound) => object): string[] => {
  const record = recordSample()
  return checkRecord(sample(), { ...record, ...change(record) }).map(
    problem => `${problem.code} ${problem.path}`,
  )
}

const firstEntry = (changes: object) =>
  found(({ entries: [first, ...rest] }) => ({ entries: [{ ...first, ...changes }, ...rest] }))

const claim = (changes: object) =>
  found(({ claims }) => ({
    claims: [...claims, { says: 's', printed: '1', source: 'page', status: 'sourced', ...changes }],
  }))

test('a record that fits its edition has no problems', () => {
  expect(found(() => ({}))).toEqual([])
})

test.each<[string, string[], string[]]>([
  ['another edition', found(() => ({ edition: '2025' })), ['unknown-reference rounds.edition']],
  [
    'an end before the beginning',
    found(() => ({ held: { from: '2026-02-02', to: '2026-02-01' } })),
    ['bad-range rounds.held'],
  ],
  [
    'a source that is not listed',
    firstEntry({ source: 'pgae' }),
    ['unknown-reference rounds.entries.0.source'],
  ],
  [
    'a source that nothing uses',
    found(r => ({ sources: { ...r.sources, more: { title: 't', where: 'w' } } })),
    ['unused rounds.sources.more'],
  ],
  [
    'more answers than invitations',
    found(r => ({ responses: r.responses?.map(x => ({ ...x, answered: 431 })) })),
    ['bad-range rounds.responses.0'],
  ],
  ['an unknown category', firstEntry({ category: 'huge' }), ['unknown-reference rounds.entries.0.category']],
  ['a score off the scale', firstEntry({ score: 501 }), ['bad-range rounds.entries.0.score']],
  [
    'a unit that is no register id',
    firstEntry({ units: ['NO-0301', '0301'] }),
    ['bad-id rounds.entries.0.units.1'],
  ],
  [
    'a unit twice in an entry',
    firstEntry({ units: ['NO-0301', 'NO-0301'] }),
    ['duplicate rounds.entries.0.units.1'],
  ],
  [
    'two entries led by one unit',
    firstEntry({ units: ['NO-0511', 'NO-0301'] }),
    ['duplicate rounds.entries.1.units'],
  ],
  [
    'a share of an unknown question',
    found(r => ({ shares: r.shares?.map(x => ({ ...x, question: 'plna' })) })),
    ['unknown-reference rounds.shares.0.question'],
  ],
  [
    'a share of an unknown option',
    found(r => ({ shares: r.shares?.map(x => ({ ...x, option: 'maybe' })) })),
    ['unknown-reference rounds.shares.0.option'],
  ],
  [
    'a share of “n/a” where it is not allowed',
    found(r => ({ shares: r.shares?.map(x => ({ ...x, option: 'n/a' })) })),
    ['unknown-reference rounds.shares.0.option'],
  ],
  ['a per cent of nothing', claim({ check: 'percent', part: 1, whole: 0 }), ['bad-range rounds.claims.11']],
  [
    'a rank of a stranger',
    claim({ check: 'rank', unit: 'NO-9999', within: 'round' }),
    ['unknown-reference rounds.claims.11.unit'],
  ],
  [
    'a category that is not printed as its id',
    claim({ check: 'category', unit: 'NO-1', population: 1, printed: 'små' }),
    ['unknown-reference rounds.claims.11.printed'],
  ],
  [
    'a winner in an unknown category',
    claim({ check: 'winner', category: 'huge', printed: 'NO-1' }),
    ['unknown-reference rounds.claims.11.category'],
  ],
  [
    'a winner that is no register id',
    claim({ check: 'winner', category: 'round', printed: 'Oslo' }),
    ['bad-id rounds.claims.11.printed'],
  ],
  [
    'a count in an unknown category',
    claim({ check: 'count', place: 'entry', category: 'huge' }),
    ['unknown-reference rounds.claims.11.category'],
  ],
])('%s is found', (_, problems, expected) => {
  expect(problems).toEqual(expected)
})

test('texts of a round without translation warn', () => {
  expect(checkRecord(sample(), recordSample(), {}).map(problem => problem.message)).toEqual([
    'walkable-towns@2026 › locales/nb.json › rounds.2026: no translations. 16 texts are in “en” only.',
  ])
})
