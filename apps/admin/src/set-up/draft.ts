import type { inferInput } from '@trpc/tanstack-react-query'
import type { Category, RubricData } from '@tumstock/rubric/contract'
import { textsOf } from '@tumstock/rubric/text'
import { criterionAt } from '@tumstock/rubric/tree'
import type { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'

/** What one save changes: inside each block only what is named; null goes back to the edition. */
export type Patch = inferInput<typeof trpc.rounds.configure>['patch']

export type Limits = { from: number | null; below: number | null }
export type Window = {
  from: string | null
  to: string | null
  /** Minutes after closing in which an answer is still taken. */
  graceMinutes: number
  /** Until when entries reply to what the stage found. */
  replyUntil: string | null
}
export const NO_TIMES: Window = { from: null, to: null, graceMinutes: 0, replyUntil: null }

/** Everything that can be changed in a draft. The blocks hold only what differs from the edition. */
export type Draft = {
  title: string
  description: string
  year: number
  referenceDate: string
  /** In which the organiser writes times. */
  timeZone: string
  /** The round whose answers are offered again. */
  prefillFrom: string | null
  /** By stage kind. */
  stages: Readonly<Record<string, Window>>
  weights: Readonly<Record<string, number>>
  categories: Readonly<Record<string, Limits>>
  texts: Readonly<Record<string, string>>
  questions: Readonly<Record<string, boolean>>
  nominees: Readonly<Record<string, number>>
  /** By stage kind: true for one beyond the edition's, false for one of them that is left out. */
  kinds: Readonly<Record<string, boolean>>
}

const FIELDS = ['title', 'description', 'year', 'referenceDate', 'timeZone', 'prefillFrom'] as const
const BLOCKS = ['weights', 'categories', 'texts', 'questions', 'nominees', 'kinds'] as const

/** One difference from the edition: where, what the edition has, what this round has. */
export type Difference = {
  path: string
  from: string | number | boolean | null
  to: string | number | boolean | null
  /** What to save to have the edition's own back. */
  back: Patch
}

export const limitsOf = (category: Category | undefined): Limits => ({
  from: category?.population?.from ?? null,
  below: category?.population?.below ?? null,
})

/** A round's own settings, read from what the server says it changes. */
export const draftOf = (round: Pick<Round, 'base' | 'changes' | 'stages' | 'version'> & Basics): Draft => {
  const weights: Record<string, number> = {}
  const categories: Record<string, Limits> = {}
  const texts: Record<string, string> = {}
  const questions: Record<string, boolean> = {}
  const nominees: Record<string, number> = {}
  const kinds: Record<string, boolean> = {}
  for (const { path, to } of round.changes) {
    const [block = '', id = ''] = path.split('.')
    if (block === 'criteria' && path.endsWith('.weight'))
      weights[path.slice(0, -'.weight'.length)] = Number(to)
    else if (block === 'categories' && path.includes('.population.'))
      categories[id] = {
        ...(categories[id] ?? limitsOf(round.base.categories[id])),
        [path.endsWith('.from') ? 'from' : 'below']: to,
      }
    else if (path === `questions.${id}`) questions[id] = to === true
    else if (path === `stages.${id}`) kinds[id] = to === true
    else if (path === `awards.${id}.nominees`) nominees[id] = Number(to)
    else texts[path] = String(to)
  }
  const { title, description, year, referenceDate, timeZone, prefillFrom } = round
  const stages = Object.fromEntries(round.stages.map(({ kind, ...times }) => [kind, times]))
  const basics = { title, description, year, referenceDate, timeZone, prefillFrom }
  return { ...basics, stages, weights, categories, texts, questions, nominees, kinds }
}

type Basics = Pick<Round, (typeof FIELDS)[number]>

/** The settings after a change. */
export const applied = (draft: Draft, patch: Patch): Draft => {
  const next: Record<string, unknown> = { ...draft }
  for (const field of FIELDS) if (patch[field] !== undefined) next[field] = patch[field]
  if (patch.stages) next.stages = { ...draft.stages, ...timesAfter(draft, patch.stages) }
  for (const block of BLOCKS) {
    const change = patch[block]
    if (!change) continue
    const merged = Object.entries({ ...draft[block], ...change }).filter(([, value]) => value !== null)
    next[block] = Object.fromEntries(merged)
  }
  return next as Draft
}

const timesAfter = (draft: Draft, change: NonNullable<Patch['stages']>) =>
  Object.fromEntries(
    Object.entries(change).map(([kind, times]) => [kind, { ...(draft.stages[kind] ?? NO_TIMES), ...times }]),
  )

/** The change that takes `patch` back, made while the settings were `draft`. */
export const inverse = (draft: Draft, patch: Patch): Patch => {
  const back: Record<string, unknown> = {}
  for (const field of FIELDS) if (patch[field] !== undefined) back[field] = draft[field]
  // A stage that is left out loses its times: with it they come back.
  const kinds = [
    ...Object.keys(patch.stages ?? {}),
    ...Object.keys(patch.kinds ?? {}).filter(kind => draft.stages[kind]),
  ]
  if (kinds.length > 0)
    back.stages = Object.fromEntries(kinds.map(kind => [kind, draft.stages[kind] ?? NO_TIMES]))
  for (const block of BLOCKS) {
    const change = patch[block]
    if (change)
      back[block] = Object.fromEntries(Object.keys(change).map(key => [key, draft[block][key] ?? null]))
  }
  return back as Patch
}

/** Two changes as one, the later on top. */
export const merged = (first: Patch, then: Patch): Patch => {
  const both: Record<string, unknown> = { ...first, ...then }
  for (const block of BLOCKS)
    if (first[block] && then[block]) both[block] = { ...first[block], ...then[block] }
  if (first.stages && then.stages) {
    const stages = Object.entries(then.stages).map(([kind, times]) => [
      kind,
      { ...first.stages?.[kind], ...times },
    ])
    both.stages = { ...first.stages, ...Object.fromEntries(stages) }
  }
  return both as Patch
}

/** What a change is about: the path of everything that it sets. */
export const pathsOf = (patch: Patch): string[] => [
  ...FIELDS.filter(field => patch[field] !== undefined),
  ...Object.keys(patch.stages ?? {}).map(kind => `stages.${kind}`),
  ...Object.keys(patch.categories ?? {}).map(id => `categories.${id}`),
  ...Object.keys(patch.weights ?? {}).map(path => `${path}.weight`),
  ...Object.keys(patch.questions ?? {}).map(id => `questions.${id}`),
  ...Object.keys(patch.nominees ?? {}).map(id => `awards.${id}.nominees`),
  ...Object.keys(patch.kinds ?? {}).map(kind => `stages.${kind}`),
  ...Object.keys(patch.texts ?? {}),
]

export const isEmpty = (patch: Patch): boolean => Object.keys(patch).length === 0

/** Everything in which the round differs from its edition, in the order of the steps. */
export const differences = (base: RubricData, draft: Draft): Difference[] => {
  const texts = textsOf(base)
  const all: Difference[] = [
    ...Object.entries(draft.categories).flatMap(([id, limits]) => {
      const own = limitsOf(base.categories[id])
      return (['from', 'below'] as const).map(edge => ({
        path: `categories.${id}.population.${edge}`,
        from: own[edge],
        to: limits[edge],
        back: { categories: { [id]: { ...limits, [edge]: own[edge] } } },
      }))
    }),
    ...Object.entries(draft.weights).map(([path, to]) => ({
      path: `${path}.weight`,
      from: criterionAt(base, path)?.weight ?? null,
      to,
      back: { weights: { [path]: null } },
    })),
    ...Object.entries(draft.questions).map(([id, to]) => ({
      path: `questions.${id}`,
      from: true,
      to,
      back: { questions: { [id]: null } },
    })),
    ...Object.entries(draft.nominees).map(([id, to]) => ({
      path: `awards.${id}.nominees`,
      from: base.awards[id]?.nominees ?? null,
      to,
      back: { nominees: { [id]: null } },
    })),
    ...Object.entries(draft.kinds).map(([kind, to]) => ({
      path: `stages.${kind}`,
      from: base.stages.some(stage => stage.kind === kind),
      to,
      back: { kinds: { [kind]: null } },
    })),
    ...Object.entries(draft.texts).map(([path, to]) => ({
      path,
      from: texts.get(path) ?? null,
      to,
      back: { texts: { [path]: null } },
    })),
  ]
  return all.filter(({ from, to }) => from !== to)
}
