import { expect, test } from 'vitest'
import { cutPanels, optionText, recordedPanels, type Survey, type TrendRow, wavesOf } from './survey.ts'

const words = { unknown: 'Do not know', notApplicable: 'Not applicable' }

test('options by their text, the two that every question has by ours', () => {
  const rubric = {
    questions: { plan: { text: 'Plan?', type: 'choice' as const, options: { yes: { text: 'Yes' } } } },
  }
  const text = (option: string) => optionText(rubric, { question: 'plan', option }, words)
  expect(['yes', '?', 'n/a', 'gone'].map(text)).toEqual(['Yes', 'Do not know', 'Not applicable', 'gone'])
})

test('a cut has a panel per option and an interval per group; a group that all answered has none to speak of', () => {
  const survey = {
    crossTabs: [
      {
        question: 'plan',
        groups: [
          { group: '<2000', n: 4, options: [{ id: 'yes', count: 3, share: 0.75 }] },
          { group: '>=50000', n: 0, options: [{ id: 'yes', count: 0, share: null }] },
        ],
      },
    ],
    responseRate: { by: [{ group: '<2000', invited: 4 }] },
  } as unknown as Survey
  expect(cutPanels(survey, 'plan')).toEqual([
    {
      id: 'yes',
      option: 'yes',
      bars: [
        { id: '<2000', share: 0.75, low: 0.75, high: 0.75, count: 3, n: 4 },
        { id: '>=50000', share: null, low: null, high: null, count: 0, n: 0 },
      ],
    },
  ])
})

test('printed shares: the whole and the bands apart, other years left to the waves', () => {
  const printed = (option: string, share: number, rest: object) =>
    ({
      question: 'plan',
      option,
      share,
      n: null,
      source: 's',
      status: 'sourced',
      ...rest,
    }) as Survey['recorded'][number]
  const panels = recordedPanels(
    [printed('yes', 0.6, {}), printed('yes', 0.4, { year: 2014 }), printed('yes', 0.5, { band: '<2000' })],
    2015,
  )
  expect(
    panels.get('plan')!.map(panel => [panel.option, panel.bars.map(bar => [bar.id, bar.share])]),
  ).toEqual([
    [null, [['yes', 0.6]]],
    ['yes', [['<2000', 0.5]]],
  ])
})

test('waves: this round is the earlier share and the change, gaps stay gaps', () => {
  const row = (option: string, year: number, share: number, change: number) =>
    ({ question: 'q', option, year, share, change, round: `r${year}`, title: '' }) as TrendRow
  const waves = wavesOf([row('a', 2015, 0.25, 50), row('a', 2016, 0.5, 25), row('b', 2016, 0.5, 0)], 2017)
  expect(waves.years).toEqual([2015, 2016, 2017])
  expect(waves.lines.map(line => [line.option, line.shares, line.last.year])).toEqual([
    ['a', [0.25, 0.5, 0.75], 2016],
    ['b', [null, 0.5, 0.5], 2016],
  ])
})
