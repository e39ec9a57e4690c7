import { lineOf } from '@tumstock/rubric/error'
import { openPlugin } from '@tumstock/rubric/load'
import { isOpen } from '@tumstock/rubric/relative'
import { leaves } from '@tumstock/rubric/tree'
import type { Row } from '../score/data.ts'
import { explain } from '../score/explain.ts'
import { type Explanation, OUTCOMES, type Results, SCORED } from '../score/results.ts'
import { generateRows } from './generate.ts'
import { type Subject, score } from './subject.ts'

const nodesOf = (results: Results) => [...results.nodes.values(), results.total]

/** Criteria and groups whose values may leave 0..1, since a rule in them has no ends. */
const openPaths = ({ rubric }: Subject): Set<string> => {
  const open = new Set<string>()
  for (const { path, criterion } of leaves(rubric)) {
    if (!isOpen(criterion.scoring)) continue
    const segments = path.split('.')
    // criteria.a.children.b is in criteria.a, which is in criteria.
    for (let length = segments.length; length > 0; length -= 2) open.add(segments.slice(0, length).join('.'))
    open.add('criteria')
  }
  return open
}

/** Whether entries beat each other in a circle too large to order is a matter of the round, not of the rubric. */
const ofTheRound = ({ error }: Results['errors'][number]): boolean => error.code === 'too-many'

/**
 * Generated entries score 0..1 (any number where rules have no ends) or have no score, nothing fails, and every criterion
 * can be scored by somebody.
 */
export const findScores = async (subject: Subject): Promise<string[]> => {
  const { results } = await score(subject, generateRows(subject.rubric))
  const found = new Map<string, string>()
  const faults = results.errors.filter(fault => !ofTheRound(fault))
  for (const { path, error } of faults) found.set(`${path} ${error.code}`, error.message)
  const open = openPaths(subject)
  for (const { path, values, outcomes } of nodesOf(results))
    for (const [entry, value] of values.entries()) {
      const scored = outcomes[entry] === SCORED
      const within = open.has(path) ? Number.isFinite(value) : value >= 0 && value <= 1
      if (scored ? within : Number.isNaN(value)) continue
      const allowed = open.has(path) ? 'a number' : '0 to 1'
      const says = `entry “${results.ids[entry]}” is ${OUTCOMES[outcomes[entry] ?? 0]} with ${value}. A score is ${allowed}.`
      found.set(path, lineOf(subject.name, path, says))
    }
  for (const { path } of leaves(subject.rubric))
    if (!results.nodes.get(path)?.outcomes.includes(SCORED))
      found.set(path, lineOf(subject.name, path, 'no answers give it a score. Check what it reads.'))
  return [...found.values()]
}

/** Both sets of results, entry by entry and node by node. */
const differences = (name: string, [a, b]: [Results, Results], says: string): string[] => {
  const positions = new Map(b.ids.map((id, i) => [id, i]))
  const found = new Set<string>()
  const same = (left: ArrayLike<number>, right: ArrayLike<number>): boolean =>
    a.ids.every((id, i) => Object.is(left[i], right[positions.get(id) ?? -1]))
  for (const node of nodesOf(a)) {
    const other = node.path === a.total.path ? b.total : b.nodes.get(node.path)
    if (!other || !same(node.values, other.values) || !same(node.outcomes, other.outcomes))
      found.add(lineOf(name, node.path, says))
  }
  if (!same(a.rank, b.rank) || !same(a.categoryRank, b.categoryRank)) found.add(lineOf(name, '', says))
  return [...found]
}

const frozen = (rows: readonly Row[]): readonly Row[] => {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
    Object.freeze(value)
    for (const inner of Object.values(value)) freeze(inner)
  }
  freeze(rows)
  return rows
}

/** Scores in a process that has scored nothing before; without functions there is nothing to remember. */
const scoreAnew = async (subject: Subject, rows: readonly Row[]) => {
  if (subject.loaded.functions.length === 0) return score(subject, rows)
  const plugin = await openPlugin(subject.plugin.folder)
  if ('error' in plugin) throw new Error(plugin.error.map(problem => problem.message).join('\n'))
  try {
    return await score({ ...subject, plugin }, rows)
  } finally {
    await plugin.close()
  }
}

/** The same answers score the same, again and whatever the order of the entries. */
export const findManners = async (subject: Subject): Promise<string[]> => {
  const rows = frozen(generateRows(subject.rubric))
  const first = await score(subject, rows)
  const again = await score(subject, rows)
  const turned = await scoreAnew(subject, rows.toReversed())
  const repeated = differences(
    subject.name,
    [first.results, again.results],
    'scored twice, the same answers score differently. A function is pure: no time, no chance, no memory.',
  )
  if (repeated.length > 0) return repeated
  return differences(
    subject.name,
    [first.results, turned.results],
    'the score depends on the order of the entries. Each entry is scored on its own answers.',
  )
}

/** Sums of many parts miss the whole by the last bits only. */
const EXACT = 1e-9

/** Every explanation adds up to the score that it explains. */
export const findExplanations = async (subject: Subject): Promise<string[]> => {
  const { plan, data, results } = await score(subject, generateRows(subject.rubric))
  const tolerance = EXACT * plan.max
  const found = new Set<string>()
  const walk = (node: Explanation): void => {
    const points = node.children.map(child => child.points)
    if (node.points !== null && points.length > 0 && points.every(point => point !== null)) {
      const sum = points.reduce((total, point) => total + point, 0)
      if (Math.abs(sum - node.points) > tolerance)
        found.add(lineOf(subject.name, node.path, `its parts sum to ${sum} points, not to ${node.points}.`))
    }
    for (const child of node.children) walk(child)
  }
  for (const entry of results.ids.keys()) {
    const whole = explain(plan, data, results, entry)
    const total = results.total.values[entry] ?? Number.NaN
    if (whole.value === null ? !Number.isNaN(total) : whole.value !== total)
      found.add(lineOf(subject.name, whole.path, `is explained as ${whole.value}, and scores ${total}.`))
    walk(whole)
  }
  return [...found]
}
