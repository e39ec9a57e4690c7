import { expect, test } from 'vitest'
import { readList } from './read-list.ts'
import type { RoundRole } from './seats.ts'

const reading = {
  role: 'desk' as RoundRole,
  roles: new Map<string, RoundRole>([
    ['ansvarlig', 'lead'],
    ['lead', 'lead'],
    ['jurymedlem', 'juror'],
  ]),
  entries: [
    { id: 'e1', name: 'Dovre' },
    { id: 'e2', name: 'Nordre Follo' },
  ],
}

test('reads people line by line, whatever stands first, in the reader’s own words', () =>
  expect(
    readList(
      [
        'Lead of Dovre; lead@dovre.example; Ansvarlig; dovre',
        '',
        'juror@test.example;Juror One;jurymedlem',
        'Desk One\tdesk@test.example',
        'Lead Two\ttwo@follo.example\tlead\tNordre Follo\r',
      ].join('\n'),
      reading,
    ),
  ).toEqual({
    people: [
      { name: 'Lead of Dovre', email: 'lead@dovre.example', role: 'lead', entry: 'e1' },
      { name: 'Juror One', email: 'juror@test.example', role: 'juror' },
      { name: 'Desk One', email: 'desk@test.example', role: 'desk' },
      { name: 'Lead Two', email: 'two@follo.example', role: 'lead', entry: 'e2' },
    ],
    problems: [],
  }))

test('says of each line that it cannot read what is wrong with it', () =>
  expect(
    readList(
      [
        'Only a name',
        '; a@test.example',
        'B; b@test.example; boss',
        'C; c@test.example; lead',
        'D; d@test.example; lead; Atlantis',
        'E; e@test.example',
        'E again; E@test.example',
      ].join('\n'),
      reading,
    ),
  ).toEqual({
    people: [{ name: 'E', email: 'e@test.example', role: 'desk' }],
    problems: [
      { line: 1, what: 'email', text: '' },
      { line: 2, what: 'name', text: '' },
      { line: 3, what: 'role', text: 'boss' },
      { line: 4, what: 'noEntry', text: 'lead' },
      { line: 5, what: 'entry', text: 'Atlantis' },
      { line: 7, what: 'twice', text: 'E@test.example' },
    ],
  }))

test('takes two thousand and says which are too many', () => {
  const lines = Array.from({ length: 2002 }, (_, n) => `P${n}; p${n}@test.example`)
  const { people, problems } = readList(lines.join('\n'), reading)
  expect([people.length, problems.map(one => [one.line, one.what])]).toEqual([
    2000,
    [
      [2001, 'tooMany'],
      [2002, 'tooMany'],
    ],
  ])
})
