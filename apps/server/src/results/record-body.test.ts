import type { RecordedRound } from '@tumstock/rubric/record'
import { expect, it } from 'vitest'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { bodyOfRecord } from './record-body.ts'

const entry = (unit: string, name: string) =>
  ({
    units: [unit],
    name,
    category: 'large',
    place: 'winner',
    source: 'news',
    status: 'sourced',
  }) as const

it('flags the entries that a source contradicts, and no other', () => {
  const record: RecordedRound = {
    edition: '2014',
    title: 'The open town hall 2014',
    year: 2014,
    organiser: 'The society of town halls',
    referenceDate: '2014-01-01',
    sources: { news: { title: 'The news', where: 'https://news.example' } },
    entries: [entry('NO-0301', 'Oslo'), entry('NO-1201', 'Bergen')],
    claims: [
      {
        says: 'Oslo won among the small ones.',
        printed: 'small',
        source: 'news',
        status: 'sourced',
        check: 'category',
        unit: 'NO-0301',
        population: 634_463,
      },
    ],
  }
  expect(bodyOfRecord(sampleRubric, record).rows.map(row => [row.name, row.flags])).toEqual([
    ['Oslo', ['winner', 'contradicted']],
    ['Bergen', ['winner']],
  ])
})
