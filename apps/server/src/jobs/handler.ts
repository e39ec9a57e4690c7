import type { Tx } from '../db/open.ts'

/** What a job is told while it runs: when to give up, and whom to tell how far it is (0 to 1). */
export type Running = { signal: AbortSignal; onProgress: (share: number) => void }

/**
 * Stores what a job came to, in the transaction in which it becomes done: both stand, or neither. `afterwards` takes what
 * is to be called once they stand, to tell of it.
 */
export type Keep = (tx: Tx, afterwards: (tell: () => void) => void) => Promise<void>

/**
 * Does one kind of job. It may be called a second time for the same job when a server is lost on the way, so it changes
 * nothing but through the `Keep` that it returns.
 */
export type Handler = (payload: unknown, running: Running) => Promise<Keep>

export type Handlers = Readonly<Record<string, Handler>>
