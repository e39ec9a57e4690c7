/** All combinations of the discrete alternatives, each made when a run first asks for it. */
import { type Combined, combine } from '../score/combine.ts'
import { type Leaves, scoreLeaves } from '../score/leaves.ts'
import { compile, type Plan } from '../score/plan.ts'
import type { NodeResult } from '../score/results.ts'
import type { Assumption } from './assumptions.ts'
import { leavesOf, leftOut } from './leave-out.ts'
import { poolOf } from './pool.ts'
import type { Program } from './program.ts'
import { assumed, refuseFaults } from './refuse-faults.ts'
import { refuseNegative } from './refuse-negative.ts'
import { programOf } from './structure.ts'
import type { Subject } from './subject.ts'
import { variantOf } from './variant.ts'
import type { Noise } from './weights.ts'

export type Structures = {
  /** By assumption, how many alternatives it has; 0 where it draws from a stream instead (weights, marks). */
  alternatives: readonly number[]
  /** The total as the rubric has it, of all entries. */
  total: NodeResult
  /** With one alternative for each assumption. Kept: the same alternatives give the same program. */
  programAt: (chosen: ArrayLike<number>) => Program
}

type Given = {
  subject: Subject
  plan: Plan
  assumptions: readonly Assumption[]
  noises: readonly Noise[]
  analysed: Int32Array
}

/** @throws RubricError where the rubric itself cannot be scored; `programAt` where it cannot with these alternatives */
export const structuresOf = ({ subject, plan, assumptions, noises, analysed }: Given): Structures => {
  const { rubric, data, calls } = subject
  const pool = poolOf()
  const programs = new Map<string, Program>()
  const leaves = assumptions.flatMap(one => (one.vary === 'leaveOut' ? leavesOf(plan, one.of) : []))
  const leaveOut = assumptions.findIndex(({ vary }) => vary === 'leaveOut')

  const combinedOf = (variant: Plan, byLeaf: Leaves, under: string): Combined => {
    const combined = combine(variant, byLeaf, data.ids)
    refuseFaults({ plan, leafErrors: byLeaf.errors, combined, ids: data.ids, analysed, under })
    return combined
  }
  const ownLeaves = scoreLeaves(plan, data, calls)
  const own = combinedOf(plan, ownLeaves, 'As the rubric has it.')

  /** What the leaves are worth depends on some of the assumptions alone. */
  const leafKeyOf = (chosen: ArrayLike<number>) =>
    assumptions.map(({ vary }, i) => (ABOUT_LEAVES.has(vary) ? chosen[i] : '')).join()
  const scored = new Map<string, Leaves>()
  if (!assumptions.some(({ vary }) => ABOUT_LEAVES.has(vary))) scored.set(leafKeyOf([]), ownLeaves)
  const leavesAt = (variant: Plan, chosen: ArrayLike<number>): Leaves => {
    const key = leafKeyOf(chosen)
    const known = scored.get(key) ?? scoreLeaves(variant, data, calls)
    scored.set(key, known)
    return known
  }

  const make = (chosen: ArrayLike<number>): Program => {
    const changed = variantOf(rubric, assumptions, chosen)
    const variant = changed === rubric ? plan : compile(changed)
    const byLeaf = leavesAt(variant, chosen)
    const gone = leaveOut === -1 ? undefined : leaves[chosen[leaveOut] as number]
    const left = gone === undefined ? variant : leftOut(variant, gone)
    const isOwn = left === plan && byLeaf === ownLeaves
    const under = assumed(assumptions, chosen)
    const { nodes } = isOwn ? own : combinedOf(left, byLeaf, under)
    refuseNegative({ plan: left, results: nodes, noises, ids: data.ids, analysed, under })
    return programOf(left, nodes, analysed, pool)
  }

  return {
    alternatives: assumptions.map(one => {
      if (one.vary === 'weights' || one.vary === 'marks') return 0
      // The last alternative leaves nothing out.
      return one.vary === 'leaveOut' ? leaves.length + 1 : one.among.length
    }),
    total: own.nodes[own.nodes.length - 1] as NodeResult,
    programAt: chosen => {
      const key = Array.from(chosen).join()
      const program = programs.get(key) ?? make(chosen)
      programs.set(key, program)
      return program
    },
  }
}

const ABOUT_LEAVES: ReadonlySet<Assumption['vary']> = new Set(['step', 'scoring', 'missing'])
