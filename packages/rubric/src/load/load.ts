/** Plugins from disk. */
import type { RubricData } from '../contract.ts'
import type { RubricErrorCode } from '../error.ts'
import type { Problem } from '../problem.ts'
import type { RecordedRound } from '../record.ts'
import type { Locales } from '../text.ts'

export type LoadedEdition = {
  rubric: RubricData
  /** Names of its functions. */
  functions: readonly string[]
  /** SHA-256 of the modules that hold them; null without functions. */
  functionsHash: string | null
  /** What `check` says; the edition is usable when none is an error. */
  problems: readonly Problem[]
  locales: Locales
}

export type FunctionResult = { value: number | null } | { error: { code: RubricErrorCode; message: string } }

export type LoadedPlugin = {
  id: string
  folder: string
  editions: readonly LoadedEdition[]
  rounds: readonly RecordedRound[]
  /** Runs one function over many entries' answers; one result per entry, in order. Never rejects for what the function does. */
  call: (
    edition: string,
    fn: string,
    batch: readonly Readonly<Record<string, unknown>>[],
  ) => Promise<FunctionResult[]>
  close: () => Promise<void>
}

export type FailedPlugin = { id: string; folder: string; error: readonly Problem[] }

export type OpenPlugin = LoadedPlugin | FailedPlugin

export type LoadOptions = { loadTimeout?: number; callTimeout?: number }

export declare const openPlugin: (folder: string, options?: LoadOptions) => Promise<OpenPlugin>
export declare const findPlugins: (root: string) => string[]
export declare const loadRubricFile: (
  path: string,
) => Promise<LoadedEdition | { problems: readonly Problem[] }>
