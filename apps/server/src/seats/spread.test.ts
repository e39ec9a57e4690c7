import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Spreading, spread } from './spread.ts'

const ids = (letter: string, count: number) => Array.from({ length: count }, (_, n) => `${letter}${n}`)
const wish = (entries: number, people: number, more: Partial<Spreading> = {}): Spreading => ({
  entries: ids('e', entries),
  people: ids('p', people),
  lacks: () => 1,
  load: () => 0,
  has: () => false,
  may: () => true,
  ...more,
})
const loads = (given: readonly { person: string }[], people: readonly string[]) =>
  people.map(person => given.filter(one => one.person === person).length)

describe('spreading entries over people', () => {
  it('gives all the same where it comes out even, one more to some where it does not', () => {
    expect(loads(spread(wish(12, 3)), ids('p', 3))).toEqual([4, 4, 4])
    expect(loads(spread(wish(7, 3)), ids('p', 3))).toEqual([3, 2, 2])
    expect(loads(spread(wish(5, 3, { lacks: () => 2 })), ids('p', 3)).toSorted()).toEqual([3, 3, 4])
  })

  it('passes entries on along a chain where nobody could take one directly', () => {
    // p0 may take e0 to e2, p1 e2 and e3, p2 only e3: without moving, p0 would keep all three.
    const allowed: Record<string, string[]> = { p0: ['e0', 'e1', 'e2'], p1: ['e2', 'e3'], p2: ['e3'] }
    const given = spread(wish(4, 3, { may: (entry, person) => allowed[person]!.includes(entry) }))
    expect(loads(given, ids('p', 3)).toSorted()).toEqual([1, 1, 2])
    expect(given.map(one => one.entry)).toEqual(['e0', 'e1', 'e2', 'e3'])
  })

  it('leaves what was given, and gives only what is lacking', () => {
    const has = (entry: string, person: string) => person === 'p0' && ['e0', 'e1', 'e2'].includes(entry)
    const lacks = (each: number) => (entry: string) => each - (entry === 'e3' ? 0 : 1)
    expect(spread(wish(4, 2, { has, lacks: lacks(1) }))).toEqual([{ entry: 'e3', person: 'p1' }])
    expect(spread(wish(4, 2, { has, lacks: lacks(2) })).length).toBe(5)
  })

  it('counts what people have to do besides', () => {
    const load = (person: string) => (person === 'p0' ? 4 : 0)
    expect(loads(spread(wish(4, 2, { load })), ids('p', 2))).toEqual([0, 4])
    expect(loads(spread(wish(8, 2, { load })), ids('p', 2))).toEqual([2, 6])
  })

  it('gives fewer than wished where too few may', () =>
    expect(
      spread(wish(2, 2, { lacks: () => 2, may: (entry, person) => entry !== 'e0' || person === 'p1' })),
    ).toEqual([
      { entry: 'e0', person: 'p1' },
      { entry: 'e1', person: 'p0' },
      { entry: 'e1', person: 'p1' },
    ]))

  it('is never less even than any other way, gives nobody what they may not have, and gives all that can be given', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
        (entries, people, allowed) => {
          const may = (entry: string, person: string) =>
            allowed[Number(entry.slice(1)) * 3 + Number(person.slice(1))] ?? false
          const asked = wish(entries, people, { may })
          const given = spread(asked)
          expect(given.every(one => may(one.entry, one.person))).toBe(true)
          const squares = (all: number[]) => all.reduce((sum, load) => sum + load * load, 0)
          expect(squares(loads(given, asked.people))).toBe(fewestSquares(asked))
          expect(spread(asked)).toEqual(given)
        },
      ),
    ))
})

/** Of every way to give each entry one person who may have it, the most even one's sum of squared loads. */
function fewestSquares({ entries, people, may }: Spreading): number {
  const best = (at: number, load: number[]): number => {
    const entry = entries[at]
    if (entry === undefined) return load.reduce((sum, one) => sum + one * one, 0)
    const ways = people.flatMap((person, n) => (may(entry, person) ? [n] : []))
    if (ways.length === 0) return best(at + 1, load)
    return Math.min(...ways.map(n => best(at + 1, load.with(n, (load[n] ?? 0) + 1))))
  }
  return best(
    0,
    people.map(() => 0),
  )
}
