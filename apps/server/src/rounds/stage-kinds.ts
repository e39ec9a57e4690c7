import type { RubricData, StageKind } from '@tumstock/rubric/contract'
import { stageKind } from '@tumstock/rubric/schema/criterion'
import { leaves } from '@tumstock/rubric/tree'

/** False: the edition's stage of this kind is left out; true: one is added. */
export type Kinds = Readonly<Record<string, boolean>>

/** The edition with the stages that the round has, in the usual order; what is said of a stage goes where the stage goes. */
export function withKinds(rubric: RubricData, kinds: Kinds): RubricData {
  const own = rubric.stages.filter(({ kind }) => kinds[kind] !== false)
  const added = stageKind.options
    .filter(kind => kinds[kind] === true && !own.some(stage => stage.kind === kind))
    .map(kind => ({ kind }))
  if (added.length === 0 && own.length === rubric.stages.length) return rubric
  const stages = [...own, ...added].toSorted((a, b) => placeOf(a.kind) - placeOf(b.kind))
  const kindAt = (index: string) => rubric.stages[Number(index)]?.kind
  const sources = rubric.sources
    .map(source => ({
      ...source,
      about: source.about.flatMap(path => {
        const [, index = '', rest = ''] = /^stages\.(\d+)(.*)$/.exec(path) ?? []
        const place = stages.findIndex(stage => stage.kind === kindAt(index))
        if (index === '') return [path]
        return place === -1 ? [] : [`stages.${place}${rest}`]
      }),
    }))
    .filter(source => source.about.length > 0)
  return { ...rubric, stages, sources }
}

const placeOf = (kind: StageKind): number => stageKind.options.indexOf(kind)

export const isKind = (kind: string): boolean => (stageKind.options as readonly string[]).includes(kind)

/** The first stage that is left out although a criterion is scored in it, with that criterion's path. */
export function neededKind(rubric: RubricData, kinds: Kinds): { kind: StageKind; path: string } | undefined {
  const found = leaves(rubric).find(({ criterion }) => kinds[criterion.stage] === false)
  return found && { kind: found.criterion.stage, path: found.path }
}
