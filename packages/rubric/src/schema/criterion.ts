/** How it is scored. */
import { z } from 'zod'
import type { Combine, Criterion, Group, Leaf, Missing, Scoring, StageKind } from '../contract.ts'
import { isObject, keyed, oneOf, share, strict, text } from './strict.ts'

export const missing: z.ZodType<Missing> = oneOf<Missing>(value =>
  isObject(value) ? strict({ needs: z.number() }) : z.enum(['zero', 'exclude', 'block']),
)

export const combine = z.enum(['mean', 'geometric', 'harmonic', 'min', 'median']) satisfies z.ZodType<Combine>

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

export const scoring = z.discriminatedUnion('by', [
  strict({ by: z.literal('points') }),
  strict({ by: z.literal('linear'), from: z.number(), to: z.number(), log: z.literal(true).exactOptional() }),
  strict({ by: z.literal('bands'), bands: z.array(z.tuple([z.number(), share])).min(1) }),
  strict({
    by: z.enum(['minmax', 'zscore', 'percentile', 'rank']),
    lowerIsBetter: z.literal(true).exactOptional(),
    treat: z.enum(['winsorise', 'log']).exactOptional(),
  }),
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
