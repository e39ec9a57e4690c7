import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claimOf, recordOf } from '../record/record.fixture.ts'
import { conform, type Finding } from './conform.ts'
import { writeDocument } from './document-file.ts'
import { type Parts, wellMade, writePlugin } from './plugin.fixture.ts'
import { leafOf } from './rubric.fixture.ts'

/** What the kit finds in a plugin that is well made but for these parts. */
const findingsOf = async (parts: Partial<Parts>): Promise<Finding[]> => {
  await using plugin = await writePlugin({ editions: [wellMade], ...parts })
  return await conform(plugin.folder)
}
const checksOf = async (parts: Partial<Parts>): Promise<string[]> => [
  ...new Set((await findingsOf(parts)).map(finding => finding.check)),
]

/** An edition with one criterion more, scored by a function of this code. */
const withFunction = (code: string, missing: 'exclude' | 'block' = 'exclude'): Partial<Parts> => ({
  editions: [
    {
      ...wellMade,
      criteria: {
        ...wellMade.criteria,
        judged: leafOf('days', { missing, scoring: { by: 'function', name: 'judge' } }),
      },
    },
  ],
  functions: `{ judge: ${code} }`,
})

describe('finds nothing', () => {
  test('in a plugin that is well made', async () => {
    expect(await findingsOf({})).toEqual([])
  })

  test('in one with a pure function, a record that is explained, and a case', async () => {
    const record = recordOf({
      claims: [
        { ...claimOf('50', { check: 'percent', part: 212, whole: 430 }), note: 'The source rounds to tens.' },
        claimOf('49', { check: 'percent', part: 212, whole: 430 }, 'press'),
      ],
    })
    const entries = [
      {
        id: 'a',
        category: 'small',
        answers: { plan: 'partly', channels: ['web'], days: 30 },
        expect: { points: 250 },
      },
    ]
    // Of weights 3, 1 and 1 applicable with data: plan 2 · ½, channels 1 · ⅓, speed 0, judged 0 by its function.
    const expected = (500 * (2 * 0.5 + 1 / 3)) / 5
    const found = await findingsOf({
      ...withFunction('({ days }) => days === null ? null : 1 / (1 + days) > 0.5 ? 1 : 0'),
      files: {
        'rounds/2014.json': record,
        'cases/one.json': {
          edition: '2014',
          title: 'Half a plan',
          source: 'Worked out by hand.',
          entries: [
            { ...entries[0], expect: { points: expected, rank: 1, criteria: { 'criteria.plan': 0.5 } } },
          ],
        },
      },
    })
    expect(found).toEqual([])
  })
})

describe('finds', () => {
  test('a plugin that does not load', async () => {
    expect(await checksOf({ code: "throw new Error('no')" })).toEqual(['loads'])
    expect(await checksOf({ code: 'export default 1' })).toEqual(['loads'])
  })

  test('references that lead nowhere', async () => {
    const stray = { ...wellMade, tieBreak: ['criteria.nothing'] }
    expect(await checksOf({ editions: [stray] })).toEqual(['fits together'])
  })

  test('languages that are not complete', async () => {
    expect(await checksOf({ editions: [{ ...wellMade, languages: ['en', 'nb'] }] })).toEqual([
      'is complete in its languages',
    ])
  })

  test('translations of a round that is not recorded', async () => {
    const files = { 'locales/nb.json': { rounds: { '2014': { title: 'Prisen' } } } }
    const editions = [{ ...wellMade, languages: ['en', 'nb'] }]
    expect(await checksOf({ editions, files })).toEqual([
      'translates its own rounds only',
      'is complete in its languages',
    ])
  })

  test('criteria without a reason', async () => {
    const criteria = { ...wellMade.criteria, plan: leafOf('plan', { why: 'plan', crosswalk: { GOV: 1 } }) }
    expect(await checksOf({ editions: [{ ...wellMade, criteria }] })).toEqual([
      'gives a reason for every criterion',
    ])
  })

  test.each([
    ['out of range', '() => 2', 'function-bad-result', 'returned 2'],
    ['that throw', "() => { throw new Error('oh') }", 'function-threw', 'oh'],
    [
      'that change what they are given',
      '(answers) => { answers.days = 1; return 1 }',
      'function-threw',
      'judge',
    ],
  ])('functions %s', async (_, code, __, says) => {
    const found = await findingsOf(withFunction(code))
    expect([...new Set(found.map(finding => finding.check))]).toEqual([
      'scores generated entries from 0 to 1',
    ])
    expect(found[0]?.message).toContain(says)
  })

  test('functions that never end', async () => {
    const found = await findingsOf(withFunction('() => { for (;;) {} }'))
    expect(found[0]).toMatchObject({ check: 'scores generated entries from 0 to 1' })
    expect(found[0]?.message).toContain('did not return within')
  }, 30_000)

  test('criteria that nobody can score', async () => {
    const found = await findingsOf(withFunction('() => null', 'block'))
    expect(found.map(finding => finding.check)).toEqual(['scores generated entries from 0 to 1'])
    expect(found[0]?.message).toContain('no answers give it a score')
  })

  test('functions that toss a coin', async () => {
    expect(await checksOf(withFunction('() => Math.random()'))).toEqual([
      'scores the same again and in any order',
    ])
  })

  test('functions that remember who came first', async () => {
    const code = '((seen) => ({ days }) => (seen[days] ??= 1 / (1 + Object.keys(seen).length)))({})'
    expect(await checksOf(withFunction(code))).toEqual(['scores the same again and in any order'])
  })

  test('bands that go up and down', async () => {
    const bands = leafOf('fibre', {
      missing: 'block',
      scoring: {
        by: 'bands',
        bands: [
          [20, 0.5],
          [60, 0.2],
          [90, 1],
        ],
      },
    })
    expect(
      await checksOf({ editions: [{ ...wellMade, criteria: { ...wellMade.criteria, bands } }] }),
    ).toEqual(['follows the declared direction'])
  })

  test('published facts that are refuted and not explained', async () => {
    const claims = [
      claimOf('50', { check: 'percent', part: 212, whole: 430 }),
      claimOf('half', { check: 'percent', part: 1, whole: 2 }, 'press'),
    ]
    const found = await findingsOf({ files: { 'rounds/2014.json': recordOf({ claims }) } })
    expect(found.map(finding => finding.message)).toEqual([
      'test-award@2014 › rounds/2014.json › claims.0: “50” is printed, the facts give 49. Explain it in a note.',
      'test-award@2014 › rounds/2014.json › claims.1: “half” cannot be read by the check “percent”.',
    ])
  })
})

describe('finds in cases', () => {
  const entry = {
    id: 'a',
    category: 'small',
    answers: { plan: 'yes' },
    expect: { criteria: { 'criteria.plan': 1 } },
  }
  const one = { edition: '2014', title: 'One', source: 'By hand.', entries: [entry] }
  const messagesOf = async (cases: Record<string, unknown>): Promise<string[]> =>
    (await findingsOf({ files: cases })).map(finding => finding.message)

  test('other numbers than the engine gives', async () => {
    const expect_ = { points: 1, rank: 2, criteria: { 'criteria.plan': 0.5, 'criteria.none': 0 } }
    const found = await messagesOf({ 'cases/a.json': { ...one, entries: [{ ...entry, expect: expect_ }] } })
    expect(found.map(message => message.replace(/ is .*/, ''))).toEqual([
      'test-award@2014 › cases/a.json: entry “a”: points',
      'test-award@2014 › cases/a.json: entry “a”: rank',
      'test-award@2014 › cases/a.json: entry “a”: criteria.plan',
      'test-award@2014 › cases/a.json: entry “a”: there',
    ])
  })

  test('the same twice, another edition, no JSON, no source, nothing expected', async () => {
    const { source: _, ...unsourced } = one
    const found = await messagesOf({
      'cases/a.json': one,
      'cases/b.json': { ...one, title: 'Two' },
      'cases/c.json': { ...one, edition: '1999' },
      'cases/d.json': '{',
      'cases/e.json': unsourced,
      'cases/f.json': { ...one, entries: [{ ...entry, expect: {} }] },
    })
    expect(found.map(message => message.slice(0, 'test-award › cases/x.json'.length + 5).trim())).toEqual([
      'test-award › cases/b.json: is',
      'test-award › cases/c.json: edi',
      'test-award › cases/d.json: is',
      'test-award › cases/e.json: ✖ I',
      'test-award@2014 › cases/f.json',
    ])
  })
})

describe('RUBRIC.md', () => {
  test.each<[string, Partial<Parts>]>([
    ['missing', { document: false }],
    ['out of date', { files: { 'RUBRIC.md': '# Something else\n' } }],
  ])('%s', async (state, parts) => {
    const wanted = `test-award › RUBRIC.md: is ${state}. Write it: pnpm tumstock check plugins/test-award --write`
    expect((await findingsOf(parts)).map(finding => finding.message)).toEqual([wanted])
  })

  test('is written from the editions', async () => {
    await using plugin = await writePlugin({ editions: [wellMade], document: false })
    expect(await writeDocument(plugin.folder)).toBe(join(plugin.folder, 'RUBRIC.md'))
    expect(await conform(plugin.folder)).toEqual([])
  })

  test('of a plugin that does not load is not written', async () => {
    await using plugin = await writePlugin({ editions: [], code: "throw new Error('no')" })
    await expect(writeDocument(plugin.folder)).rejects.toThrow('no')
  })
})
