import type { RubricData, StageKind } from '../contract.ts'
import { nameOf } from '../error.ts'
import type { Finding } from '../problem.ts'
import { stageKind } from '../schema/criterion.ts'
import { criterionAt, matches, walk } from '../tree.ts'
import { repeated, unknownName } from './names.ts'
import { isAscending } from './scoring.ts'

const USUAL_ORDER: readonly StageKind[] = stageKind.options

/** How a round runs and ends: stages, awards, tie-breaks, the scale. */
export function* checkRound(rubric: RubricData): Generator<Finding> {
  yield* checkStages(rubric.stages.map(stage => stage.kind))
  yield* checkAwards(rubric)
  for (const [i, path] of rubric.tieBreak.entries())
    if (criterionAt(rubric, path) === undefined) yield noCriterion(`tieBreak.${i}`, path, rubric)
  for (const { value, index } of repeated(rubric.tieBreak))
    yield {
      code: 'duplicate',
      path: `tieBreak.${index}`,
      says: `“${value}” is listed before. Each breaks a tie once.`,
    }
  const grades = rubric.scale.grades?.map(([atLeast]) => atLeast) ?? []
  if (!isAscending(grades) || grades.some(atLeast => atLeast < 0 || atLeast > 100))
    yield {
      code: 'bad-order',
      path: 'scale.grades',
      says: 'are not ascending per cents. Each begins above the one before, 0 to 100.',
    }
}

function* checkStages(kinds: readonly StageKind[]): Generator<Finding> {
  for (const { value, index } of repeated(kinds))
    yield {
      code: 'duplicate',
      path: `stages.${index}`,
      says: `a stage of kind “${value}” comes before. Each kind at most once.`,
    }
  const published = kinds.indexOf('publication')
  if (published !== -1 && published < kinds.length - 1)
    yield {
      code: 'bad-order',
      path: `stages.${published}`,
      says: 'publication is not the last stage. Nothing follows it.',
    }
  const places = kinds.filter(kind => kind !== 'publication').map(kind => USUAL_ORDER.indexOf(kind))
  if (places.some((place, i) => place < (places[i - 1] ?? 0)))
    yield {
      code: 'bad-order',
      severity: 'warning',
      path: 'stages',
      says: `the order is unusual. Usual: ${USUAL_ORDER.join(', ')}.`,
    }
}

function* checkAwards(rubric: RubricData): Generator<Finding> {
  for (const [id, award] of Object.entries(rubric.awards)) {
    const path = `awards.${id}`
    if (award.per === 'category' && Object.keys(rubric.categories).length === 0)
      yield {
        code: 'unknown-reference',
        path: `${path}.per`,
        says: 'there are no categories. Define some, or give it per round.',
      }
    if (award.nominees !== undefined && award.nominees < (award.winners ?? 1))
      yield {
        code: 'bad-range',
        path: `${path}.nominees`,
        says: `${award.nominees} nominees for ${award.winners ?? 1} winners. There are at least as many nominees.`,
      }
    for (const floor of Object.keys(award.floors ?? {}))
      if (criterionAt(rubric, floor) === undefined) yield noCriterion(`${path}.floors`, floor, rubric)
  }
}

const noCriterion = (path: string, written: string, rubric: RubricData): Finding =>
  unknownName(
    path,
    `criterion “${written}”`,
    [...walk(rubric)].map(visit => visit.path),
  )

/** Who the rubric says it is, and what it says that it rests on. */
export function* checkIdentity(rubric: RubricData): Generator<Finding> {
  if (rubric.basedOn === nameOf(rubric))
    yield { code: 'bad-value', path: 'basedOn', says: 'a rubric cannot be based on itself.' }
  if (!rubric.languages.includes(rubric.baseLanguage))
    yield unknownName('baseLanguage', `language “${rubric.baseLanguage}” among languages`, rubric.languages)
  for (const { value, index } of repeated(rubric.languages))
    yield { code: 'duplicate', path: `languages.${index}`, says: `“${value}” is listed before.` }
  const paths = [...pathsIn(rubric, '')]
  for (const [i, source] of rubric.sources.entries())
    for (const [j, about] of source.about.entries())
      if (!paths.some(path => matches(about, path)))
        yield {
          code: 'unknown-reference',
          path: `sources.${i}.about.${j}`,
          says: `nothing in the rubric is at “${about}”. A path is written as criteria.plan.weight, * for any one segment.`,
        }
}

function* pathsIn(value: object, prefix: string): Generator<string> {
  for (const [key, inner] of Object.entries(value)) {
    yield `${prefix}${key}`
    if (typeof inner === 'object' && inner !== null) yield* pathsIn(inner, `${prefix}${key}.`)
  }
}
