/** What the page and its workers say to each other. */
import type { Tally } from '@tumstock/engine/tally'
import type { Ask, Columns, Outcome, Task } from './ask.ts'

export type ToWorker =
  /** Compute; of an uncertainty analysis only these runs. */
  | { say: 'compute'; columns: Columns; ask: Ask; runs: { from: number; to: number } }
  /** The counts of all other workers: put them together with your own. */
  | { say: 'finish'; others: readonly Tally[] }

export type FromWorker =
  /** Share of its part, 0 to 1. */
  | { say: 'progress'; done: number }
  /** Its part of an uncertainty analysis is counted; the first worker keeps its own counts. */
  | { say: 'counted'; tally: Tally | null }
  | { say: 'done'; outcome: Outcome<Task> }
  | { say: 'failed'; code: string | null; message: string }
