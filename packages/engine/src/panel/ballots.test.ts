import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ballot, borda, condorcetWinner, copeland, electionOf, pairwise } from './ballots.ts'
import { runOff } from './run-off.ts'
import { schulze } from './schulze.ts'

/** `{ 'ACBED': 5 }`: five ballots, A first; a bracket ranks alike: `'A(BC)'`. */
const ballotsOf = (counts: Record<string, number>): Ballot[] =>
  Object.entries(counts).map(([order, count]) => ({
    ranking: [...order.matchAll(/\((\w+)\)|(\w)/g)].map(([, group, one]) => [...(group ?? one ?? '')]),
    count,
  }))
const elect = (candidates: string, counts: Record<string, number>) =>
  electionOf([...candidates], ballotsOf(counts))
const short = (list: readonly { candidate: string; score: number; place: number }[]) =>
  list.map(({ candidate, score, place }) => [place, candidate, score])

// Schulze (2011), Social Choice and Welfare 36, example 1 of 45 voters and 5 candidates.
const fortyFive = elect('ABCDE', {
  ACBED: 5,
  ADECB: 5,
  BEDAC: 8,
  CABED: 3,
  CAEBD: 7,
  CBADE: 2,
  DCEBA: 7,
  EBADC: 8,
})

test("Schulze's 45 voters: every pair, every strength, the order", () => {
  const pairs = pairwise(fortyFive)
  expect(pairs.prefer).toEqual([
    [0, 20, 26, 30, 22],
    [25, 0, 16, 33, 18],
    [19, 29, 0, 17, 24],
    [15, 12, 28, 0, 14],
    [23, 27, 21, 31, 0],
  ])
  const { strengths, places, winners } = schulze(pairs)
  expect(strengths).toEqual([
    [0, 28, 28, 30, 24],
    [25, 0, 28, 33, 24],
    [25, 29, 0, 29, 24],
    [25, 28, 28, 0, 24],
    [25, 28, 28, 31, 0],
  ])
  expect(places.map(({ candidate }) => candidate).join('')).toBe('EACBD')
  expect(winners).toEqual(['E'])
  expect(condorcetWinner(pairs)).toBe(null)
})

// The textbook example of a capital for Tennessee: Memphis, Nashville, Chattanooga, Knoxville. Methods disagree.
const capital = elect('MNCK', { MNCK: 42, NCKM: 26, CKNM: 15, KCNM: 17 })

test('a capital for Tennessee: Nashville by pairs and points, Knoxville by run-off', () => {
  const pairs = pairwise(capital)
  expect(condorcetWinner(pairs)).toBe('N')
  expect(schulze(pairs).winners).toEqual(['N'])
  expect(short(copeland(pairs))).toEqual([
    [1, 'N', 3],
    [2, 'C', 2],
    [3, 'K', 1],
    [4, 'M', 0],
  ])
  expect(short(borda(capital))).toEqual([
    [1, 'N', 194],
    [2, 'C', 173],
    [3, 'M', 126],
    [4, 'K', 107],
  ])
  const { rounds, winner, tied } = runOff(capital, { ties: 'none' })
  expect(rounds.map(({ tally, out, by }) => [short(tally), out, by])).toEqual([
    [
      [
        [1, 'M', 42],
        [2, 'N', 26],
        [3, 'K', 17],
        [4, 'C', 15],
      ],
      ['C'],
      'fewest',
    ],
    [
      [
        [1, 'M', 42],
        [2, 'K', 32],
        [3, 'N', 26],
      ],
      ['N'],
      'fewest',
    ],
    [
      [
        [1, 'K', 58],
        [2, 'M', 42],
      ],
      [],
      null,
    ],
  ])
  expect([winner, tied]).toEqual(['K', []])
})

test('ties and short ballots', () => {
  const election = elect('ABCD', { '(AB)': 2, C: 1, 'D(BC)A': 1 })
  expect(pairwise(election).prefer).toEqual([
    [0, 0, 2, 2],
    [1, 0, 2, 2],
    [2, 1, 0, 1],
    [1, 1, 1, 0],
  ])
  // Two A = B ballots: 2.5 each to A and B, ½ to C and D. One for C alone: 3, and 1 to each other. One: D 3, B and C 1.5, A 0.
  expect(short(borda(election))).toEqual([
    [1, 'B', 7.5],
    [2, 'A', 6],
    [3, 'C', 5.5],
    [4, 'D', 5],
  ])
  const total = borda(election).reduce((sum, { score }) => sum + score, 0)
  expect(total).toBe(4 * 6)
})

test('a run-off shares equal preferences, counts exhausted ballots, and wins with half of what counts', () => {
  const { rounds, winner } = runOff(elect('ABC', { '(AB)C': 2, C: 1, B: 1, A: 1, AB: 1 }), { ties: 'none' })
  expect(rounds.map(({ tally, exhausted, out }) => [short(tally), exhausted, out])).toEqual([
    [
      [
        [1, 'A', 3],
        [2, 'B', 2],
        [3, 'C', 1],
      ],
      0,
      ['C'],
    ],
    [
      [
        [1, 'A', 3],
        [2, 'B', 2],
      ],
      1,
      [],
    ],
  ])
  expect(winner).toBe('A')
})

test('a tie for fewest is broken by the stated rule alone', () => {
  const even = elect('ABC', { A: 3, B: 2, C: 2 })
  expect(runOff(even, { ties: 'none' })).toMatchObject({ winner: null, tied: ['B', 'C'] })
  expect(runOff(even, { ties: 'earlierRounds' })).toMatchObject({ winner: null, tied: ['B', 'C'] })
  expect(runOff(even, { ties: { lot: ['B', 'A', 'C'] } })).toMatchObject({
    winner: 'A',
    rounds: [
      { out: ['C'], by: 'lot' },
      { out: [], by: null },
    ],
  })
  // After D leaves, B and C have 3 each; before, C had 2.
  const once = elect('ABCD', { A: 4, B: 3, C: 2, DC: 1 })
  expect(runOff(once, { ties: 'none' })).toMatchObject({ winner: null, tied: ['B', 'C'] })
  expect(runOff(once, { ties: 'earlierRounds' })).toMatchObject({
    winner: 'A',
    rounds: [
      { out: ['D'], by: 'fewest' },
      { out: ['C'], by: 'earlierRounds' },
      { out: [], by: null },
    ],
  })
  // C and D have 2 in all, less than B has: whichever goes first, both go.
  expect(runOff(elect('ABCD', { A: 5, B: 4, CB: 1, DB: 1 }), { ties: 'none' })).toMatchObject({
    winner: 'B',
    rounds: [
      { out: ['C', 'D'], by: 'together' },
      { out: [], by: null },
    ],
  })
  expect(runOff(elect('AB', { A: 1, B: 1 }), { ties: 'none' })).toMatchObject({
    winner: null,
    tied: ['A', 'B'],
  })
})

test('ballots that are none are refused', () => {
  const cast =
    (...ballots: Ballot[]) =>
    () =>
      electionOf(['A', 'B'], ballots)
  expect(cast({ ranking: [['C']] })).toThrow('ballot 1: no candidate "C". Allowed: A, B.')
  expect(cast({ ranking: [['A']] }, { ranking: [['A'], ['A']] })).toThrow(
    'ballot 2: a candidate is ranked twice',
  )
  expect(cast({ ranking: [['A']], count: 0.5 })).toThrow('ballot 1: counted 0.5 times')
  expect(cast()).toThrow('2 candidates and 0 ballots')
  expect(() => electionOf(['A', 'A'], [{ ranking: [] }])).toThrow('name one twice')
  expect(() => runOff(capital, { ties: { lot: ['M'] } })).toThrow('the lot is M')
})

const orders = fc.shuffledSubarray([...'ABCDE'], { minLength: 0 })
const elections = fc
  .array(
    fc.record({
      order: orders,
      split: fc.integer({ min: 1, max: 3 }),
      count: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map(ballots =>
    ballots.map(({ order, split, count }): Ballot => {
      const head = order.slice(0, split)
      return {
        ranking: [head, ...order.slice(split).map(id => [id])].filter(group => group.length > 0),
        count,
      }
    }),
  )

test('who wins every pair wins under Schulze and Copeland', () => {
  fc.assert(
    fc.property(elections, ballots => {
      const pairs = pairwise(electionOf([...'ABCDE'], ballots))
      const winner = condorcetWinner(pairs)
      fc.pre(winner !== null)
      expect(schulze(pairs).winners).toEqual([winner])
      const [first, second] = copeland(pairs)
      expect([first?.candidate, second?.place]).toEqual([winner, 2])
    }),
  )
})

test('a tied majority is half a point in Copeland, and no Condorcet winner', () => {
  // A and B tie 2 : 2, both beat C 3 : 1.
  const pairs = pairwise(elect('ABC', { ABC: 2, BAC: 1, CBA: 1 }))
  expect(short(copeland(pairs))).toEqual([
    [1, 'A', 1.5],
    [1, 'B', 1.5],
    [3, 'C', 0],
  ])
  expect(condorcetWinner(pairs)).toBeNull()
})

test("Schulze's order is transitive and has a first; ballots in another order or under other names change nothing", () => {
  fc.assert(
    fc.property(elections, ballots => {
      const run = (candidates: string[], cast: Ballot[]) => {
        const election = electionOf(candidates, cast)
        return [
          borda(election),
          copeland(pairwise(election)),
          schulze(pairwise(election)),
          runOff(election, { ties: 'earlierRounds' }),
        ]
      }
      const straight = run([...'ABCDE'], ballots)
      expect(run([...'EDABC'], ballots.toReversed())).toEqual(straight)
      const { strengths: p, winners } = schulze(pairwise(electionOf([...'ABCDE'], ballots)))
      expect(winners.length).toBeGreaterThan(0)
      const beats = (i: number, j: number) => p[i]![j]! > p[j]![i]!
      for (const i of p.keys())
        for (const j of p.keys())
          for (const k of p.keys()) if (beats(i, j) && beats(j, k)) expect(beats(i, k)).toBe(true)
      const renamed = ballots.map(ballot => ({
        ...ballot,
        ranking: ballot.ranking.map(group => group.map(swap)),
      }))
      expect(
        schulze(pairwise(electionOf([...'ABCDE'], renamed)))
          .winners.map(swap)
          .sort(),
      ).toEqual(winners)
    }),
  )
})

const swap = (id: string): string => 'EDCBA'['ABCDE'.indexOf(id)] ?? id

test('a run-off loses no ballot in any round', () => {
  fc.assert(
    fc.property(elections, ballots => {
      const election = electionOf([...'ABCDE'], ballots)
      for (const { tally, exhausted } of runOff(election, { ties: { lot: [...'BDACE'] } }).rounds)
        expect(tally.reduce((sum, { score }) => sum + score, exhausted)).toBeCloseTo(election.voters, 9)
    }),
  )
})
