import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Askable, MAX_TEXT, parseAnswer, validateAnswer } from './answers.ts'

const plan: Askable = {
  text: 'Plan?',
  type: 'choice',
  unknown: true,
  options: { yes: { text: 'Yes, adopted' }, no: { text: 'No' } },
}
const planNb: Askable = { ...plan, options: { yes: { text: 'Ja, vedtatt' }, no: { text: 'Nei' } } }
const tools: Askable = {
  text: 'Tools?',
  type: 'multiple',
  notApplicable: true,
  options: { map: { text: 'Map' }, app: { text: 'App; for phones' }, web: { text: 'Web' } },
}
const metres: Askable = { text: 'Metres?', type: 'number', min: 0 }
const share: Askable = { text: 'Share?', type: 'share' }
const story: Askable = { text: 'Story?', type: 'text' }
const day: Askable = { text: 'Day?', type: 'date' }
const page: Askable = { text: 'Page?', type: 'url' }
const people: Askable = {
  title: 'People',
  unit: 'persons',
  source: 'ssb',
  code: '1',
  min: 1,
  max: 10_000_000,
}
const ALL = [plan, tools, metres, share, story, day, page, people]

describe('a written cell becomes', () => {
  test.each<[string, Askable, string, unknown]>([
    ['nothing', metres, '  ', null],
    ['a number with a comma', metres, '1,5', 1.5],
    ['a number with a point', metres, '1.5', 1.5],
    ['a number with spaces', metres, '1 234 567,5', 1234567.5],
    ['a number with narrow spaces', metres, '1\u202f234\u00a0567', 1234567],
    ['a negative number with a real minus', { text: 'T', type: 'number' }, '\u22123,5', -3.5],
    ['a share with its sign', share, '45,5 %', 45.5],
    ['an indicator', people, '8102', 8102],
    ['an option by id', plan, 'yes', 'yes'],
    ['an option by its text', plan, 'yes, ADOPTED', 'yes'],
    ['an option by its text in another language', plan, 'nei', 'no'],
    ['several options', tools, 'web | Map;map', ['map', 'web']],
    ['one option whose text has a semicolon', tools, 'App; for phones', ['app']],
    ['“do not know”', plan, '?', '?'],
    ['“not applicable”', tools, 'n/a', 'n/a'],
    ['a text', story, ' long ago ', 'long ago'],
    ['a date', day, '2024-02-29', '2024-02-29'],
    ['an address', page, 'https://example.org/a', 'https://example.org/a'],
  ])('%s', (_, asked, cell, value) => {
    expect(parseAnswer(asked, cell, [planNb])).toEqual({ value })
  })
})

describe('a cell is refused, not guessed', () => {
  test.each<[Askable, string, string, string]>([
    [metres, '1.234,5', 'not-a-number', '“1.234,5” is not a number. Write it as 1234,5 or 1234.5.'],
    [metres, '1,234,567', 'not-a-number', '“1,234,567” is not a number. Write it as 1234,5 or 1234.5.'],
    [metres, '12 34', 'not-a-number', '“12 34” is not a number. Write it as 1234,5 or 1234.5.'],
    [metres, '45 %', 'not-a-number', '“45 %” is not a number. Write it as 1234,5 or 1234.5.'],
    [metres, 'Infinity', 'not-a-number', '“Infinity” is not a number. Write it as 1234,5 or 1234.5.'],
    [metres, '-1', 'out-of-range', '-1 is out of range. Allowed: at least 0.'],
    [share, '100,5', 'out-of-range', '100.5 is out of range. Allowed: 0 to 100.'],
    [people, '?', 'not-allowed', '“?” (do not know) is not an answer here.'],
    [plan, 'n/a', 'not-allowed', '“n/a” (not applicable) is not an answer here.'],
    [plan, 'maybe', 'not-an-option', '“maybe” is not an option. Allowed: yes, no.'],
    [plan, 'toString', 'not-an-option', '“toString” is not an option. Allowed: yes, no.'],
    [tools, 'map;boat', 'not-an-option', '“boat” is not an option. Allowed: map, app, web.'],
    [day, '2023-02-29', 'not-a-date', '“2023-02-29” is not a date. Write it as 2026-12-31.'],
    [day, '31.12.2026', 'not-a-date', '“31.12.2026” is not a date. Write it as 2026-12-31.'],
    [
      page,
      'javascript:alert(1)',
      'not-a-url',
      '“javascript:alert(1)” is not a web address. It begins with https:// or http://.',
    ],
    [story, 'x'.repeat(MAX_TEXT + 1), 'too-long', 'The answer has 10001 characters. Allowed: at most 10000.'],
  ])('%o %s', (asked, cell, code, message) => {
    expect(parseAnswer(asked, cell, [planNb])).toEqual({ problem: { code, message } })
  })
})

test('a text that two options share names neither', () => {
  const twins: Askable = { text: 'T', type: 'choice', options: { a: { text: 'Same' }, b: { text: 'same' } } }
  expect(parseAnswer(twins, 'Same')).toEqual({
    problem: { code: 'not-an-option', message: '“Same” is not an option. Allowed: a, b.' },
  })
})

test('nothing chosen is an answer, an empty text is none', () => {
  expect([validateAnswer(tools, []), validateAnswer(story, ' '), validateAnswer(plan, undefined)]).toEqual([
    { value: [] },
    { value: null },
    { value: null },
  ])
})

test('whatever is written or sent, the answer is a value or a problem, and a value stands', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALL), fc.oneof(fc.string(), fc.anything()), (asked, sent) => {
      for (const answer of [
        validateAnswer(asked, sent),
        ...(typeof sent === 'string' ? [parseAnswer(asked, sent)] : []),
      ])
        if ('value' in answer) expect(validateAnswer(asked, answer.value)).toEqual(answer)
        else expect(answer.problem.message.length).toBeGreaterThan(0)
    }),
  )
})

test('a number that is written out is read back, with a point or a comma', () => {
  const number: Askable = { text: 'T', type: 'number' }
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
      const written = String(value)
      expect([parseAnswer(number, written), parseAnswer(number, written.replace('.', ','))]).toEqual(
        Array(2).fill({ value: Number(written) }),
      )
    }),
  )
})
