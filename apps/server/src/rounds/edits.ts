import type { Category, Criterion, Question, RubricData } from '@tumstock/rubric/contract'
import { translate } from '@tumstock/rubric/text'
import { matches } from '@tumstock/rubric/tree'
import { z } from 'zod'
import { withKinds } from './stage-kinds.ts'

const path = z.string().min(1).max(300)
/** By stage kind. */
export const kinds = z.record(path, z.boolean())
const limit = z.int().min(0).nullable()

/** What a round changes in its edition. Everything else is the edition's. */
export const edits = z.strictObject({
  /** By criterion path. */
  weights: z.record(path, z.number().min(0, 'a weight is 0 or more')),
  /** Limits of prize classes, in inhabitants; null is no limit. */
  categories: z.record(path, z.strictObject({ from: limit, below: limit })),
  /** By text path, in the rubric's base language. */
  texts: z.record(path, z.string().trim().min(1, 'a text cannot be empty').max(10_000)),
  /** False: not asked in this round. */
  questions: z.record(path, z.boolean()),
  /** How many, by award. */
  nominees: z.record(path, z.int().min(1)),
  /** False: a stage of the edition's that this round does without; true: one that it has beyond them. */
  kinds: kinds.default({}),
})

export type Edits = z.infer<typeof edits>

export const NO_EDITS: Edits = {
  weights: {},
  categories: {},
  texts: {},
  questions: {},
  nominees: {},
  kinds: {},
}

type Tree = RubricData['criteria']

/** A round's edits as they are stored. */
export const editsOf = (round: { edits: string }): Edits => edits.parse(JSON.parse(round.edits))

/** The edition as this round runs it. Same base and same edits give the same definition. */
export function resolve(
  base: RubricData,
  { weights, categories, texts, questions, nominees, kinds }: Edits,
): RubricData {
  const translated = withKinds(translate(base, { editions: { [base.edition]: texts } }), kinds)
  const off = new Set(Object.keys(questions).filter(id => questions[id] === false))
  const criteria = without(weigh(translated.criteria, weights), off)
  const resolved = {
    ...translated,
    questions: pick(translated.questions, id => !off.has(id)) as Record<string, Question>,
    criteria,
    categories: map(translated.categories, (category, id) => limited(category, categories[id])),
    awards: map(translated.awards, (award, id) => {
      const count = nominees[id]
      return count === undefined ? award : { ...award, nominees: count }
    }),
  }
  return off.size === 0 ? resolved : { ...resolved, sources: sourcesOf(resolved) }
}

function weigh(tree: Tree, weights: Edits['weights'], prefix = 'criteria.'): Tree {
  return map(tree, (criterion, key) => {
    const at = `${prefix}${key}`
    const weighed = { ...criterion, weight: weights[at] ?? criterion.weight }
    return 'children' in weighed
      ? { ...weighed, children: weigh(weighed.children, weights, `${at}.children.`) }
      : weighed
  })
}

/** Leaves no longer read what is not asked; those with nothing left to read go, and groups that they leave empty. */
function without(tree: Tree, off: ReadonlySet<string>): Tree {
  const kept: Record<string, Criterion> = {}
  for (const [key, criterion] of Object.entries(tree)) {
    if ('children' in criterion) {
      const children = without(criterion.children, off)
      if (Object.keys(children).length > 0) kept[key] = { ...criterion, children }
    } else {
      const reads = criterion.reads.filter(id => !off.has(id))
      if (reads.length > 0 || criterion.reads.length === 0) kept[key] = { ...criterion, reads }
    }
  }
  return kept
}

/** Sources say nothing of what is no longer there. */
function sourcesOf(rubric: RubricData): RubricData['sources'] {
  const paths = [...pathsIn(rubric, '')]
  const stands = (about: string) => paths.some(path => matches(about, path))
  return rubric.sources
    .map(source => ({ ...source, about: source.about.filter(stands) }))
    .filter((source, i) => source.about.length > 0 || rubric.sources[i]?.about.length === 0)
}

function* pathsIn(value: object, prefix: string): Generator<string> {
  for (const [key, inner] of Object.entries(value)) {
    yield `${prefix}${key}`
    if (typeof inner === 'object' && inner !== null) yield* pathsIn(inner, `${prefix}${key}.`)
  }
}

function limited(category: Category, limits: Edits['categories'][string] | undefined): Category {
  if (!limits) return category
  const { population: _, ...rest } = category
  const { from, below } = limits
  if (from === null && below === null) return rest
  return { ...rest, population: { ...(from !== null && { from }), ...(below !== null && { below }) } }
}

const map = <T>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => T,
): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))

const pick = <T>(record: Readonly<Record<string, T>>, keep: (key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)))
