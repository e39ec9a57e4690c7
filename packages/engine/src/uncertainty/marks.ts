/** Marks drawn again from those given: what another panel of the same kind could have said. */
import type { Scoring } from '@tumstock/rubric/contract'
import { panelled } from '../score/absolute.ts'
import type { Data } from '../score/data.ts'
import type { Plan } from '../score/plan.ts'
import { into } from './domain.ts'
import type { Program } from './program.ts'
import { seedOf, uniform } from './random.ts'

/** The panel criteria of a rubric, and what was given under each. */
export type Panels = {
  /** By node index; the stream is its place among the panels by path. */
  byNode: ReadonlyMap<number, { stream: number; scoring: Extract<Scoring, { by: 'panel' }>; marks: Marks }>
  /** By entry, its place by id: draws stay with an entry, wherever it stands in the data. */
  byId: Int32Array
}

/** By entry, ascending, so that the order in which they came changes nothing. */
type Marks = readonly (readonly number[])[]

export const panelsOf = (plan: Plan, data: Data): Panels => ({
  byNode: new Map(
    plan.nodes
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .flatMap((node, stream) => {
        if (node.kind !== 'leaf' || node.scoring.by !== 'panel') return []
        const given = data.marks[node.path] ?? []
        const marks = data.ids.map((_, e) => (given[e] ?? []).toSorted((a, b) => a - b))
        return [[node.index, { stream, scoring: node.scoring, marks }]]
      }),
  ),
  byId: placesById(data.ids),
})

const placesById = (ids: readonly string[]): Int32Array => {
  const places = new Int32Array(ids.length)
  const ordered = [...ids.keys()].sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1))
  ordered.forEach((entry, place) => {
    places[entry] = place
  })
  return places
}

/** Far from the streams of weights, which have the numbers of their factors. */
const FIRST_STREAM = 2 ** 16
/** More marks than an entry gets under one criterion: each entry's draws have places of their own. */
const MOST_MARKS = 2 ** 16

/**
 * Draws for each entry as many marks as it was given from those, with replacement, and puts what they are worth in place of
 * the panel's values.
 *
 * @param coordinate stands for the random stream
 * @param values by node index, changed in place
 */
export const drawMarks = (
  panels: Panels,
  coordinate: number,
  program: Program,
  values: ReadonlyMap<number, Float64Array>,
): void => {
  const seed = seedOf(coordinate)
  for (const { node, domain, scored } of program.panels) {
    const { stream, scoring, marks } = panels.byNode.get(node) as Panel
    const drawn = values.get(node) as Float64Array
    for (const place of scored) {
      const entry = program.entries[place] as number
      const own = marks[entry] as readonly number[]
      if (own.length === 0) continue
      const first = (panels.byId[entry] as number) * MOST_MARKS
      const again = own.map((_, i) => {
        const u = uniform(seed, FIRST_STREAM + stream, first + i)
        return own[Math.floor(u * own.length)] as number
      })
      drawn[place] = into(domain, panelled(scoring, again))
    }
  }
}

type Panel = Panels['byNode'] extends ReadonlyMap<number, infer P> ? P : never
