import type { inferOutput } from '@trpc/tanstack-react-query'
import { bandOf } from '@tumstock/engine/bands'
import { withinGroupPercentile } from '@tumstock/engine/percentile'
import { similarUnits } from '@tumstock/engine/similar-units'
import type { trpc } from '../api.ts'
import { medianOf } from '../results/medians.ts'

export type Comparison = inferOutput<typeof trpc.results.compare>
export type ComparedRound = Comparison['rounds'][number]
export type ComparedRow = ComparedRound['rows'][number]
export type Refusal = Comparison['refusals'][number]

/** Bounds of the bands by which one can narrow, in inhabitants. */
export const BOUNDS = [2_000, 5_000, 10_000, 20_000, 50_000] as const

/** What a figure shows: a dimension's id, or the whole result. */
export const WHOLE = 'whole'

/** So many peers in each country. */
const PEERS = 15

/** 0 to 100; null where the round says nothing of this unit. */
export const figureOf = (row: ComparedRow, by: string): number | null => {
  if (by === WHOLE) return row.percent
  const value = row.dimensions[by] ?? null
  return value === null ? null : 100 * value
}

export type Narrowing = { kind?: string | undefined; band?: string | undefined; peers?: string | undefined }

type Sized = { id: string; kind: string; population: number; country: string }

/** A unit and those of each country that are most like it in population, of its kind; null when its population is not known. */
export function peersOf(rounds: readonly ComparedRound[], unit: string): Set<string> | null {
  const units = new Map<string, Sized>()
  for (const { unit: id, kind, population, country } of rounds.flatMap(round => round.rows))
    if (population !== null) units.set(id, { id, kind, population, country })
  const target = units.get(unit)
  if (!target) return null
  const byCountry = Map.groupBy(units.values(), one => one.country)
  const peers = [...byCountry.values()].flatMap(candidates => similarUnits(target, candidates, PEERS))
  return new Set([unit, ...peers.map(peer => peer.id)])
}

/** The same rounds with only the units that are asked for. What is not known of a unit cannot fit. */
export function narrowRounds(rounds: readonly ComparedRound[], narrowing: Narrowing): ComparedRound[] {
  const { kind, band, peers: unit } = narrowing
  const peers = unit === undefined ? null : peersOf(rounds, unit)
  const fits = (row: ComparedRow) =>
    (kind === undefined || row.kind === kind) &&
    (band === undefined || (row.population !== null && bandOf(row.population, BOUNDS).id === band)) &&
    (peers === null || peers.has(row.unit))
  return rounds.map(round => ({ ...round, rows: round.rows.filter(fits) }))
}

export const medianBy = ({ rows }: ComparedRound, by: string): number | null =>
  medianOf(rows.map(row => figureOf(row, by)))

/** Where each row of a round stands within its country by a figure, 0 to 1; over the whole round, whatever is shown. */
export const percentilesBy = ({ rows }: ComparedRound, by: string): Map<string, number> => {
  const percentiles = withinGroupPercentile(
    Float64Array.from(rows, row => figureOf(row, by) ?? Number.NaN),
    rows.map(row => row.country),
  )
  return new Map(
    rows.flatMap((row, at) => {
      const percentile = percentiles[at] ?? Number.NaN
      return Number.isNaN(percentile) ? [] : [[row.unit, percentile] as const]
    }),
  )
}

/** Why a dimension is not shown; null when it is. */
export const refusalOf = (comparison: Comparison, dimension: string): Refusal | null =>
  comparison.refusals.find(refusal => refusal.dimension === dimension) ?? null

/** Share of a round's rows whose figure lies below, ties counted half, 0 to 1; null where there are none. */
export function standingOf(round: ComparedRound, by: string, figure: number): number | null {
  const figures = round.rows.flatMap(row => figureOf(row, by) ?? [])
  if (figures.length === 0) return null
  const below = figures.filter(one => one < figure).length
  const same = figures.filter(one => one === figure).length
  return (below + same / 2) / figures.length
}

/** The name of each unit, by id, over all rounds; the newest round's spelling. */
export const namesOf = (rounds: readonly ComparedRound[]): Map<string, { name: string; country: string }> =>
  new Map(
    rounds
      .toSorted((a, b) => a.year - b.year)
      .flatMap(round => round.rows.map(row => [row.unit, { name: row.name, country: row.country }] as const)),
  )
