import type { Criterion, RubricData } from '@tumstock/rubric/contract'
import { describe, expect, it } from 'vitest'
import { commandLine } from './tumstock.fixture.ts'

const { tumstock, file } = commandLine()

const leaf = (read: string): Criterion => ({
  title: read,
  why: 'Measured.',
  weight: 1,
  missing: 'block',
  reads: [read],
  scoring: { by: 'linear', from: 0, to: 100 },
  stage: 'survey',
})

const index: RubricData = {
  apiVersion: 1,
  id: 'two-sides',
  edition: '2026',
  title: 'Two sides',
  owner: 'Example',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'index',
  scale: { max: 100, unit: 'points', decimals: 1 },
  framework: 'nordic@1',
  questions: {},
  indicators: Object.fromEntries(
    ['left', 'right'].map(id => [id, { title: id, unit: '%', source: 'example', code: id }]),
  ),
  categories: {},
  combine: 'mean',
  missing: 'block',
  criteria: { left: leaf('left'), right: leaf('right') },
  stages: [{ kind: 'survey' }],
  awards: {},
  tieBreak: [],
  sources: [],
}

const rubric = file('two-sides.json', JSON.stringify(index))
/** A and B are each other's mirror: whichever side weighs more puts its own first. C is behind on both. */
const data = file('data.csv', 'unit,left,right\nA,90,10\nB,10,90\nC,0,5\n')
const weights = file('weights.json', JSON.stringify([{ vary: 'weights', by: 0.25 }]))
const from = ['--rubric', rubric, '--data', data]

type Unit = { id: string; first: number; low: number; high: number; rank: number }
type Analysed = {
  numbers: { id: string; mean: number }[]
  weights: Record<string, number>
  uncertainty: { units: Unit[]; groups: string[][]; before: number[][] }
}

describe('tumstock analyse', () => {
  it('describes the numbers and says what each weight decides', () => {
    const { status, stdout } = tumstock('analyse', ...from, '--format', 'json')
    const { numbers, weights } = JSON.parse(stdout) as Analysed
    expect(status).toBe(0)
    expect(numbers.map(({ id, mean }) => [id, mean])).toEqual([
      ['left', 100 / 3],
      ['right', 35],
    ])
    expect(weights).toEqual({ 'criteria.left': 0.5, 'criteria.right': 0.5 })
  })

  it('tells two that only the weights order from one that is behind in every run', () => {
    const uncertain = ['--uncertainty', '2000', '--assumptions', weights, '--format', 'json']
    const { stdout } = tumstock('analyse', ...from, ...uncertain)
    const { units, groups, before } = (JSON.parse(stdout) as Analysed).uncertainty
    const [a, b, c] = units as [Unit, Unit, Unit]
    expect(groups).toEqual([['A', 'B'], ['C']])
    expect([c.first, c.low, c.high]).toEqual([0, 3, 3])
    expect(a.first + b.first).toBe(1)
    expect(Math.abs(a.first - 0.5)).toBeLessThan(0.05)
    expect((before[0]?.[1] ?? 0) + (before[1]?.[0] ?? 0)).toBe(2000)
    expect(before[0]?.[2]).toBe(2000)
  })

  it('gives the same for the same seed, another for another', () => {
    const firsts = (seed: string) =>
      tumstock('analyse', ...from, '--uncertainty', '500', '--assumptions', weights, '--seed', seed).stdout
    expect(firsts('7')).toBe(firsts('7'))
    expect(firsts('7')).not.toBe(firsts('8'))
  })

  it('writes one line per unit, with the score as it is shown and the group that it is tied in', () => {
    const { stdout } = tumstock('analyse', ...from, '--uncertainty', '50', '--assumptions', weights)
    const [header, ...lines] = stdout.trim().split('\n')
    const at = (name: string) => header?.split(',').indexOf(name) ?? -1
    const cells = lines.map(line => line.split(','))
    expect(cells.map(line => [line[at('unit')], line[at('score')], line[at('group')]])).toEqual([
      ['A', '50', '1'],
      ['B', '50', '1'],
      ['C', '2.5', '2'],
    ])
  })

  it.each([
    ['an unknown assumption', '[{ "vary": "luck" }]', 'assumptions.0.vary'],
    ['noise of the whole weight', '[{ "vary": "weights", "by": 1 }]', 'assumptions.0.by'],
    ['what is not JSON', 'weights', 'is not JSON'],
  ])('refuses %s in one line', (_, text, says) => {
    const bad = file('bad.json', text)
    const { status, stdout, stderr } = tumstock(
      'analyse',
      ...from,
      '--uncertainty',
      '9',
      '--assumptions',
      bad,
    )
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      status: 2,
      stdout: '',
      lines: 1,
    })
    expect(stderr).toContain(says)
  })

  it('refuses assumptions without runs, and runs without assumptions', () => {
    expect(tumstock('analyse', ...from, '--assumptions', weights).stderr).toContain('only with --uncertainty')
    expect(tumstock('analyse', ...from, '--uncertainty', '9').stderr).toContain('needs --assumptions')
  })
})

describe('tumstock sensitivity', () => {
  it('lays everything on the only assumption that there is', () => {
    const ahead = file('ahead.csv', 'unit,left,right\nA,92,10\nB,10,90\nC,0,5\n')
    const asked = ['--assumptions', weights, '--rows', '256', '--bootstrap', '0', '--format', 'json']
    const { status, stdout } = tumstock('sensitivity', '--rubric', rubric, '--data', ahead, ...asked)
    const { sensitivity } = JSON.parse(stdout) as {
      sensitivity: { runs: number; change: { outcome: string; effects: { total: number }[] } }
    }
    expect([status, sensitivity.runs, sensitivity.change.outcome]).toEqual([0, 768, 'shared'])
    expect(Math.abs((sensitivity.change.effects[0]?.total ?? 0) - 1)).toBeLessThan(0.2)
  })
})

describe('tumstock weights', () => {
  it('turns what matters how much more into weights, and says how far it agrees with itself', () => {
    const threefold = file(
      'pairs.json',
      JSON.stringify([
        [1, 3],
        [1 / 3, 1],
      ]),
    )
    const asked = ['--by', 'pairs', '--from', threefold, '--format', 'json']
    const { weights, consistent } = JSON.parse(tumstock('weights', ...from, ...asked).stdout) as {
      weights: Record<string, number>
      consistent: boolean
    }
    expect(weights['criteria.left']).toBeCloseTo(0.75, 12)
    expect([Object.keys(weights), consistent]).toEqual([['criteria.left', 'criteria.right'], true])
  })
})

describe('tumstock compare', () => {
  it('says who gains when one side counts three times', () => {
    const left = { ...index, criteria: { left: { ...leaf('left'), weight: 3 }, right: leaf('right') } }
    const other = file('left.json', JSON.stringify(left))
    const [header, ...lines] = tumstock('compare', ...from, '--with', other)
      .stdout.trim()
      .split('\n')
    expect(header).toBe('unit,before,after,change,placeBefore,placeAfter,gained')
    expect(lines.map(line => [line[0], ...line.split(',').slice(4)])).toEqual([
      ['A', '1', '1', '0'],
      ['B', '1', '2', '-1'],
      ['C', '3', '3', '0'],
    ])
  })
})

describe('a table of several years', () => {
  const years = file(
    'years.csv',
    'unit,year,left,right\nA,2025,10,20\nB,2025,20,40\nA,2026,20,40\nB,2026,30,60\n',
  )
  const relative = { ...leaf('left'), scoring: { by: 'minmax' } } as Criterion
  const pooled = file(
    'pooled.json',
    JSON.stringify({ ...index, years: 'pooled', criteria: { left: relative, right: leaf('right') } }),
  )

  it('is scored year by year, relative rules over all of them where the rubric says so', () => {
    const { stdout } = tumstock('score', '--rubric', pooled, '--data', years, '--format', 'json')
    const { entries } = JSON.parse(stdout) as {
      entries: { unit: string; year: number; criteria: Record<string, number> }[]
    }
    expect(entries.map(({ unit, year, criteria }) => [unit, year, criteria['criteria.left']])).toEqual([
      ['A', 2025, 0],
      ['B', 2025, 0.5],
      ['A', 2026, 0.5],
      ['B', 2026, 1],
    ])
  })

  it('is analysed one year at a time', () => {
    const { status, stderr } = tumstock('analyse', '--rubric', pooled, '--data', years)
    expect(status).toBe(2)
    expect(stderr).toContain('name one with --year. Allowed: 2025, 2026.')
  })
})
