/** Whether the marks tell the winner from the next: what would have come out of another panel like this one. */
import { placesOf } from '../analysis/places.ts'
import { quantile } from '../compare/profile.ts'
import { mean } from '../score/statistics.ts'
import { uniform } from '../uncertainty/random.ts'
import { checkDraws, type Draws } from './draws.ts'
import { byId, indexOf, itemName, type MarkTable, tableOf } from './mark-table.ts'
import type { Mark } from './marks.ts'
import { PanelError } from './panel-error.ts'

export type Finalist = {
  entry: string
  /** Mean over its criteria of the mean mark of each; the marks as they were given. */
  mean: number
  /** By it; ties share the smaller place. */
  place: number
  /** The 95 % interval of the mean. */
  low: number
  high: number
  /** Share of the draws in which it comes first, alone or with others. */
  first: number
  /** Share of the draws in which the winner comes before it; null for the winner. */
  behind: number | null
}

export type Finalists = {
  /** First by the marks as given; of several that tie, the first by id. */
  winner: string
  /** Best first. */
  entries: readonly Finalist[]
  /** The warning: entries that another panel might well have put first. Empty when the winner stands out. */
  tiedWithWinner: readonly string[]
  draws: number
  /** Draws that left some entry without a mark and were drawn again. */
  redrawn: number
}

/** An entry is tied with the winner unless the winner comes before it in at least this share of the draws. */
const SURE = 0.95

/** Draws in vain per draw asked for, after which drawing on is no use. */
const PATIENCE = 20

/**
 * Redraws the assessors with replacement, as many as there are, and ranks the entries by their means each time. The chances
 * are those of another panel from the same kind of people, given these marks; a panel of three or four can show but few
 * different draws and so looks surer than it is. Where assessors did not all mark the same, give marks with the
 * assessor's severity added (`severity`), or leniency passes for quality. Marks of several criteria are weighed alike; for
 * other weights give each assessor's weighted mark. The same seed gives the same draws everywhere.
 *
 * Units: marks. Source: Efron (1979), Annals of Statistics 7, 1–26; over raters: Brennan, Harris & Hanson (1987), *The bootstrap and
 * other procedures for examining the variability of estimated variance components*, ACT Research Report 87-7.
 *
 * @throws PanelError as `tableOf`; `too-few` for fewer than two assessors, entries or draws; `bad-option` for a seed that is
 * none; `too-sparse` when redrawing almost always leaves an entry without a mark
 */
export const finalists = (marks: readonly Mark[], { seed, draws }: Draws): Finalists => {
  checkDraws({ seed, draws }, 2)
  const table = tableOf(marks)
  const { ids } = indexOf(table.items.map(item => item.entry))
  if (table.assessors.length < 2 || ids.length < 2)
    throw new PanelError(
      'too-few',
      `${table.assessors.length} assessors, ${ids.length} entries. Needed: at least 2 of each.`,
    )
  const meansFor = meansOf(table, ids)
  const means = meansFor(table.assessors.map(() => 1))
  const places = placesOf(means)
  const best = places.indexOf(1)
  const drawn = draw(table, meansFor, { seed, draws })
  const first = ids.map(() => 0)
  const behind = ids.map(() => 0)
  for (const sample of drawn.means) {
    const order = placesOf(sample)
    for (const i of ids.keys()) {
      if (order[i] === 1) first[i] = (first[i] ?? 0) + 1
      if ((order[best] as number) < (order[i] as number)) behind[i] = (behind[i] ?? 0) + 1
    }
  }
  const share = (counts: readonly number[], i: number) => (counts[i] ?? 0) / draws
  const entries = ids.map((entry, i): Finalist => {
    const ascending = Float64Array.from(drawn.means, sample => sample[i] as number).sort()
    return {
      entry,
      mean: means[i] as number,
      place: places[i] as number,
      low: quantile(ascending, 0.025),
      high: quantile(ascending, 0.975),
      first: share(first, i),
      behind: i === best ? null : share(behind, i),
    }
  })
  return {
    winner: ids[best] ?? '',
    entries: entries.toSorted((a, b) => a.place - b.place || byId(a.entry, b.entry)),
    tiedWithWinner: entries
      .filter(({ behind, place }) => behind !== null && (behind < SURE || place === 1))
      .map(({ entry }) => entry),
    draws,
    redrawn: drawn.redrawn,
  }
}

type MeansFor = (times: readonly number[]) => Float64Array

/** The entries' means when each assessor counts so many times; NaN where an item has no mark then. */
const meansOf = ({ items, rows }: MarkTable, ids: readonly string[]): MeansFor => {
  const entryAt = new Map(ids.map((id, i) => [id, i]))
  const entryOf = items.map(item => entryAt.get(item.entry) ?? 0)
  return times => {
    const sums = new Float64Array(items.length)
    const counts = new Float64Array(items.length)
    for (const { item, assessor, mark } of rows) {
      const weight = times[assessor] ?? 0
      sums[item] = (sums[item] as number) + weight * mark
      counts[item] = (counts[item] as number) + weight
    }
    const parts: number[][] = ids.map(() => [])
    entryOf.forEach((entry, item) => {
      parts[entry]?.push((sums[item] as number) / (counts[item] as number))
    })
    return Float64Array.from(parts, mean)
  }
}

const draw = (table: MarkTable, meansFor: MeansFor, { seed, draws }: Draws) => {
  const n = table.assessors.length
  const means: Float64Array[] = []
  let attempt = 0
  for (; means.length < draws; attempt++) {
    if (attempt > draws * PATIENCE) throw new PanelError('too-sparse', sparsest(table))
    const times = table.assessors.map(() => 0)
    for (let k = 0; k < n; k++) {
      const who = Math.floor(uniform(seed, attempt, k) * n)
      times[who] = (times[who] ?? 0) + 1
    }
    const sample = meansFor(times)
    if (!sample.some(Number.isNaN)) means.push(sample)
  }
  return { means, redrawn: attempt - draws }
}

const sparsest = ({ items, rows }: MarkTable): string => {
  const counts = items.map((_, i) => rows.filter(row => row.item === i).length)
  const least = Math.min(...counts)
  const item = items[counts.indexOf(least)]
  return `${item ? itemName(item) : ''} has ${least} marks. Needed: several assessors for each.`
}
