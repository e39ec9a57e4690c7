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
