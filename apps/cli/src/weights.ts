import { existsSync } from 'node:fs'
import { type Allocation, allocateBudget } from '@tumstock/engine/budget-allocation'
import { componentWeights } from '@tumstock/engine/component-weights'
import { evaluate } from '@tumstock/engine/evaluate'
import { scoreLeaves } from '@tumstock/engine/leaves'
import { optimiseWeights } from '@tumstock/engine/optimise-weights'
import { compareInPairs } from '@tumstock/engine/pairwise-comparison'
import {
  effectiveWeights,
  equalWeights,
  ownWeights,
  partsOf,
  type WeightSet,
} from '@tumstock/engine/weight-set'
import { z } from 'zod'
import { BadInput } from './failure.ts'
import { csvText, formatOf, jsonText, put } from './output.ts'
import { bytesOf, readSubject, type Subject } from './subject.ts'

type Options = {
  rubric: string
  data: string
  by: string
  group: string
  from?: string
  year?: string
  format: string
  out?: string
}

/** Weights that a group could have, and what they rest on; as CSV the weights alone. */
type Found = { weights: WeightSet }
type Ask = { subject: Subject; group: string; from: () => Promise<unknown> }

const allocations = z.array(z.strictObject({ who: z.string(), points: z.record(z.string(), z.number()) }))
const matrix = z.array(z.array(z.number()))

const WAYS: Readonly<Record<string, (ask: Ask) => Found | Promise<Found>>> = {
  own: ({ subject }) => ({ weights: ownWeights(subject.plan) }),
  equal: ({ subject }) => ({ weights: equalWeights(subject.plan) }),
  effective: ({ subject }) => ({ weights: effectiveWeights(subject.plan) }),
  components: ({ subject: { plan, data, calls }, group }) =>
    componentWeights(plan, evaluate(plan, data, calls), group),
  balance: ({ subject, group }) => optimised(subject, group, 'balance'),
  infomax: ({ subject, group }) => optimised(subject, group, 'infomax'),
  budget: async ({ subject, group, from }) => {
    const parts = allocateBudget(subject.plan, group, held(allocations, await from()) satisfies Allocation[])
    return { parts, weights: Object.fromEntries(parts.map(({ path, mean }) => [path, mean])) }
  },
  pairs: async ({ subject, group, from }) => compareInPairs(subject.plan, group, held(matrix, await from())),
}

/** Finds weights for the parts of a group, from the data or from what people said; unrounded. */
export async function weights(options: Options): Promise<void> {
  const format = formatOf(options.format)
  const { by, group, from } = options
  const way = Object.hasOwn(WAYS, by) ? WAYS[by] : undefined
  if (!way) throw new BadInput(`--by ${by}: allowed are ${Object.keys(WAYS).join(', ')}.`)
  const found = await way({ subject: await readSubject(options), group, from: () => jsonAt(from, by) })
  const lines = Object.entries(found.weights).map(([path, weight]) => ({ path, weight }))
  await put(format === 'csv' ? csvText(lines) : jsonText({ by, ...found }), options.out)
}

const optimised = ({ plan, data, calls }: Subject, group: string, by: 'balance' | 'infomax') =>
  optimiseWeights(plan, data, scoreLeaves(plan, data, calls), { paths: partsOf(plan, group), aim: { by } })

async function jsonAt(path: string | undefined, by: string): Promise<unknown> {
  if (path === undefined || !existsSync(path))
    throw new BadInput(`--by ${by}: needs --from, a JSON file with what people said.`)
  const text = (await bytesOf('--from', path)).toString('utf8')
  try {
    return JSON.parse(text)
  } catch (problem) {
    throw new BadInput(
      `--from ${path}: is not JSON (${problem instanceof Error ? problem.message : problem}).`,
    )
  }
}

function held<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new BadInput(`--from, at ${issue?.path.join('.') || 'the top'}: ${issue?.message}.`)
}
