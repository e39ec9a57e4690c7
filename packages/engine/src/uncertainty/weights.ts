/** Weights with noise on them. */
import type { Plan } from '../score/plan.ts'
import { seedOf, uniform } from './random.ts'

/** Which weights a factor moves, and how far. */
export type Noise = { factor: number; by: number; nodes: Int32Array }

/**
 * The nodes of an assumption about weights, in the order of their paths, so that who draws what does not depend on how the
 * rubric is written down.
 *
 * @param of paths that are known to lead to criteria; by default all that have siblings
 */
export const noiseOf = (
  plan: Plan,
  factor: number,
  { by, of }: { by: number; of?: readonly string[] },
): Noise => {
  const paths = of ?? plan.nodes.flatMap(node => (hasSiblings(plan, node.index) ? [node.path] : []))
  const nodes = paths.toSorted().map(path => plan.indexByPath.get(path) as number)
  return { factor, by, nodes: Int32Array.from(nodes) }
}

const hasSiblings = (plan: Plan, index: number): boolean => {
  const parent = plan.nodes[plan.nodes[index]?.parent ?? -1]
  return parent?.kind === 'group' && parent.children.length > 1
}

/**
 * Multiplies each weight by 1 + by·(2U − 1), U uniform and independent from the stream that the coordinate stands for.
 *
 * @param weights by node index, changed in place
 */
export const addNoise = ({ factor, by, nodes }: Noise, coordinate: number, weights: Float64Array): void => {
  const seed = seedOf(coordinate)
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as number
    weights[node] = (weights[node] as number) * (1 + by * (2 * uniform(seed, factor, i) - 1))
  }
}
