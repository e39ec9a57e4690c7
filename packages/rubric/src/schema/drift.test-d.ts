/**
 * The other half of the guard against drift: `satisfies` in each schema proves that what it lets through fits the type;
 * here, that everything the type allows is let through.
 */
import type { z } from 'zod'
import type {
  Award,
  Category,
  Combine,
  Criterion,
  Group,
  Indicator,
  Leaf,
  Question,
  RubricData,
  Scale,
  Scoring,
  Source,
  Stage,
  Step,
} from '../contract.ts'
import type { Claim, RecordedEntry, RecordedRound } from '../record.ts'
import type { combine, group, leaf, missing, scoring } from './criterion.ts'
import type { indicator, question } from './question.ts'
import type { record } from './record.ts'
import type { rubric } from './rubric.ts'
import type { step } from './steps.ts'

type Loose<T> = T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T

/** Optional keys made required, so that one which only one side knows is seen. */
type Whole<T> = T extends object ? { -readonly [K in keyof T]-?: Whole<T[K]> } : T

type Covers<Schema, Type> = [Loose<Type>, Whole<Type>, Whole<Schema>] extends [
  Loose<Schema>,
  Whole<Schema>,
  Whole<Type>,
]
  ? true
  : { notTheSame: [Schema, Type] }

const expectTrue = <_T extends true>(): void => undefined

type StoredRubric = z.output<typeof rubric>
type StoredRecord = z.output<typeof record>

expectTrue<Covers<z.output<typeof question>, Question>>()
expectTrue<Covers<z.output<typeof indicator>, Indicator>>()
expectTrue<Covers<z.output<typeof scoring>, Scoring>>()
expectTrue<Covers<z.output<typeof step>, Step>>()
expectTrue<Covers<z.output<typeof combine>, Combine>>()
expectTrue<Covers<z.output<typeof missing>, Criterion['missing']>>()
expectTrue<Covers<z.output<typeof leaf>, Leaf>>()
expectTrue<Covers<z.output<typeof group>, Group>>()
expectTrue<Covers<StoredRubric['stages'][number], Stage>>()
expectTrue<Covers<StoredRubric['awards'][string], Award>>()
expectTrue<Covers<StoredRubric['categories'][string], Category>>()
expectTrue<Covers<StoredRubric['sources'][number], Source>>()
expectTrue<Covers<StoredRubric['scale'], Scale>>()
expectTrue<Covers<Omit<StoredRubric, 'criteria'>, Omit<RubricData, 'criteria'>>>()
expectTrue<Covers<StoredRecord['claims'][number], Claim>>()
expectTrue<Covers<StoredRecord['entries'][number], RecordedEntry>>()
expectTrue<Covers<StoredRecord, RecordedRound>>()
