/** How severe each assessor is and how good each entry, on one scale of logits: the many-facet Rasch model. */
import { mean } from '../score/statistics.ts'
import { tableOf } from './mark-table.ts'
import type { Mark } from './marks.ts'
import { type Overlap, overlapOf, type Refusal, refusalOf } from './overlap.ts'
import { comparable, type Design, designOf, type Facet, type Trimmed, trim } from './rasch-design.ts'
import { estimatesOf, liveOf, type RaschEstimates } from './rasch-elements.ts'
import { climb } from './rasch-fit.ts'

export type RaschRequest = {
  /** The points that a mark can be, ascending. */
  scale: readonly number[]
  /** One set of thresholds for all (rating scale), or one for each criterion (partial credit). */
  thresholds: 'shared' | 'criterion'
  /** Entries that an assessor must share with others, at least 1. */
  least: number
}

export type Rasch = {
  overlap: Overlap
  raw: Record<Facet, readonly { id: string; marks: number; mean: number }[]>
} & ({ adjusted: RaschEstimates; refused: null } | { adjusted: null; refused: Refusal })

/**
 * The chance of level k over k − 1 (of the levels that occur, 0…m) is, in logits,
 *
 *     ln(P_k / P_{k−1}) = entry − assessor − criterion − F_k        Σ assessors = Σ criteria = Σ F = 0
 *
 * by joint maximum likelihood (Newton's method, to steps below 1e-9 logits). An element whose marks are all at one end is
 * taken out of the estimate and measured afterwards from its score moved 0.3 levels inwards. Standard errors are 1/√information
 * with all other measures held; infit = Σ(x−E)²/ΣV, outfit = mean of (x−E)²/V. Joint estimates are spread too far when
 * entries have few marks, about L/(L−1) for L marks each (twice for two); order and fair marks stay of use, differences
 * in logits should then not be taken at their word.
 *
 * Never adjusted unless each assessor shares at least `least` entries with others, the design can tell every assessor and
 * criterion from every other (`unlinked` names the groups that it cannot), and the likelihood has a finite maximum.
 *
 * Units: logits; fair marks in points of the scale. Marks without a criterion are of the criterion ''.
 * Source: Linacre (1989), *Many-Facet Rasch Measurement*; Wright & Masters (1982), *Rating Scale Analysis*; Andrich (1978),
 * Psychometrika 43, 561–573; Masters (1982), Psychometrika 47, 149–174; existence: Fischer (1981), Psychometrika 46, 59–77.
 *
 * @throws PanelError as `tableOf`; `bad-mark` for a mark that is not on the scale; `bad-option` for a scale or least overlap that is
 * none
 */
export const rasch = (marks: readonly Mark[], request: RaschRequest): Rasch => {
  const design = designOf(marks, request)
  const overlap = overlapOf(tableOf(marks), 'entry')
  const raw = rawOf(design, request.scale)
  const trimmed = trim(design)
  const refused = refusalOf(overlap, request.least) ?? refusalOfDesign(design, trimmed)
  if (refused) return { overlap, raw, adjusted: null, refused }
  const live = liveOf(design, trimmed)
  const fit = climb(live.rows, live.start)
  if (!fit.converged) {
    const { iterations, largestStep } = fit
    return { overlap, raw, adjusted: null, refused: { code: 'not-converged', iterations, largestStep } }
  }
  return {
    overlap,
    raw,
    adjusted: estimatesOf({ design, trimmed, live, scale: request.scale }, fit),
    refused: null,
  }
}

const rawOf = ({ ids, rows }: Design, scale: readonly number[]): Rasch['raw'] => {
  const of = (facet: Facet) => {
    const own = Map.groupBy(rows, row => row[facet])
    return ids[facet].map((id, i) => {
      const points = (own.get(i) ?? []).map(row => scale[row.level] ?? 0)
      return { id, marks: points.length, mean: mean(points.sort((a, b) => a - b)) }
    })
  }
  return { entries: of('entries'), assessors: of('assessors'), criteria: of('criteria') }
}

const refusalOfDesign = (design: Design, { rows }: Trimmed): Refusal | null => {
  if (rows.length === 0) return { code: 'no-variation' }
  const { assessors, criteria } = comparable(design, rows)
  return assessors.length > 1 || criteria.length > 1
    ? { code: 'unlinked', groups: assessors, criteria }
    : null
}
