/** Scores of one run, in plain TypeScript: what the kernel is held to. */
import { RubricError } from '@tumstock/rubric/error'
import { makeAcross } from '../combine/across.ts'
import { makeByEntry, ownValueOf } from '../combine/by-entry.ts'
import { countedWeight } from '../score/plan.ts'
import { type NodeResult, SCORED } from '../score/results.ts'
import { into, isSame, outOf } from './domain.ts'
import type { MeanGroup, OtherGroup, Program } from './program.ts'

/**
 * By node index, the values that a run computes, in the domain in which the group above takes them: those of the groups, and
 * of the panels, whose marks may be drawn again.
 */
export type RunRoom = { values: ReadonlyMap<number, Float64Array>; total: Float64Array }

export const runRoom = ({ groups, entries, panels }: Program): RunRoom => {
  const total = new Float64Array(entries.length)
  const values = new Map<number, Float64Array>(panels.map(({ node, column }) => [node, column.slice()]))
  for (const { node } of groups.slice(0, -1)) values.set(node, new Float64Array(entries.length))
  values.set(groups[groups.length - 1]?.node as number, total)
  return { values, total }
}

/**
 * The total of every entry under these weights. The scores of entries that are not ranked mean nothing.
 *
 * @param weights by node index, each that counts above 0
 */
export const scoreRun = (program: Program, weights: Float64Array, room: RunRoom): Float64Array => {
  for (const group of program.groups)
    if (group.kind === 'mean') meanOf(group, weights, room)
    else otherOf(group, weights, room)
  return room.total
}

const meanOf = (group: MeanGroup, weights: Float64Array, { values }: RunRoom): void => {
  const { parts, masks, odd, domain, wanted } = group
  const sums = values.get(group.node) as Float64Array
  sums.fill(0)
  for (const { node, column } of parts) {
    const weight = weights[node] as number
    const part = values.get(node) ?? (column as Float64Array)
    for (let e = 0; e < sums.length; e++) sums[e] = (sums[e] as number) + weight * (part[e] as number)
  }
  const shares = masks.map(mask => 1 / weightOf(group, mask, weights))
  const kept = Float64Array.from(odd.entries, e => sums[e] as number)
  const whole = shares[0] as number
  for (let e = 0; e < sums.length; e++) sums[e] = (sums[e] as number) * whole
  for (let i = 0; i < kept.length; i++) {
    const share = shares[odd.patterns[i] as number]
    if (share !== undefined) sums[odd.entries[i] as number] = (kept[i] as number) * share
  }
  if (!isSame(domain, wanted))
    for (let e = 0; e < sums.length; e++) sums[e] = into(wanted, outOf(domain, sums[e] as number))
  absentOf(group, sums)
}

const weightOf = ({ parts }: MeanGroup, mask: Uint8Array, weights: Float64Array): number => {
  let sum = 0
  for (let p = 0; p < parts.length; p++) if (mask[p] === 1) sum += weights[parts[p]?.node as number] as number
  return sum
}

const absentOf = ({ odd }: MeanGroup | OtherGroup, values: Float64Array): void => {
  for (let i = 0; i < odd.entries.length; i++)
    if (odd.patterns[i] === -1) values[odd.entries[i] as number] = odd.absent[i] as number
}

const otherOf = (group: OtherGroup, weights: Float64Array, room: RunRoom): void => {
  const { nodes, parts, combine, wanted } = group
  for (let p = 0; p < nodes.length; p++) {
    const node = nodes[p] as number
    parts.weights[p] = countedWeight(combine, weights[node] as number)
    const computed = room.values.get(node)
    const child = parts.children[p] as NodeResult
    for (let e = 0; computed && e < computed.length; e++)
      if (child.outcomes[e] === SCORED) child.values[e] = computed[e] as number
  }
  const result = room.values.get(group.node) as Float64Array
  const own = ownValueOf(combine)
  const values = own ? makeByEntry(own, parts, result.length).values : acrossOf(group, result.length)
  for (let e = 0; e < result.length; e++) result[e] = into(wanted, values[e] as number)
  absentOf(group, result)
}

const acrossOf = ({ combine, parts, path, rubric }: OtherGroup, entries: number): Float64Array => {
  const { making, fault } = makeAcross(combine, parts, entries)
  if (fault) throw new RubricError({ code: fault.code, rubric, path, says: fault.says })
  return making.values
}
