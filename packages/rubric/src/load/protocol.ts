/** What the loader and the process that runs a plugin's code say to each other. */
import type { RubricErrorCode } from '../error.ts'
import type { Finding } from '../problem.ts'

export type ToHost =
  | { kind: 'load'; file: string }
  | { kind: 'call'; edition: string; fn: string; batch: readonly Readonly<Record<string, unknown>>[] }

export type HostedEdition = { data: unknown; functions: readonly string[]; hash: string | null }

/** What one entry's answers came to. */
export type FunctionResult = { value: number | null } | { error: { code: RubricErrorCode; message: string } }

export type FromHost =
  | { kind: 'loaded'; id: unknown; editions: readonly HostedEdition[] }
  | { kind: 'refused'; finding: Finding }
  | { kind: 'results'; results: FunctionResult[] }
