/** What a schema cannot see: whether the parts of a rubric fit each other. */
import type { RubricData } from './contract.ts'
import type { Framework } from './framework.ts'
import type { Problem } from './problem.ts'
import type { RecordedRound } from './record.ts'
import type { Locales } from './text.ts'

/** A rubric as data, or as its author wrote it. */
type Checked = RubricData & { functions?: object }

/** @param functions names of the edition's functions, when `rubric` has come as data */
export declare const check: (
  rubric: Checked,
  framework: Framework | undefined,
  locales?: Locales,
  functions?: readonly string[],
) => Problem[]

export declare const checkRecord: (rubric: RubricData, record: RecordedRound, locales?: Locales) => Problem[]
