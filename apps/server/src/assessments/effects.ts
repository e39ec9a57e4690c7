import { type Effect, effectsOf } from '@tumstock/engine/effect'
import { LAYERS, type Layer } from '@tumstock/engine/layer'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Category, RubricData } from '@tumstock/rubric/contract'
import type { Context } from '../context.ts'
import type { Participant } from '../entries/rows.ts'
import { scoreAlone } from '../results/score-round.ts'
import type { EntryRow, RoundRow } from '../standing.ts'

/** What stands in each layer of one question; null: nothing shows what is claimed. */
export type Stack = Partial<Record<Layer, AnswerValue | null>>

type Of = {
  round: RoundRow
  entry: EntryRow
  rubric: RubricData
  stacks: ReadonlyMap<string, Stack>
}

/** A criterion with what it is worth. */
export type Worth = Pick<Effect, 'path' | 'title' | 'outOf'> & {
  /** Null where it has none, or where its rule places the entry among the others. */
  value: number | null
}

type Effects = {
  /** What a layer does to the criteria that read the question, against the layer beneath, all else as it stands. */
  of: (question: string, layer: Layer) => Effect[]
  /** The criteria that read the question, as the answers stand. */
  worth: (question: string) => Worth[]
}

/** The entry is scored alone, beside itself with another answer: nothing about other entries is told. */
export async function effectsOn(
  ctx: Pick<Context, 'rubrics'>,
  { round, entry, rubric, stacks }: Of,
): Promise<Effects> {
  const standing: Record<string, AnswerValue | null> = {}
  for (const [question, stack] of stacks) standing[question] = topOf(stack)
  const rows = new Map<string, number>()
  const participants = [participantOf(entry, standing)]
  for (const [question, stack] of stacks)
    for (const layer of layersIn(stack)) {
      rows.set(`${layer} ${question}`, participants.length)
      const answers = { ...standing, [question]: stack[layer] ?? null }
      participants.push(participantOf({ ...entry, id: `${layer} ${question}` }, answers))
    }
  const { leaves } = await scoreAlone(ctx, rubric, participants, round)
  const nodes = new Map(leaves.byNode.flatMap(node => (node ? [[node.path, node] as const] : [])))
  const rowOf = (question: string, layer: Layer) => rows.get(`${layer} ${question}`) ?? STANDING
  return {
    of: (question, layer) => {
      const layers = layersIn(stacks.get(question) ?? {})
      const below = layers[layers.indexOf(layer) - 1] ?? 'claim'
      return effectsOf(rubric, nodes, { question, rows: [rowOf(question, below), rowOf(question, layer)] })
    },
    worth: question =>
      effectsOf(rubric, nodes, { question, rows: [STANDING, STANDING] }).map(
        ({ path, title, outOf, after }) => ({ path, title, outOf, value: after }),
      ),
  }
}

/** The row of the entry as it stands. */
const STANDING = 0

/** Layers that say something of a question that somebody looked at; the claim also where there is none. */
const layersIn = (stack: Stack): Layer[] =>
  stack.desk === undefined && stack.visit === undefined
    ? []
    : LAYERS.filter(layer => layer === 'claim' || stack[layer] !== undefined)

const topOf = ({ claim, desk, visit }: Stack): AnswerValue | null =>
  visit !== undefined ? visit : desk !== undefined ? desk : (claim ?? null)

const participantOf = (
  { id, name, kind, country, population, category, categoryReason, participation }: EntryRow,
  answers: Readonly<Record<string, AnswerValue | null>>,
): Participant => ({
  id,
  // Rows of one entry beside each other: what the rubric says of a unit by name is about none of them.
  units: [],
  name,
  kind: kind as Category['kind'],
  country,
  population,
  category,
  categoryReason,
  participation,
  unranked: false,
  unsubmitted: false,
  answers: Object.fromEntries(
    Object.entries(answers).filter((pair): pair is [string, AnswerValue] => pair[1] !== null),
  ),
  layers: {},
  marks: {},
})
