/** Holds whatever arrives (a plugin, an upload, a stored copy) to the contract. Nothing unknown is let through. */
import type { Plugin, RubricData } from './contract.ts'
import type { Problem } from './problem.ts'
import type { RecordedRound } from './record.ts'
import type { Locale } from './text.ts'

type Problems = { problems: readonly Problem[] }

export declare const parseRubric: (value: unknown) => { rubric: RubricData } | Problems
export declare const parseRecord: (value: unknown, about: string) => { record: RecordedRound } | Problems
export declare const parseLocale: (value: unknown, about: string) => { locale: Locale } | Problems
export declare const parsePlugin: (value: unknown, about: string) => { plugin: Plugin } | Problems
