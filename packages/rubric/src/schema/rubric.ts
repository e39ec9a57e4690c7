/** A whole rubric, as data. */
import { z } from 'zod'
import type { Award, Category, RubricData, Scale, Source, Stage } from '../contract.ts'
import { combine, criterion, missing, stageKind } from './criterion.ts'
import { indicators, questions } from './question.ts'
import { step } from './steps.ts'
import {
  count,
  EDITION,
  ID,
  isObject,
  keyed,
  NAME_AT_VERSION,
  oneOf,
  share,
  status,
  strict,
  text,
} from './strict.ts'

const scale = strict({
  max: z.number().positive(),
  unit: text,
  decimals: z.int().min(0).max(10),
  grades: z
    .array(z.tuple([z.number(), text]))
    .min(1)
    .exactOptional(),
}) satisfies z.ZodType<Scale>

const category = strict({
  title: text,
  kind: z.enum(['municipality', 'county', 'country']),
  population: strict({ from: count.exactOptional(), below: count.exactOptional() }).exactOptional(),
}) satisfies z.ZodType<Category>

const keep = oneOf<{ top: number } | { atLeast: number }>(value =>
  isObject(value) && 'atLeast' in value ? strict({ atLeast: share }) : strict({ top: z.int().positive() }),
)

const stage = strict({
  kind: stageKind,
  title: text.exactOptional(),
  keep: keep.exactOptional(),
  blind: z.literal(true).exactOptional(),
  seesOthers: z.enum(['never', 'afterOwn', 'always']).exactOptional(),
}) satisfies z.ZodType<Stage>

const award = strict({
  title: text,
  per: z.enum(['category', 'round']),
  decide: z.enum(['points', 'jury', 'vote']),
  nominees: z.int().positive().exactOptional(),
  winners: z.int().positive().exactOptional(),
  floors: z.record(z.string(), share).exactOptional(),
}) satisfies z.ZodType<Award>

const source = strict({
  about: z.array(z.string()).min(1),
  says: text,
  where: text,
  status,
}) satisfies z.ZodType<Source>

const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language tag such as nb or sv.')

export const rubric = strict({
  apiVersion: z.literal(1),
  id: z.string().regex(ID, 'is not kebab-case, such as walkable-towns.'),
  edition: z.string().regex(EDITION, 'is not lower-case letters, digits, hyphens and points, such as 2026.'),
  basedOn: z.string().regex(NAME_AT_VERSION, 'is not written as id@edition.').exactOptional(),
  title: text,
  owner: text,
  country: z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code such as NO.'),
  baseLanguage: language,
  languages: z.array(language).min(1),
  purpose: z.enum(['award', 'survey', 'index']),
  scale,
  framework: z.string().regex(NAME_AT_VERSION, 'is not written as id@version, such as nordic@1.'),
  questions,
  indicators,
  steps: z.array(step).exactOptional(),
  years: z.enum(['each', 'pooled']).exactOptional(),
  categories: keyed(category),
  combine,
  missing,
  criteria: keyed(criterion),
  stages: z.array(stage),
  awards: keyed(award),
  tieBreak: z.array(z.string()),
  sources: z.array(source),
}) satisfies z.ZodType<RubricData>
