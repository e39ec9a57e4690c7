import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bradleyTerry, type Choice } from './bradley-terry.ts'
import type { PanelError } from './panel-error.ts'

/** Choices from a table of wins of row over column. */
const choicesOf = (names: readonly string[], wins: readonly (readonly number[])[]): Choice[] =>
  wins.flatMap((row, i) =>
    row.flatMap((count, j) =>
      Array.from({ length: count }, () => ({ better: names[i] ?? '', worse: names[j] ?? '' })),
    ),
  )

const over = (fit: ReturnType<typeof bradleyTerry>, name: string, base: string) => {
  const i = fit.entries.findIndex(({ entry }) => entry === name)
  const j = fit.entries.findIndex(({ entry }) => entry === base)
  const c = (a: number, b: number) => fit.covariance[a]?.[b] ?? Number.NaN
  return [fit.entries[i]!.strength - fit.entries[j]!.strength, Math.sqrt(c(i, i) + c(j, j) - 2 * c(i, j))]
}

// Agresti (2002), Categorical Data Analysis, table 10.10: seven teams, 1987. Estimates and errors relative to Baltimore as
// printed by Turner & Firth (2012), Journal of Statistical Software 48(9), section 3.
const teams = ['Milwaukee', 'Detroit', 'Toronto', 'New York', 'Boston', 'Cleveland', 'Baltimore']
const baseball = choicesOf(teams, [
  [0, 7, 9, 7, 7, 9, 11],
  [6, 0, 7, 5, 11, 9, 9],
  [4, 6, 0, 7, 7, 8, 12],
  [6, 8, 6, 0, 6, 7, 10],
  [6, 2, 6, 7, 0, 7, 12],
  [4, 4, 5, 6, 6, 0, 6],
  [2, 4, 1, 3, 1, 7, 0],
])

test.each([
  ['Boston', 1.1077, 0.3339],
  ['Cleveland', 0.6839, 0.3319],
  ['Detroit', 1.4364, 0.3396],
  ['Milwaukee', 1.5814, 0.3433],
  ['New York', 1.2476, 0.3359],
  ['Toronto', 1.2945, 0.3367],
])('baseball: %s', (team, strength, se) => {
  const [ours = 0, error = 0] = over(bradleyTerry(baseball, { ties: 'half' }), team, 'Baltimore')
  expect([ours.toFixed(4), error.toFixed(4)]).toEqual([strength.toFixed(4), se.toFixed(4)])
})

test('citations between journals', () => {
  // Stigler (1994), Statistical Science 9, 94–108; estimates relative to Biometrika: Turner & Firth (2012), section 2.
  const journals = ['Biometrika', 'Comm Statist', 'JASA', 'JRSS-B']
  const fit = bradleyTerry(
    choicesOf(journals, [
      [0, 730, 498, 221],
      [33, 0, 68, 17],
      [320, 813, 0, 142],
      [284, 276, 325, 0],
    ]),
    { ties: 'half' },
  )
  expect(journals.map(name => over(fit, name, 'Biometrika')[0]?.toFixed(5))).toEqual([
    '0.00000',
    '-2.94907',
    '-0.47957',
    '0.26895',
  ])
})

test('two entries, by hand: half a win is added for a tie; Davidson gives ties a share of their own', () => {
  const choices: Choice[] = [
    ...choicesOf(
      ['a', 'b'],
      [
        [0, 6],
        [2, 0],
      ],
    ),
    { better: 'b', worse: 'a', tied: true },
    { better: 'a', worse: 'b', tied: true },
  ]
  const half = bradleyTerry(choices, { ties: 'half' })
  expect(over(half, 'a', 'b')[0]).toBeCloseTo(Math.log(7 / 3), 10)
  expect(over(half, 'a', 'b')[1]).toBeCloseTo(1 / Math.sqrt(10 * 0.7 * 0.3), 10)
  expect(half.entries.map(({ wins, losses, ties }) => [wins, losses, ties])).toEqual([
    [6, 2, 2],
    [2, 6, 2],
  ])
  // Saturated: 6 : 2 : 2 are the probabilities themselves, so ν = 2/√(6·2).
  const davidson = bradleyTerry(choices, { ties: 'davidson' })
  expect(over(davidson, 'a', 'b')[0]).toBeCloseTo(Math.log(3), 10)
  expect(over(davidson, 'a', 'b')[1]).toBeCloseTo(Math.sqrt(1 / 6 + 1 / 2), 10)
  expect(davidson.tie).toBeCloseTo(2 / Math.sqrt(12), 10)
})

test('what has no finite strengths is refused, with the groups', () => {
  const thrown = (choices: Choice[], ties: 'half' | 'davidson'): PanelError => {
    try {
      bradleyTerry(choices, { ties })
    } catch (error) {
      return error as PanelError
    }
    throw new Error('not refused')
  }
  const chain = choicesOf(
    ['a', 'b', 'c', 'd'],
    [
      [0, 2, 1, 0],
      [1, 0, 1, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ],
  )
  expect(thrown(chain, 'half')).toMatchObject({
    code: 'unlinked',
    groups: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  })
  expect(thrown([{ better: 'a', worse: 'b', tied: true }], 'davidson').code).toBe('only-ties')
  expect(thrown([{ better: 'a', worse: 'a' }], 'half').code).toBe('bad-choice')
  expect(thrown([], 'half').code).toBe('no-marks')
  // a wins or ties, so that its lead and the share of ties grow together without end.
  const unbeaten = [
    { better: 'a', worse: 'b' },
    { better: 'a', worse: 'b', tied: true as const },
  ]
  expect(thrown(unbeaten, 'davidson').code).toBe('not-converged')
  expect(bradleyTerry(unbeaten, { ties: 'half' }).entries[0]?.strength).toBeCloseTo(Math.log(3) / 2, 10)
})

test('a ladder, where each has met the next alone, is settled at once however long it is', () => {
  const ladder = Array.from({ length: 120 }, (_, i): Choice[] => {
    const [up, down] = [`e${1000 + i}`, `e${1001 + i}`]
    return [
      { better: up, worse: down },
      { better: up, worse: down },
      { better: down, worse: up },
    ]
  }).flat()
  const { entries, covariance } = bradleyTerry(ladder, { ties: 'half' })
  const at = (i: number, j: number) => covariance[i]?.[j] ?? Number.NaN
  entries.forEach(({ strength }, i) => {
    // 2 : 1 from each to the next, and each of the 120 steps has the variance 1/(3 · ⅔ · ⅓).
    expect(strength).toBeCloseTo((60 - i) * Math.LN2, 8)
    expect(at(0, 0) + at(i, i) - 2 * at(0, i)).toBeCloseTo(1.5 * i, 6)
  })
})

const tournaments = fc
  .array(
    fc.record({ i: fc.integer({ min: 0, max: 4 }), j: fc.integer({ min: 0, max: 4 }), tied: fc.boolean() }),
    { maxLength: 25 },
  )
  .map(pairs => [
    // A ring links all.
    ...[0, 1, 2, 3, 4].map(i => ({ better: `e${i}`, worse: `e${(i + 1) % 5}` })),
    ...pairs
      .filter(({ i, j }) => i !== j)
      .map(({ i, j, tied }): Choice => ({ better: `e${i}`, worse: `e${j}`, ...(tied ? { tied } : {}) })),
  ])

test('strengths sum to 0, expect as many wins as there are, and follow when entries are renamed', () => {
  fc.assert(
    fc.property(tournaments, fc.constantFrom('half' as const, 'davidson' as const), (choices, ties) => {
      const fit = bradleyTerry(choices, { ties })
      const strength = new Map(fit.entries.map(({ entry, strength }) => [entry, strength]))
      expect(fit.entries.reduce((sum, entry) => sum + entry.strength, 0)).toBeCloseTo(0, 10)
      for (const { entry, wins, ties: drawn } of fit.entries) {
        const expected = choices
          .filter(({ better, worse }) => better === entry || worse === entry)
          .map(({ better, worse }) => {
            const other = entry === better ? worse : better
            const odds = Math.exp((strength.get(entry) ?? 0) - (strength.get(other) ?? 0))
            const tie = (fit.tie ?? 0) * Math.sqrt(odds)
            return (odds + tie / 2) / (odds + 1 + tie)
          })
          .reduce((sum, p) => sum + p, 0)
        expect(expected).toBeCloseTo(wins + drawn / 2, 8)
      }
      const renamed = bradleyTerry(
        choices.map(choice => ({ ...choice, better: rename(choice.better), worse: rename(choice.worse) })),
        { ties },
      )
      for (const { entry, strength: value } of renamed.entries)
        expect(value).toBeCloseTo(strength.get(rename(entry)) ?? 9, 8)
    }),
    { numRuns: 60 },
  )
})

const rename = (entry: string): string => `e${4 - Number(entry.slice(1))}`
