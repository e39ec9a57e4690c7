/** From data to results: leaves, then groups, then ranks. */
import { awardsOf } from './awards.ts'
import { combine } from './combine.ts'
import type { Data } from './data.ts'
import type { Calls } from './functions.ts'
import { type Leaves, scoreLeaves } from './leaves.ts'
import type { Plan } from './plan.ts'
import { rank } from './rank.ts'
import type { NodeResult, Results } from './results.ts'

/**
 * Scores, combines and ranks.
 *
 * @param data made by `tabulate` from the same rubric
 * @param calls results of the rubric's functions (`callFunctions`); needed only where a criterion has one
 * @throws RubricError `function-unknown` when a function criterion has no result in `calls`. Whatever goes wrong with one
 * criterion of one entry is not thrown: it is that entry's outcome, and stands in `errors`.
 *
 * @example
 * const plan = compile(rubric)
 * const results = evaluate(plan, tabulate(rubric, rows))
 */
export const evaluate = (plan: Plan, data: Data, calls?: Calls): Results =>
  resultsOf(plan, data, scoreLeaves(plan, data, calls))

/**
 * Combines and ranks leaves that are scored already. For a what-if: score the leaves once, then
 * `resultsOf(withWeights(plan, changes), data, leaves)` after each move of a weight.
 */
export const resultsOf = (plan: Plan, data: Data, leaves: Leaves): Results => {
  const { nodes, errors } = combine(plan, leaves, data.ids)
  const { order, ...ranks } = rank(plan, nodes, data)
  return {
    ids: data.ids,
    categories: plan.categories,
    category: data.category,
    nodes: new Map(nodes.slice(0, -1).map(node => [node.path, node])),
    total: nodes[nodes.length - 1] as NodeResult,
    ...ranks,
    awards: awardsOf(plan, nodes, { order, ...ranks }, data.category),
    errors: [...leaves.errors, ...errors],
  }
}
