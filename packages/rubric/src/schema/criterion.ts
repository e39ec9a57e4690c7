/** How it is scored. */
import { z } from 'zod'
import { COMBINE_WORDS } from '../combine.ts'
import type { Combine, Criterion, Group, Leaf, Missing, Scoring, StageKind } from '../contract.ts'
import { isObject, keyed, oneOf, share, strict, text } from './strict.ts'

export const missing: z.ZodType<Missing> = oneOf<Missing>(value =>
  isObject(value) ? strict({ needs: z.number() }) : z.enum(['zero', 'exclude', 'block']),
)

/** Where it is an object, its key says which of them was meant. */
export const combine: z.ZodType<Combine> = oneOf<Combine>(value => {
  if (!isObject(value)) return z.enum(COMBINE_WORDS)
  if ('power' in value) return strict({ power: z.number() })
  if ('benefitOfDoubt' in value) return strict({ benefitOfDoubt: z.tuple([share, share]) })
  return z.never('is neither { power: 2 } nor { benefitOfDoubt: [0, 1] }, with numbers of your own.')
})

/** In their usual order: the check of a round's stages holds them against it. */
export const stageKind = z.enum([
  'nomination',
  'survey',
  'verification',
  'shortlist',
  'siteVisit',
  'jury',
  'publication',
]) satisfies z.ZodType<StageKind>

const flag = z.literal(true).exactOptional()

export const scoring = z.discriminatedUnion('by', [
  strict({ by: z.literal('points') }),
  strict({ by: z.literal('linear'), from: z.number(), to: z.number(), log: flag, open: flag }),
  strict({ by: z.literal('bands'), bands: z.array(z.tuple([z.number(), share])).min(1) }),
  strict({
    by: z.literal('minmax'),
    lowerIsBetter: flag,
    range: z.tuple([z.number(), z.number()]).exactOptional(),
  }),
  strict({
    by: z.literal('zscore'),
    lowerIsBetter: flag,
    open: strict({ mean: z.number(), sd: z.number().positive() }).exactOptional(),
  }),
  strict({
    by: z.enum(['percentile', 'rank', 'borda']),
    lowerIsBetter: flag,
    ties: z.literal('least').exactOptional(),
  }),
  strict({ by: z.literal('reference'), entry: text, lowerIsBetter: flag, cap: flag }),
  strict({ by: z.literal('target'), target: z.number(), lowerIsBetter: flag, cap: flag }),
  strict({ by: z.literal('shareOfBest'), lowerIsBetter: flag }),
  strict({
    by: z.literal('panel'),
    scale: z.array(strict({ text, points: z.number() })),
    trim: z.number().min(0).lt(0.5).exactOptional(),
  }),
  strict({ by: z.literal('function'), name: z.string() }),
]) satisfies z.ZodType<Scoring>

const base = {
  title: text,
  why: text,
  weight: z.number(),
  missing,
  onlyIn: z.array(z.string()).min(1).exactOptional(),
  crosswalk: z.record(z.string(), share).exactOptional(),
}

export const leaf = strict({
  ...base,
  reads: z.array(z.string()),
  scoring,
  stage: stageKind,
}) satisfies z.ZodType<Leaf>

export const group = strict({
  ...base,
  combine,
  children: keyed(z.lazy((): z.ZodType<Criterion> => criterion)),
}) satisfies z.ZodType<Group>

/** A group is told by its `children` or `combine`. */
export const criterion: z.ZodType<Criterion> = oneOf<Criterion>(value =>
  isObject(value) && ('children' in value || 'combine' in value) ? group : leaf,
)
