import type { Criterion, RubricData } from '@tumstock/rubric/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from './data.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { compile, withWeights } from './plan.ts'
import type { Explanation, NodeResult, Results } from './results.ts'
import { anyComparingRound, type Round, risingRound } from './round.fixture.ts'
import { tabulate } from './tabulate.ts'

const run = ({ rubric, rows }: Round): Results => evaluate(compile(rubric), tabulate(rubric, rows))

const nodesOf = (results: Results): NodeResult[] => [...results.nodes.values(), results.total]

/** All that an entry gets, by its id. */
const byEntry = (results: Results): Record<string, unknown> =>
  Object.fromEntries(
    results.ids.map((id, e) => [
      id,
      {
        nodes: Object.fromEntries(
          nodesOf(results).map(n => [n.path, [n.values[e], n.outcomes[e], n.coverage[e]]]),
        ),
        ranks: [results.rank[e], results.categoryRank[e], results.tied[e], results.categoryTied[e]],
        awards: results.awards.map(award => [
          award.winners.includes(e),
          award.nominees.includes(e),
          award.tieAtEdge,
        ]),
      },
    ]),
  )

const mapCriteria = (
  criteria: RubricData['criteria'],
  change: (criterion: Criterion, path: string) => Criterion,
  prefix = 'criteria',
): RubricData['criteria'] =>
  Object.fromEntries(
    Object.entries(criteria).map(([key, criterion]) => {
      const path = `${prefix}.${key}`
      const changed = change(criterion, path)
      return [
        key,
        'children' in changed
          ? { ...changed, children: mapCriteria(changed.children, change, `${path}.children`) }
          : changed,
      ]
    }),
  )

const reversed = (criteria: RubricData['criteria']): RubricData['criteria'] =>
  Object.fromEntries(
    Object.entries(criteria)
      .toReversed()
      .map(([key, node]) => [
        key,
        'children' in node ? { ...node, children: reversed(node.children) } : node,
      ]),
  )

const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void =>
  fc.assert(
    fc.property(arbitrary, value => void holds(value)),
    { numRuns: 150 },
  )

const closeTo = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12)

test('the order of the entries changes nothing, to the last bit', () => {
  const shuffled = anyComparingRound.chain(round =>
    fc.tuple(fc.constant(round), fc.shuffledSubarray(round.rows, { minLength: round.rows.length })),
  )
  check(shuffled, ([round, rows]) => expect(byEntry(run({ ...round, rows }))).toEqual(byEntry(run(round))))
})

test('the order of the criteria changes nothing, to the last bit', () => {
  check(anyComparingRound, round => {
    const rubric = { ...round.rubric, criteria: reversed(round.rubric.criteria) }
    expect(byEntry(run({ ...round, rubric }))).toEqual(byEntry(run(round)))
  })
})

test('only the proportions of weights count', () => {
  check(fc.tuple(anyComparingRound, fc.double({ min: 0.01, max: 1000, noNaN: true })), ([round, factor]) => {
    const criteria = mapCriteria(round.rubric.criteria, node => ({ ...node, weight: node.weight * factor }))
    const scaled = run({ ...round, rubric: { ...round.rubric, criteria } })
    const results = run(round)
    nodesOf(results).forEach((node, i) => {
      const other = nodesOf(scaled)[i] as NodeResult
      expect(other.outcomes).toEqual(node.outcomes)
      node.values.forEach((value, e) => {
        if (node.outcomes[e] === 0) closeTo(other.values[e] as number, value)
      })
    })
    expect(scaled.rank).toEqual(results.rank)
  })
})

test('values are 0..1 exactly where something is scored, coverage is always 0..1', () => {
  check(anyComparingRound, round => {
    for (const { values, outcomes, coverage } of nodesOf(run(round)))
      values.forEach((value, e) => {
        if (outcomes[e] === 0) expect(value >= 0 && value <= 1).toBe(true)
        else expect(value).toBeNaN()
        expect((coverage[e] as number) >= 0 && (coverage[e] as number) <= 1).toBe(true)
      })
  })
})

test('a rank is one more than the number of entries before it, ties share it', () => {
  const isRanking = (ranks: readonly number[], tied: readonly number[]) => {
    const ranked = ranks.filter(rank => rank > 0)
    for (const rank of ranked) expect(rank).toBe(1 + ranked.filter(other => other < rank).length)
    ranks.forEach((rank, e) => {
      expect(tied[e]).toBe(rank > 0 && ranks.filter(other => other === rank).length > 1 ? 1 : 0)
    })
  }
  check(anyComparingRound, round => {
    const { rank, tied, categoryRank, categoryTied, category, total, categories } = run(round)
    isRanking([...rank], [...tied])
    expect([...rank].map(r => r > 0)).toEqual([...total.outcomes].map(outcome => outcome === 0))
    categories.forEach((_, c) => {
      const inIt = [...category.keys()].filter(e => category[e] === c)
      isRanking(
        inIt.map(e => categoryRank[e] as number),
        inIt.map(e => categoryTied[e] as number),
      )
    })
    rank.forEach((r, e) => {
      rank.forEach((s, f) => {
        if (r > 0 && s > r)
          expect((total.values[e] as number) - (total.values[f] as number)).toBeGreaterThanOrEqual(-1e-12)
      })
    })
  })
})

test('entries that are not ranked change nothing for the others, and are scored as if they were', () => {
  const best = { title: 'Best', per: 'round', decide: 'points', nominees: 2, winners: 1 } as const
  // Whole numbers, so that ties come up.
  const whole = (row: Row): Row => ({
    ...row,
    answers: Object.fromEntries(
      Object.entries(row.answers).map(([id, n]) => [id, Math.round(Number(n) / 3)]),
    ),
  })
  const contest = risingRound.map(({ rubric, rows }) => ({
    rubric: { ...rubric, awards: { best } },
    rows: rows.map(whole),
  }))
  const withSome = fc.tuple(contest, fc.infiniteStream(fc.boolean()))
  check(withSome, ([round, stream]) => {
    const unranked = round.rows.map(() => stream.next().value)
    const marked = round.rows.map((row, e) => (unranked[e] ? { ...row, unranked: true } : row))
    const competing = round.rows.filter((_, e) => !unranked[e])
    const results = byEntry(run({ ...round, rows: marked }))
    const alone = byEntry(run({ ...round, rows: competing }))
    const all = byEntry(run(round)) as Record<string, { nodes: unknown }>
    round.rows.forEach(({ id }, e) => {
      const one = results[id] as { nodes: unknown; ranks: number[]; awards: boolean[][] }
      expect(one.nodes).toEqual(all[id]?.nodes)
      if (!unranked[e]) return
      expect(one.ranks).toEqual([0, 0, 0, 0])
      for (const [wins, nominated] of one.awards) expect([wins, nominated]).toEqual([false, false])
    })
    for (const { id } of competing) {
      const [now, then] = [results[id], alone[id]] as { ranks: unknown; awards: boolean[][] }[]
      expect(now?.ranks).toEqual(then?.ranks)
      const places = (one: typeof now) => one?.awards.map(([wins, nominated]) => [wins, nominated])
      expect(places(now)).toEqual(places(then))
    }
  })
})

test('moving weights on a plan is compiling the changed rubric', () => {
  check(
    fc.tuple(anyComparingRound, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 24, maxLength: 24 })),
    ([round, weights]) => {
      const changes: Record<string, number> = {}
      const criteria = mapCriteria(round.rubric.criteria, (node, path) => {
        const weight = weights[Object.keys(changes).length % 24] as number
        changes[path] = weight
        return { ...node, weight }
      })
      const data = tabulate(round.rubric, round.rows)
      const moved = evaluate(withWeights(compile(round.rubric), changes), data)
      expect(byEntry(moved)).toEqual(byEntry(run({ ...round, rubric: { ...round.rubric, criteria } })))
    },
  )
})

test('more is never worse: raising a number lowers no value of its entry', () => {
  const raised = fc.tuple(
    risingRound,
    fc.constantFrom('n0', 'n1', 'n2', 'n3'),
    fc.double({ min: 0, max: 12, noNaN: true }),
  )
  check(raised, ([round, id, by]) => {
    const [first, ...rest] = round.rows as [Row, ...Row[]]
    const better = { ...first, answers: { ...first.answers, [id]: (first.answers[id] as number) + by } }
    const after = run({ ...round, rows: [better, ...rest] })
    nodesOf(run(round)).forEach((node, i) => {
      const before = node.values[0] as number
      expect((nodesOf(after)[i]?.values[0] as number) - before).toBeGreaterThanOrEqual(-1e-12)
    })
  })
})

test('answering what was missing never costs coverage', () => {
  check(anyComparingRound, round => {
    const [first, ...rest] = round.rows as [Row, ...Row[]]
    if (first.answers.n0 !== null && first.answers.n0 !== '?') return
    const fuller = { ...first, answers: { ...first.answers, n0: 2 } }
    const after = nodesOf(run({ ...round, rows: [fuller, ...rest] }))
    nodesOf(run(round)).forEach((node, i) => {
      expect((after[i]?.coverage[0] as number) - (node.coverage[0] as number)).toBeGreaterThanOrEqual(-1e-12)
    })
  })
})

const walk = (explanation: Explanation): Explanation[] => [explanation, ...explanation.children.flatMap(walk)]

test('an explanation holds the numbers of the results, and the points under a mean add up to its own', () => {
  check(anyComparingRound, ({ rubric, rows }) => {
    const plan = compile(rubric)
    const data = tabulate(rubric, rows)
    const results = evaluate(plan, data)
    rows.forEach((_, entry) => {
      const all = walk(explain(plan, data, results, entry))
      expect(all.length).toBe(plan.nodes.length)
      for (const node of all) {
        const result = results.nodes.get(node.path) ?? results.total
        expect(node.value ?? Number.NaN).toBe(result.values[entry])
        if (node.reason.kind !== 'combine' || node.points === null) continue
        const points = node.children.map(child => child.points)
        if (node.reason.combine === 'mean' && node.value !== null)
          closeTo(
            points.reduce((sum: number, part) => sum + (part ?? 0), 0),
            node.points,
          )
        else expect(points).toEqual(points.map(() => null))
      }
    })
  })
})

test('in a tree of means the points of the leaves add up to the total', () => {
  check(anyComparingRound, round => {
    const means = mapCriteria(round.rubric.criteria, node =>
      'children' in node ? { ...node, combine: 'mean' } : node,
    )
    const rubric: RubricData = {
      ...round.rubric,
      combine: 'mean',
      criteria: means,
      scale: { max: 500, unit: 'p', decimals: 0 },
    }
    const plan = compile(rubric)
    const data = tabulate(rubric, round.rows)
    const results = evaluate(plan, data)
    round.rows.forEach((_, entry) => {
      const total = explain(plan, data, results, entry)
      if (total.value === null) return
      const leaves = walk(total).filter(node => node.children.length === 0)
      closeTo(leaves.reduce((sum, leaf) => sum + (leaf.points ?? 0), 0) / 500, total.value)
    })
  })
})
