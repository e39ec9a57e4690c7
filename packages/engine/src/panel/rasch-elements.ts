/** From what is estimated together to what is reported of each entry, assessor and criterion. */
import { mean } from '../score/statistics.ts'
import { type Design, type Extreme, FACETS, type Facet, type Trimmed } from './rasch-design.ts'
import { type Fit, fitOf, measureFor } from './rasch-fit.ts'
import { at, chancesOf, type Measures, type Observation } from './rasch-model.ts'

/** One entry, assessor or criterion. Measures in logits; higher is better, more severe, harder. */
export type RaschElement = {
  id: string
  /** Null only for `extreme: 'same'`. */
  measure: number | null
  se: number | null
  /** Mean squares, about 1 where marks vary as expected: weighted by information, and not. Null for extreme elements. */
  infit: number | null
  outfit: number | null
  /** The mark to be expected on average over the criteria: of the entry from an assessor of average severity; from the
   * assessor, or on the criterion, for an entry of average measure. */
  fair: number | null
  /** All its marks are at this end; its measure is then that of a score 0.3 levels inside. */
  extreme: Extreme | null
}

export type RaschEstimates = Record<Facet, readonly RaschElement[]> & {
  /** Between each two points that occur next to each other, `to` becomes likelier than the one before. */
  thresholds: readonly { criterion: string | null; from: number; to: number; measure: number }[]
  convergence: { iterations: number; largestStep: number; logLikelihood: number }
}

/** What an extreme score is moved inwards by, in levels, to have a finite measure: the custom of Facets and Winsteps. */
const INWARDS = 0.3

/** What is estimated at once: the elements left, under indexes of their own. */
type Live = {
  rows: readonly Observation[]
  start: Measures
  /** By facet, the index in the design of each element; and the same of the sets of thresholds. */
  members: Record<Facet, readonly number[]>
  sets: readonly number[]
}

export const liveOf = ({ setOf }: Design, { rows, levels }: Trimmed): Live => {
  const unique = (indexes: readonly number[]) => [...new Set(indexes)].sort((a, b) => a - b)
  const members = {
    entries: unique(rows.map(row => row.entries)),
    assessors: unique(rows.map(row => row.assessors)),
    criteria: unique(rows.map(row => row.criteria)),
  }
  const sets = unique(members.criteria.map(setOf))
  const places = (list: readonly number[]) => new Map(list.map((index, i) => [index, i]))
  const placeOf = {
    entries: places(members.entries),
    assessors: places(members.assessors),
    criteria: places(members.criteria),
  }
  return {
    rows: rows.map(row => ({
      entries: placeOf.entries.get(row.entries) ?? 0,
      assessors: placeOf.assessors.get(row.assessors) ?? 0,
      criteria: placeOf.criteria.get(row.criteria) ?? 0,
      set: sets.indexOf(setOf(row.criteria)),
      level: levels[setOf(row.criteria)]?.indexOf(row.level) ?? 0,
    })),
    start: {
      entries: new Float64Array(members.entries.length),
      assessors: new Float64Array(members.assessors.length),
      criteria: new Float64Array(members.criteria.length),
      thresholds: sets.map(set => new Float64Array((levels[set]?.length ?? 1) - 1)),
    },
    members,
    sets,
  }
}

type Prepared = { design: Design; trimmed: Trimmed; live: Live; scale: readonly number[] }
type Measured = Pick<RaschElement, 'measure' | 'se' | 'infit' | 'outfit' | 'extreme'>

/** What is reported of a fit, in the order of the design. */
export const estimatesOf = (prepared: Prepared, fit: Extract<Fit, { converged: true }>): RaschEstimates => {
  const { design, trimmed, live, scale } = prepared
  const { measures, iterations, largestStep, logLikelihood } = fit
  const measured = measuredOf(prepared, measures)
  const pointsOf = (set: number) => (trimmed.levels[set] ?? []).map(level => scale[level] ?? 0)
  const average = mean(measures.entries)
  const marksOn = Map.groupBy(design.rows, row => row.criteria)
  const averages = design.ids.criteria.map((_, criterion) =>
    mean((marksOn.get(criterion) ?? []).map(row => scale[row.level] ?? 0).sort((a, b) => a - b)),
  )
  /** Mean over criteria of the expected mark; on one that tells nothing, of the marks given. */
  const fairAt = (measure: number, criteria: readonly number[]): number =>
    mean(
      criteria.map(criterion => {
        const set = design.setOf(criterion)
        const thresholds = measures.thresholds[live.sets.indexOf(set)]
        const difficulty = measured.criteria.get(criterion)?.measure
        if (!thresholds || typeof difficulty !== 'number') return averages[criterion] as number
        const points = pointsOf(set)
        const chances = chancesOf(measure - difficulty, thresholds)
        return points.reduce((sum, point, k) => sum + point * at(chances, k), 0)
      }),
    )
  const all = [...design.ids.criteria.keys()]
  const fairOf = {
    entries: (measure: number) => fairAt(measure, all),
    assessors: (measure: number) => fairAt(average - measure, all),
    criteria: (_: number, index: number) => fairAt(average, [index]),
  }
  const elements = (facet: Facet): RaschElement[] =>
    design.ids[facet].map((id, index) => {
      const own = measured[facet].get(index) ?? NOTHING
      return { id, ...own, fair: own.measure === null ? null : fairOf[facet](own.measure, index) }
    })
  return {
    entries: elements('entries'),
    assessors: elements('assessors'),
    criteria: elements('criteria'),
    thresholds: live.sets.flatMap((set, s) => {
      const points = pointsOf(set)
      const criterion = measures.thresholds.length > 1 ? (design.ids.criteria[set] ?? null) : null
      return Array.from(measures.thresholds[s] ?? [], (measure, h) => ({
        criterion,
        from: points[h] ?? 0,
        to: points[h + 1] ?? 0,
        measure,
      }))
    }),
    convergence: { iterations, largestStep, logLikelihood },
  }
}

const NOTHING: Measured = { measure: null, se: null, infit: null, outfit: null, extreme: 'same' }

/** The elements estimated together, then those taken out, the last taken out first: each knows the others by then. */
const measuredOf = ({ design, trimmed, live }: Prepared, measures: Measures) => {
  const measured: Record<Facet, Map<number, Measured>> = {
    entries: new Map(),
    assessors: new Map(),
    criteria: new Map(),
  }
  for (const facet of FACETS) {
    const own = Map.groupBy(live.rows, row => row[facet])
    live.members[facet].forEach((index, i) => {
      const fit = fitOf(own.get(i) ?? [], measures)
      measured[facet].set(index, { measure: at(measures[facet], i), extreme: null, ...fit })
    })
  }
  for (const { facet, index, extreme, rows } of trimmed.removed.toReversed()) {
    const known = rows.flatMap(row => {
      const thresholds = measures.thresholds[live.sets.indexOf(design.setOf(row.criteria))]
      const parts = FACETS.filter(other => other !== facet).map(other => {
        const measure = measured[other].get(row[other])?.measure ?? Number.NaN
        return other === 'entries' ? measure : -measure
      })
      const offset = parts.reduce((sum, part) => sum + part, 0)
      return thresholds && !Number.isNaN(offset) ? [{ offset, thresholds }] : []
    })
    const most = known.reduce((sum, { thresholds }) => sum + thresholds.length, 0)
    if (extreme === 'same' || most === 0) {
      measured[facet].set(index, { ...NOTHING, extreme })
      continue
    }
    const score = extreme === 'highest' ? most - INWARDS : INWARDS
    const found = measureFor(known, score, facet === 'entries' ? 1 : -1)
    measured[facet].set(index, { ...found, infit: null, outfit: null, extreme })
  }
  return measured
}
