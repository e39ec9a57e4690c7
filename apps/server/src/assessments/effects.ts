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

/**
 * What each layer of each question does to the criteria that read it, all else as it stands; by question and layer. Of the
 * claim: what the criteria are worth as it stands, with an effect of 0.
 *
 * The entry is scored alone, beside itself with another answer: nothing about other entries is told.
 */
export async function effectsOn(
  ctx: Pick<Context, 'rubrics'>,
  { round, entry, rubric, stacks }: Of,
): Promise<(question: string, layer: Layer) => Effect[]> {
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
  return (question, layer) => {
    const stack = stacks.get(question) ?? {}
    const below = layersIn(stack).findLast(one => LAYERS.indexOf(one) < LAYERS.indexOf(layer)) ?? 'claim'
    const at = (one: Layer) => rows.get(`${one} ${question}`) ?? 0
    return effectsOf(rubric, nodes, { question, rows: [at(below), at(layer)] })
  }
}

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
