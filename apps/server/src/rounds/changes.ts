import type { RubricData } from '@tumstock/rubric/contract'
import { textsOf } from '@tumstock/rubric/text'
import { criterionAt } from '@tumstock/rubric/tree'
import type { Edits } from './edits.ts'
import { isKind } from './stage-kinds.ts'

/** One difference from the edition. */
export type Change = {
  path: string
  from: string | number | boolean | null
  to: string | number | boolean | null
}

/** What the edits change, one line each; what they set to the edition's own value is no change. */
export function changesOf(base: RubricData, edits: Edits): Change[] {
  const texts = textsOf(base)
  const all: Change[] = [
    ...Object.entries(edits.weights).map(([path, to]) => ({
      path: `${path}.weight`,
      from: criterionAt(base, path)?.weight ?? null,
      to,
    })),
    ...Object.entries(edits.categories).flatMap(([id, { from, below }]) => {
      const population = base.categories[id]?.population
      return [
        { path: `categories.${id}.population.from`, from: population?.from ?? null, to: from },
        { path: `categories.${id}.population.below`, from: population?.below ?? null, to: below },
      ]
    }),
    ...Object.entries(edits.texts).map(([path, to]) => ({ path, from: texts.get(path) ?? null, to })),
    ...Object.entries(edits.questions).map(([id, to]) => ({ path: `questions.${id}`, from: true, to })),
    ...Object.entries(edits.nominees).map(([id, to]) => ({
      path: `awards.${id}.nominees`,
      from: base.awards[id]?.nominees ?? null,
      to,
    })),
    ...Object.entries(edits.kinds).map(([kind, to]) => ({
      path: `stages.${kind}`,
      from: base.stages.some(stage => stage.kind === kind),
      to,
    })),
  ]
  return all.filter(change => change.from !== change.to)
}

/** The first edit of something that the edition does not have. */
export function strayEdit(base: RubricData, edits: Edits): string | undefined {
  const texts = textsOf(base)
  return [
    ...Object.keys(edits.weights).filter(path => criterionAt(base, path) === undefined),
    ...Object.keys(edits.categories)
      .filter(id => !Object.hasOwn(base.categories, id))
      .map(id => `categories.${id}`),
    ...Object.keys(edits.texts).filter(path => !texts.has(path)),
    ...Object.keys(edits.questions)
      .filter(id => !Object.hasOwn(base.questions, id))
      .map(id => `questions.${id}`),
    ...Object.keys(edits.nominees)
      .filter(id => !Object.hasOwn(base.awards, id))
      .map(id => `awards.${id}`),
    ...Object.keys(edits.kinds)
      .filter(kind => !isKind(kind))
      .map(kind => `stages.${kind}`),
  ][0]
}
