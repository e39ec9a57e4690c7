/**
 * The other half of the guard against drift: `satisfies` in each schema proves that what it lets through fits the type;
 * here, that everything the type allows is let through.
 */
import type { z } from 'zod'
import type {
  Award,
  Category,
  Criterion,
  Indicator,
  Question,
  RubricData,
  Scoring,
  Source,
  Stage,
} from '../contract.ts'
import type { Claim, RecordedEntry, RecordedRound } from '../record.ts'
import type { criterion, missing, scoring } from './criterion.ts'
import type { indicator, question } from './question.ts'
import type { record } from './record.ts'
import type { rubric } from './rubric.ts'

type Loose<T> = T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T
type Output<S extends z.ZodType> = Loose<z.output<S>>

const covers = <Schema, _Type extends Schema>(): void => undefined

covers<Output<typeof question>, Loose<Question>>()
covers<Output<typeof indicator>, Loose<Indicator>>()
covers<Output<typeof scoring>, Loose<Scoring>>()
covers<Output<typeof missing>, Loose<Criterion['missing']>>()
covers<Output<typeof criterion>, Loose<Criterion>>()
covers<Output<typeof rubric>['stages'][number], Loose<Stage>>()
covers<Output<typeof rubric>['awards'][string], Loose<Award>>()
covers<Output<typeof rubric>['categories'][string], Loose<Category>>()
covers<Output<typeof rubric>['sources'][number], Loose<Source>>()
covers<Output<typeof rubric>, Loose<RubricData>>()
covers<Output<typeof record>['claims'][number], Loose<Claim>>()
covers<Output<typeof record>['entries'][number], Loose<RecordedEntry>>()
covers<Output<typeof record>, Loose<RecordedRound>>()
