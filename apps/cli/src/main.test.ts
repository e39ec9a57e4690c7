import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Criterion, RubricData } from '@tumstock/rubric/contract'
import { describe, expect, it } from 'vitest'
import { commandLine } from './tumstock.fixture.ts'

const { folder, tumstock, file } = commandLine()

const leaf = (read: string, from: number, to: number, log?: true): Criterion => ({
  title: read,
  why: 'Measured.',
  weight: 1,
  missing: 'exclude',
  reads: [read],
  scoring: { by: 'linear', from, to, ...(log ? { log } : {}) },
  stage: 'survey',
})

const group = (weight: number, children: Record<string, Criterion>): Criterion => ({
  title: 'Group',
  why: 'Grouped.',
  weight,
  missing: { needs: 0.5 },
  combine: 'mean',
  children,
})

/** Eight indicators: goalposts, one of them falling, two on logarithms; arithmetic groups under a geometric mean. */
const index: RubricData = {
  apiVersion: 1,
  id: 'living-standard',
  edition: '2026',
  title: 'Living standard',
  owner: 'Example',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'index',
  scale: { max: 1, unit: 'index', decimals: 3 },
  framework: 'nordic@1',
  questions: {},
  indicators: Object.fromEntries(
    ['life', 'infant', 'schooling', 'expected', 'income', 'wealth', 'broadband', 'online'].map(id => [
      id,
      { title: id, unit: 'unit', source: 'example', code: id },
    ]),
  ),
  categories: {},
  combine: 'geometric',
  missing: 'block',
  criteria: {
    health: group(1, { life: leaf('life', 20, 85), infant: leaf('infant', 100, 0) }),
    knowledge: group(1, { schooling: leaf('schooling', 0, 15), expected: leaf('expected', 0, 18) }),
    means: group(2, {
      income: leaf('income', 100, 75_000, true),
      wealth: leaf('wealth', 1_000, 500_000, true),
    }),
    digital: group(1, { broadband: leaf('broadband', 0, 100), online: leaf('online', 10, 90) }),
  },
  stages: [{ kind: 'survey' }],
  awards: {},
  tieBreak: [],
  sources: [],
}

const rubric = file('living-standard.json', JSON.stringify(index))
const GAPS = [
  'unit,name,life,infant,schooling,expected,income,wealth,broadband,online',
  'A-1,First,82.3,2.1,12.9,18.2,66494,210000,97.5,88',
  'A-2,Second,71.5,30,8.1,12.4,9800,,45,95',
].join('\n')
const data = file('data.csv', GAPS)

describe('tumstock score', () => {
  it('gives what one computes by hand, to 1e-12', () => {
    const { status, stdout } = tumstock('score', '--rubric', rubric, '--data', data, '--format', 'json')
    const { entries } = JSON.parse(stdout) as {
      entries: { unit: string; score: number; rank: number; coverage: number }[]
    }

    const health = ((82.3 - 20) / 65 + (100 - 2.1) / 100) / 2
    const knowledge = (12.9 / 15 + 1) / 2 // 18.2 years are capped at 18
    const means = (Math.log(66494 / 100) / Math.log(750) + Math.log(210) / Math.log(500)) / 2
    const digital = (0.975 + 78 / 80) / 2
    const first = (health * knowledge * means ** 2 * digital) ** (1 / 5)

    const health2 = ((71.5 - 20) / 65 + 0.7) / 2
    const knowledge2 = (8.1 / 15 + 12.4 / 18) / 2
    const means2 = Math.log(98) / Math.log(750) // wealth is missing, half of the weight suffices
    const digital2 = (0.45 + 1) / 2 // 95 is capped at 90
    const second = (health2 * knowledge2 * means2 ** 2 * digital2) ** (1 / 5)

    expect(status).toBe(0)
    expect(entries.map(({ unit, rank }) => ({ unit, rank }))).toEqual([
      { unit: 'A-1', rank: 1 },
      { unit: 'A-2', rank: 2 },
    ])
    expect(Math.abs((entries[0]?.score ?? 0) - first)).toBeLessThan(1e-12)
    expect(Math.abs((entries[1]?.score ?? 0) - second)).toBeLessThan(1e-12)
    expect(entries[0]?.coverage).toBe(1)
    expect(entries[1]?.coverage).toBeCloseTo(0.8, 12) // half of a group that carries two of five parts
  })

  it('says who is left out, what is imputed, and once what cannot be computed', () => {
    const steps = [
      { do: 'screen', available: 0.5 },
      { do: 'impute', by: 'mean', of: ['wealth'] },
    ]
    const told = tumstock(
      'score',
      '--rubric',
      file('stepwise.json', JSON.stringify({ ...index, steps })),
      '--data',
      file('gaps.csv', `${GAPS}\nA-3,Third,80,,,,,,,`),
    )
    const [header = [], ...rows] = told.stdout
      .trim()
      .split(/\r?\n/)
      .map(line => line.split(','))
    const shown = ['unit', 'outcome', 'imputed'].map(name => header.indexOf(name))
    expect(rows.map(row => shown.map(at => row[at]))).toEqual([
      ['A-1', 'scored', ''],
      ['A-2', 'scored', 'wealth'],
      ['A-3', 'leftOut', ''],
    ])
    const dropped = [{ do: 'screen', drop: ['B-1'] }]
    const wrong = file('wrong.json', JSON.stringify({ ...index, steps: dropped }))
    expect(
      tumstock('score', '--rubric', wrong, '--data', data, '--out', join(folder, 'w.csv')),
    ).toMatchObject({
      status: 1,
      stderr:
        'living-standard@2026 › steps.0: no entry "B-1" to keep or drop. Name entries that are scored.\n',
    })
  })

  it('writes the same as CSV into a file, one line per unit', () => {
    const out = join(folder, 'scores.csv')
    expect(tumstock('score', '--rubric', rubric, '--data', data, '--out', out)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    })
    const [header, first, second] = readFileSync(out, 'utf8').split('\n')
    expect(header?.startsWith('unit,name,category,outcome,score,percent,rank')).toBe(true)
    expect([first?.split(',')[0], second?.split(',')[0]]).toEqual(['A-1', 'A-2'])
  })

  it.each([
    [
      'an unknown column',
      'unit,lfie\nA-1,82\n',
      'row 1, column "lfie": not a question or indicator. Allowed: unit, name, category, year, life',
    ],
    [
      'a cell that is no number',
      'unit,life\nA-1,eighty\n',
      'row 2, column "life": “eighty” is not a number.',
    ],
    ['a unit twice', 'unit,life\nA-1,80\nA-1,81\n', 'row 3, column "unit": "A-1" stands in row 2 already.'],
    ['no unit column', 'name,life\nFirst,80\n', 'row 1: there is no column "unit". Found: name, life.'],
  ])('refuses %s in one line that says where and what is allowed', (_, text, says) => {
    const path = file('bad.csv', text)
    const { status, stdout, stderr } = tumstock('score', '--rubric', rubric, '--data', path)
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      status: 2,
      stdout: '',
      lines: 1,
    })
    expect(stderr).toContain(`tumstock: ${path}, ${says}`)
  })

  it('refuses a file that is not UTF-8', () => {
    const path = join(folder, 'latin.csv')
    writeFileSync(path, Buffer.from('unit,name,life\nA-1,S\xf8rum,80\n', 'latin1'))
    const { status, stderr } = tumstock('score', '--rubric', rubric, '--data', path)
    expect(status).toBe(2)
    expect(stderr).toContain('Line 2, byte 6 (0xF8')
  })

  it('refuses a folder, and a table without a row', () => {
    const bare = file('bare.csv', 'unit,life\n')
    expect([folder, bare].map(path => tumstock('score', '--rubric', rubric, '--data', path))).toEqual([
      {
        status: 2,
        stdout: '',
        stderr: `tumstock: --data ${folder}: cannot be read (EISDIR: illegal operation on a directory, read '${folder}').\n`,
      },
      {
        status: 2,
        stdout: '',
        stderr: `tumstock: ${bare}: there is a header and no row. One row per unit is wanted.\n`,
      },
    ])
  })

  it('names the plugins when there is no such one', () => {
    const { status, stderr } = tumstock('score', '--rubric', 'nothing@1', '--data', data)
    expect({ status, known: stderr.includes('ekommuneprisen') }).toEqual({ status: 2, known: true })
  })
})

describe('tumstock check', () => {
  it('names a mistyped key with what is allowed, and exits 1', () => {
    const { scale, ...rest } = index
    const path = file('typo.json', JSON.stringify({ ...rest, sclae: scale }))
    const { status, stdout } = tumstock('check', path)
    expect(status).toBe(1)
    expect(stdout).toContain('sclae')
    expect(stdout).toContain('scale')
  })

  it('refuses what is neither a plugin nor a rubric', () => {
    expect(tumstock('check', folder).status).toBe(2)
  })
})

describe('tumstock new', () => {
  it.each([
    ['walkable-towns', []],
    ['wired-towns', ['--index']],
  ])('makes the plugin %s that passes its own checks', (id, options) => {
    const { status, stdout } = tumstock('new', join(folder, id), ...options)
    expect({ status, clean: stdout.includes('0 errors, 0 warnings') }).toEqual({ status: 0, clean: true })
    // What it says comes next can be done with the columns that it names.
    const [, columns = ''] = stdout.match(/with the columns (unit, .*)\.\n/) ?? []
    const { status: checked } = tumstock('check', join(folder, id))
    expect([checked, columns.split(', ').length]).toEqual([0, options.length > 0 ? 6 : 3])
  })

  it('leaves a folder that is not empty as it is', () => {
    expect(tumstock('new', folder).status).toBe(2)
  })
})
